// Review: the blocks of a rendered book, with their words as they are printed.

import type {Element, Nodes} from 'hast'
import {parseHtml} from './parse-html.ts'
import type {Section} from '../book/section.ts'
import type {SectionHtml} from '../render/create-renderer.ts'
import type {TextBlock, TextSection} from './text-block.ts'

/** The attribute in which the HTML of `review-medium.ts` carries a block's ordinal. */
export const blockAttribute = 'dataBlock'

/** Blocks of sections that were rendered with `reviewMedium`. `tops` are the book's outermost sections, for the codes they hand down. */
export function readBlocks(sections: readonly SectionHtml[], tops: readonly Section[]): TextSection[] {
  const codes = handDownCodes(tops)
  return sections.flatMap(({section: {id, file}, title, html, blocks}) => {
    if (file === undefined) return []
    const code = codes.get(id)
    const found = new BlockReader(blocks).read(parseHtml(html))
    return [{id, title, file, ...(code === undefined ? {} : {code}), blocks: found}]
  })
}

function handDownCodes(sections: readonly Section[], outer?: string, codes = new Map<string, string>()): Map<string, string> {
  for (const {id, matter, children} of sections) {
    const code = matter.code ?? outer
    if (code !== undefined) codes.set(id, code)
    handDownCodes(children, code, codes)
  }
  return codes
}

interface OpenBlock {
  readonly kind: TextBlock['kind']
  readonly line: number
  readonly ordinal: number
  readonly held: number[]
  readonly isInline: boolean
  text: string
}

/** Kinds that a paragraph right at their start belongs to: a reviewer sees one thing there, not two. */
const holders: ReadonlySet<string> = new Set(['list-item', 'quote', 'callout', 'field', 'figure'])

class BlockReader {
  private readonly found: OpenBlock[] = []

  constructor(private readonly blocks: SectionHtml['blocks']) {}

  read(root: Nodes): TextBlock[] {
    this.visit(root, undefined)
    return this.found.map(block => ({...block, text: block.text.replace(/\s+/g, ' ').trim()}))
  }

  private visit(node: Nodes, owner: OpenBlock | undefined): void {
    if (node.type === 'text') {
      if (owner) owner.text += node.value
      return
    }
    if (!('children' in node) || (node.type === 'element' && isNoteLink(node))) return
    const own = node.type === 'element' ? this.open(node, owner) : undefined
    const inside = own ?? owner
    const isLine = node.type === 'element' && inlineElements.has(node.tagName)
    if (inside && !isLine) inside.text += ' '
    if (inside && node.type === 'element') inside.text += spokenText(node)
    for (const child of node.children) this.visit(child, inside)
    if (inside && !isLine) inside.text += ' '
  }

  private open(element: Element, owner: OpenBlock | undefined): OpenBlock | undefined {
    const ordinal = ordinalOf(element)
    const block = ordinal === undefined ? undefined : this.blocks[ordinal]
    if (ordinal === undefined || !block || isFurniture(element)) return undefined
    if (owner && block.kind === 'paragraph' && holders.has(owner.kind) && owner.text.trim() === '') {
      owner.held.push(ordinal)
      return undefined
    }
    const isInline = inlineElements.has(element.tagName)
    const own = {kind: block.kind, line: block.line, ordinal, held: [], isInline, text: ''}
    this.found.push(own)
    return own
  }
}

/** Ordinal of the block that an element is. */
export function ordinalOf({properties}: Element): number | undefined {
  const value = properties[blockAttribute]
  return value === undefined ? undefined : Number(value)
}

/** Elements that run on in a line. */
export const inlineElements: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(' ')
)

/** The number that leads to a note, or the way back from it: other notes before it change them, and nobody wrote them. */
export function isNoteLink({properties: {className}}: Element): boolean {
  return Array.isArray(className) && (className.includes('note-reference') || className.includes('note-back'))
}

/** Words that the program puts there by itself. */
function isFurniture({properties}: Element): boolean {
  const {className} = properties
  return Array.isArray(className) && className.includes('notes-title')
}

/** What stands for a picture or a gap to fill in. */
function spokenText({tagName, properties}: Element): string {
  if (tagName === 'img') return typeof properties['alt'] === 'string' ? ` ${properties['alt']} ` : ''
  const classes = properties['className']
  const isBlank = Array.isArray(classes) && classes.includes('blank')
  return isBlank && typeof properties['ariaLabel'] === 'string' ? properties['ariaLabel'] : ''
}
