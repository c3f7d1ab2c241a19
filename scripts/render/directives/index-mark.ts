// Render: `:index[words]{as="entry > sub-entry"}`, words that the subject index leads to; without words, a mark that is not seen.

import {toString} from 'mdast-util-to-string'
import {h} from 'hastscript'
import {addAnchor} from '../add-anchor.ts'
import {attribute, type Directive, type TextDirective} from '../directive.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'

export const indexMark: Directive<TextDirective> = {
  attributes: ['as'],
  toHast(node, state, draft) {
    const span = spanOf(node)
    const entries = (attribute(node, 'as') ?? toString(node)).split(';').map(entry => entry.trim()).filter(Boolean)
    if (entries.length === 0) {
      addMessage(draft, 'directive-content', 'Unexpected mark without an entry, expected words or `as`', span, 'write `:index[words]{as="entry > sub-entry"}`')
      return []
    }
    const id = addAnchor(draft, {id: `${draft.setting.section.id}--mark`, kind: 'mark', title: '', isGiven: false, span})
    for (const entry of entries) draft.marks.push({entry, anchor: id})
    return [h('span', {id}, state.all(node))]
  }
}
