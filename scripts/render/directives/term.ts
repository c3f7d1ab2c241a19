// Render: `:term[words]{to=id}`, a word that leads to its definition.

import {attribute, type Directive, type TextDirective} from '../directive.ts'
import {spanOf} from '../fragment-draft.ts'
import {linkContent} from '../link-content.ts'
import {plainText} from '../plain-text.ts'

export const term: Directive<TextDirective> = {
  attributes: ['to'],
  toHast(node, state, draft) {
    if (draft.isInLink) return state.all(node)
    const anchor = attribute(node, 'to')
    const to = anchor ?? plainText(node, draft)
    return linkContent({kind: 'term', to, isAnchor: anchor !== undefined, span: spanOf(node)}, () => state.all(node), draft)
  }
}
