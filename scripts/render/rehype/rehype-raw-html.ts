// Render: raw HTML in Markdown becomes nodes like all others, or goes.

import type {Element, ElementContent, Nodes, Parents, Root, RootContent} from 'hast'
import {h} from 'hastscript'
import {sanitize} from 'hast-util-sanitize'
import {toString} from 'hast-util-to-string'
import rehypeRaw from 'rehype-raw'
import type {} from 'remark-rehype'
import {VFile} from 'vfile'
import {addAnchor} from '../add-anchor.ts'
import {asciiSlug} from '../ascii-slug.ts'
import {addLookup, addMessage, draftOf, spanOf, type FragmentDraft} from '../fragment-draft.ts'
import type {Span} from '../fragment.ts'
import {withAlt} from '../handlers/image.ts'
import {harmlessHtml, inlineElements} from '../harmless-html.ts'
import {linkContent} from '../link-content.ts'
import {answerSlot} from '../slots.ts'

/**
 * Parses raw HTML, keeps what `harmless-html.ts` allows, and treats its links, images and ids as those of Markdown. What Markdown wrote
 * between the tags is put aside meanwhile, so that nothing in it is judged or changed.
 */
export function rehypeRawHtml() {
  return (tree: Root, file: VFile): void => {
    const draft = draftOf(file)
    if (draft.hasRawHtml) mendInside(tree, draft)
  }
}

function mendInside(parent: Parents, draft: FragmentDraft): void {
  for (const child of parent.children) if ('children' in child) mendInside(child, draft)
  const raw = parent.children.find(child => child.type === 'raw')
  if (!raw) return
  const span = spanOf(raw)
  const {html, kept} = putAside(parent)
  const parsed = parseHtml(html)
  reportUnsafe(parsed, parent.children.flatMap(child => (child.type === 'raw' ? [child] : [])), draft)
  const clean = sanitize(parsed, harmlessHtml)
  const mender: Mender = {kept, used: new Set(), position: raw.position, span, draft}
  const mended = 'children' in clean ? clean.children.flatMap(child => mend(child, mender)) : mend(clean, mender)
  const children = mender.used.size === kept.length ? mended : kept
  parent.children = holdsBlocks(parent) ? wrapLoose(children, raw.position) : children
  if (parent.type === 'element' && parent.tagName === 'p' && parent.children.some(isBlock)) makeDivision(parent)
}

interface PutAside {
  readonly html: string
  readonly kept: ElementContent[]
}

const mark = /^\ufdd2(\d+)$/

/** HTML as written, with a comment for each node that Markdown made; a comment may stand anywhere, even between table rows. */
function putAside(parent: Parents): PutAside {
  const kept: ElementContent[] = []
  const pieces = parent.children.map(child =>
    child.type === 'raw' ? child.value : `<!--\ufdd2${kept.push(child as ElementContent) - 1}-->`
  )
  return {html: pieces.join(''), kept}
}

const parser = rehypeRaw()

function parseHtml(html: string): Root {
  return parser({type: 'root', children: [{type: 'raw', value: html}]}, new VFile())
}

/** One message for all that is dropped from a piece of HTML, at the piece that has it. */
function reportUnsafe(parsed: Root, pieces: readonly Extract<RootContent, {type: 'raw'}>[], draft: FragmentDraft): void {
  const dropped = new Set<string>()
  findUnsafe(parsed, dropped)
  for (const piece of pieces) {
    const names = [...dropped].filter(name => isNamed(name, piece.value.toLowerCase()))
    if (names.length === 0) continue
    const list = names.map(name => `\`${name}\``).join(', ')
    addMessage(draft, 'html-unsafe', `Unexpected HTML ${list}, expected harmless elements`, spanOf(piece), 'it is left out; say it in Markdown')
  }
}

/** True when small HTML has the element, such as `<script>`, or an attribute of the name. */
function isNamed(name: string, html: string): boolean {
  if (name.startsWith('<')) return html.includes(name.slice(0, -1).toLowerCase())
  return html.split(name).slice(0, -1).some(before => /[\s"'/]$/.test(before))
}

function findUnsafe(node: Nodes, dropped: Set<string>): void {
  if (node.type === 'element') {
    if (!harmlessHtml.tagNames?.includes(node.tagName)) dropped.add(`<${node.tagName}>`)
    for (const name of Object.keys(node.properties)) if (/^(?:on|style$)/i.test(name)) dropped.add(name.toLowerCase())
  }
  if ('children' in node) for (const child of node.children) findUnsafe(child, dropped)
}

interface Mender {
  readonly kept: readonly ElementContent[]
  /** Nodes that have found their place again; an unclosed element such as `<textarea>` can swallow some. */
  readonly used: Set<number>
  readonly position: Element['position']
  readonly span: Span
  readonly draft: FragmentDraft
}

function mend(node: Nodes | RootContent, mender: Mender): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type === 'comment') return putBack(node.value, mender)
  if (node.type !== 'element') return []
  if (mender.position) node.position = mender.position
  nameElement(node, mender)
  alignElement(node)
  switch (node.tagName) {
    case 'a':
      return mendLink(node, mender)
    case 'img':
      return [{type: 'text', value: mendImage(node, mender)}]
    case 'dl':
      return [{...node, children: groupTerms(mendChildren(node, mender))}]
    case 'details':
      node.properties['open'] = true
      break
    case 'center':
      return [{...node, tagName: 'div', properties: {...node.properties, className: ['align-center']}, children: mendChildren(node, mender)}]
    case 'table':
      return [scopeHeaders({...node, children: mendChildren(node, mender)})]
    case 'h1':
      return isTitle(node, mender) ? [] : [mendHeading(node, mender)]
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [mendHeading(node, mender)]
  }
  node.children = mendChildren(node, mender)
  return [node]
}

