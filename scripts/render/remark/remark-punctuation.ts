// Render: typed quotation marks, hyphens and dots become the marks of print.

import type {Heading, Nodes, Paragraph, Root, TableCell, Text} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import {SKIP, visit} from 'unist-util-visit'
import {setDashes, setQuotes} from '../true-punctuation.ts'

/**
 * Sets true quotation marks, apostrophes, dashes and ellipses in running text, never in code or in the names of quotes and facts. A paragraph that
 * opens with a quotation mark has the class `opens-quote`, so that the mark can hang.
 */
export function remarkPunctuation() {
  return (tree: Root): void => {
    visit(tree, ['paragraph', 'heading', 'tableCell', 'leafDirective'], node => {
      const block = node as Block
      if (!isNamed(block)) punctuate(block)
      return SKIP
    })
  }
}

/** What holds words of its own; the label of a block is one. */
type Block = Paragraph | Heading | TableCell | LeafDirective

/** Directives whose label is a name, not words. */
const named = new Set(['fact', 'quote', 'ref', 'var'])

function punctuate(block: Block): void {
  const pieces: Piece[] = []
  gather(block, pieces)
  const line = pieces.map(piece => piece.standsFor).join('')
  if (!/["'.“‘«„-]/.test(line)) return
  const quoted = setQuotes(line)
  let start = 0
  for (const {text, standsFor} of pieces) {
    const end = start + standsFor.length
    if (text) text.value = setDashes(quoted.slice(start, end))
    start = end
  }
  if (block.type === 'paragraph' && /^[“‘«„]/.test(quoted)) block.data = {...block.data, hProperties: {className: ['opens-quote']}}
}

/** A run of the block's line; `text` is absent for what must stay as it is. */
interface Piece {
  readonly standsFor: string
  readonly text?: Text
}

function gather(node: Nodes, pieces: Piece[]): void {
  if (node.type === 'text') pieces.push({standsFor: node.value, text: node})
  else if (node.type === 'break') pieces.push({standsFor: ' '})
  else if ('children' in node && !isNamed(node)) for (const child of node.children) gather(child, pieces)
  else if (node.type !== 'footnoteReference' && node.type !== 'html') pieces.push({standsFor: 'x'})
}

function isNamed(node: Nodes): boolean {
  if (node.type === 'textDirective' || node.type === 'leafDirective') return named.has(node.name) && !node.attributes?.['to']
  if (node.type !== 'link') return false
  const [child] = node.children
  return node.children.length === 1 && child?.type === 'text' && node.url.endsWith(child.value)
}
