// Render: GitHub's alerts become callouts.

import type {BlockContent, Blockquote, Root} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'

/** Kind of callout by GitHub's word. */
const kinds = new Map([['note', 'note'], ['tip', 'tip'], ['important', 'note'], ['warning', 'caution'], ['caution', 'caution']])

/** A quotation whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]` becomes what `:::callout{kind=…}` is. */
export function remarkAlerts() {
  return (tree: Root): void => {
    visit(tree, 'blockquote', (quotation, index, parent) => {
      const callout = asCallout(quotation)
      if (callout && parent && index !== undefined) parent.children[index] = callout
    })
  }
}

function asCallout(quotation: Blockquote): ContainerDirective | undefined {
  const [first, ...others] = quotation.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined
  const [mark, word = ''] = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(text.value) ?? []
  const kind = kinds.get(word.toLowerCase())
  if (mark === undefined || kind === undefined) return undefined
  text.value = text.value.slice(mark.length)
  const isEmpty = first.children.length === 1 && text.value === ''
  const children = [...(isEmpty ? [] : [first]), ...others] as BlockContent[]
  return {type: 'containerDirective', name: 'callout', attributes: {kind}, children, position: quotation.position}
}
