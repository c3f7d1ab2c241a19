// Render: words of a heading, caption or term without their markup.

import type {Nodes} from 'mdast'
import type {FragmentDraft} from './fragment-draft.ts'
import {namedLookup} from './named-lookup.ts'
import {answerSlot} from './slots.ts'

/** Text of a node as one line; a fact is the slot of its answer, notes and raw HTML are left out. */
export function plainText(node: Nodes, draft: FragmentDraft): string {
  return textOf(node, draft).replace(/\s+/g, ' ').trim()
}

function textOf(node: Nodes, draft: FragmentDraft): string {
  switch (node.type) {
    case 'break':
      return ' '
    case 'footnoteReference':
    case 'html':
      return ''
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'textDirective':
      if (node.name === 'fact') return answerSlot(namedLookup('fact', node, draft))
      if (node.name === 'var') return answerSlot(namedLookup('variable', node, draft))
  }
  if ('value' in node) return node.value
  if ('children' in node) return node.children.map(child => textOf(child, draft)).join('')
  return ''
}