/** A heading in HTML stands outside the book's levels. */
function mendHeading(node: Element, mender: Mender): Element {
  return {...node, tagName: 'p', children: [h('strong', mendChildren(node, mender))]}
}

/** The section's title, which is printed already because reading has found it. */
function isTitle(node: Element, {draft}: Mender): boolean {
  return draft.hasMadeTitle && toString(node).replace(/\s+/g, ' ').trim() === draft.setting.section.title
}

function mendChildren(node: Element, mender: Mender): ElementContent[] {
  return node.children.flatMap(child => mend(child, mender))
}

function putBack(comment: string, mender: Mender): ElementContent[] {
  const number = Number(mark.exec(comment)?.[1] ?? -1)
  const node = mender.kept[number]
  if (!node || mender.used.has(number)) return []
  mender.used.add(number)
  return [node]
}

/** An id, or the name of an old anchor, becomes an anchor of the section; links know it by the name it has in the file. */
function nameElement(node: Element, {draft, span}: Mender): void {
  const name = node.properties['id'] ?? node.properties['name']
  delete node.properties['name']
  if (typeof name !== 'string' || name === '') return
  const id = addAnchor(draft, {id: `${draft.setting.section.id}--${asciiSlug(name)}`, kind: 'block', title: '', isGiven: false, span})
  draft.aliases[name] ??= id
  node.properties['id'] = id
}

/** HTML 5 has no `align`. */
function alignElement({properties}: Element): void {
  const {align} = properties
  delete properties['align']
  if (align === 'left' || align === 'center' || align === 'right') properties['className'] = [`align-${align}`]
}

/** Header cells that do not say so head their columns where all of their row are headers, and else their row. */
function scopeHeaders(table: Element): Element {
  for (const row of rowsOf(table)) {
    const cells = row.children.filter(child => child.type === 'element')
    const scope = cells.every(({tagName}) => tagName === 'th') ? 'col' : 'row'
    for (const {tagName, properties} of cells) if (tagName === 'th') properties['scope'] ??= scope
  }
  return table
}

function rowsOf({children}: Element): Element[] {
  return children.flatMap(child => (child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []))
}

function mendLink(node: Element, mender: Mender): ElementContent[] {
  const {href, id} = node.properties
  const words = () => mendChildren(node, mender)
  const content = typeof href === 'string' ? linkContent({kind: 'link', href, span: mender.span}, words, mender.draft) : words()
  return id === undefined ? content : [h('span', {id}, content)]
}

function mendImage({properties}: Element, {draft, span}: Mender): string {
  const {src, alt, width} = properties
  const widthPx = Number(width)
  const size = Number.isFinite(widthPx) && widthPx > 0 && widthPx < 10_000 ? {widthPx: Math.round(widthPx)} : {}
  const text = typeof alt === 'string' ? alt : ''
  return answerSlot(
    addLookup(draft, {kind: 'image', src: typeof src === 'string' ? src : '', ...withAlt(text), ...size, isBlock: false, span})
  )
}

/** Each term with what explains it as one entry, which is what a list in a PDF is made of. */
function groupTerms(content: readonly ElementContent[]): Element[] {
  const entries: Element[] = []
  let hasText = true
  for (const child of content) {
    if (child.type !== 'element') continue
    if (child.tagName === 'dt' ? hasText : entries.length === 0) {
      const entry = h('div')
      entry.data = {structure: {code: 'li'}}
      entries.push(entry)
    }
    hasText = child.tagName !== 'dt'
    entries.at(-1)!.children.push(child)
  }
  return entries
}

function holdsBlocks(parent: Parents): boolean {
  return (
    parent.type === 'root' ||
    (parent.type === 'element' && (parent.tagName === 'blockquote' || parent.tagName === 'aside' || parent.tagName === 'div'))
  )
}

/** Words that were left behind by an element that goes, or never stood in one, become paragraphs. */
function wrapLoose(children: readonly ElementContent[], position: Element['position']): ElementContent[] {
  const wrapped: ElementContent[] = []
  let loose: ElementContent[] = []
  const flush = (): void => {
    const isBlank = loose.every(child => child.type === 'text' && child.value.trim() === '')
    wrapped.push(
      ...(isBlank ? loose : [{type: 'element' as const, tagName: 'p', properties: {}, children: loose, ...(position ? {position} : {})}])
    )
    loose = []
  }
  for (const child of children) {
    if (isBlock(child)) {
      flush()
      wrapped.push(child)
    } else loose.push(child)
  }
  flush()
  return wrapped
}

/** A paragraph cannot hold other blocks; what it is to its readers stays. */
function makeDivision(paragraph: Element): void {
  paragraph.tagName = 'div'
  paragraph.data = {...paragraph.data, structure: {block: 'paragraph', code: 'div'}}
}

function isBlock(node: Nodes): boolean {
  return node.type === 'element' && !inlineElements.has(node.tagName)
}
