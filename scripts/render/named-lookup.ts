// Render: a fact or an edition's word is looked up once, however often its directive is read (in a heading and again in the heading's title).

import type {TextDirective} from './directive.ts'
import {toString} from 'mdast-util-to-string'
import {addLookup, spanOf, type FragmentDraft} from './fragment-draft.ts'

declare module 'mdast' {
  interface Data {
    /** Number of the lookup that the node asks for. */
    lookup?: number
  }
}

/** Number of the lookup for `:fact[id]` or `:var[name]`. */
export function namedLookup(kind: 'fact' | 'variable', node: TextDirective, draft: FragmentDraft): number {
  node.data ??= {}
  return (node.data.lookup ??= addLookup(draft, {kind, id: toString(node).trim(), span: spanOf(node)}))
}
