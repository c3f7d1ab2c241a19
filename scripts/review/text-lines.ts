// Review: the text of a block as the lines it is made of: a paragraph, each cell of a row, a caption.

import type {Element, ElementContent, Nodes, Parents, Text} from 'hast'
import {inlineElements, isNoteLink} from './read-blocks.ts'

/** A text node with what holds it, so that something else can be put in its place. */
export interface PlacedText {
  readonly text: Text
  readonly parent: Element
}

export type TextLine = readonly PlacedText[]

/** Lines of a block; `isOther` tells a block inside it that has lines of its own. Names, page numbers and other furniture are left out. */
export function linesOf(block: Element, isOther: (element: Element) => boolean): TextLine[] {
  const lines: PlacedText[][] = []
  let holder: Parents | undefined
  const visit = (node: Nodes, parent: Element, container: Element): void => {
    if (node.type === 'text') {
      if (holder !== container) {
        if (node.value.trim() === '' && !inlineElements.has(parent.tagName)) return
        lines.push([])
        holder = container
      }
      lines.at(-1)!.push({text: node, parent})
    } else if (node.type === 'element' && !isOther(node) && !isFurniture(node)) {
      const inside = inlineElements.has(node.tagName) ? container : node
      for (const child of contentOf(node)) visit(child, node, inside)
      if (inside !== container) holder = undefined
    }
  }
  for (const child of block.children) visit(child, block, block)
  return lines.filter(line => line.some(({text}) => text.value.trim() !== ''))
}

/** Of a cross-reference, the words without the page, which is not the manuscript's. */
function contentOf(element: Element): ElementContent[] {
  if (!hasClass(element, 'cross-reference')) return element.children
  return element.children.filter(child => child.type === 'element' && hasClass(child, 'cross-reference-title'))
}

function isFurniture(element: Element): boolean {
  return hasClass(element, 'block-id') || hasClass(element, 'page-number') || isNoteLink(element)
}

export function hasClass({properties}: Element, name: string): boolean {
  const {className} = properties
  return Array.isArray(className) && className.includes(name)
}

export function textOfLine(line: TextLine): string {
  return line.map(({text}) => text.value).join('')
}
