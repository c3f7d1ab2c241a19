// Render: `:ref[anchor]` or `:ref[words]{to=anchor}`, a cross-reference with the page.

import {toString} from 'mdast-util-to-string'
import {attribute, type Directive, type TextDirective} from '../directive.ts'
import {addLookup, spanOf} from '../fragment-draft.ts'
import {linkContent, showsPage} from '../link-content.ts'
import {answerSlot} from '../slots.ts'

export const reference: Directive<TextDirective> = {
  attributes: ['to'],
  toHast(node, state, draft) {
    const span = spanOf(node)
    const to = attribute(node, 'to')
    if (to !== undefined) return linkContent({kind: 'reference', to, hasWords: true, span}, () => state.all(node), draft)
    const target = toString(node).trim().replace(/^#/, '')
    const isLink = !draft.isInLink
    const lookup = addLookup(draft, {kind: 'reference', to: target, hasWords: false, showsPage: showsPage(target, draft), isLink, span})
    return [{type: 'text', value: answerSlot(lookup)}]
  }
}
