// Render: `:index[words]{as="entry > sub-entry"}`, words that the subject index leads to; without words, a mark that is not seen.
// `:index{as="entry" see="other entry"}` leads to no place, and sends readers of the index on to another entry.

import {toString} from 'mdast-util-to-string'
import {h} from 'hastscript'
import {addAnchor} from '../add-anchor.ts'
import {attribute, type Directive, type TextDirective} from '../directive.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'

export const indexMark: Directive<TextDirective> = {
  attributes: ['as', 'see'],
  toHast(node, state, draft) {
    const span = spanOf(node)
    const entries = entriesOf(attribute(node, 'as') ?? toString(node))
    if (entries.length === 0) {
      addMessage(draft, 'directive-content', 'Unexpected mark without an entry, expected words or `as`', span, 'write `:index[words]{as="entry > sub-entry"}`')
      return []
    }
    const others = entriesOf(attribute(node, 'see') ?? '')
    for (const entry of entries) draft.sees.push(...others.map(to => ({entry, to, span})))
    if (others.length > 0 && node.children.length === 0) return []
    const id = addAnchor(draft, {id: `${draft.setting.section.id}--mark`, kind: 'mark', title: '', isGiven: false, span})
    for (const entry of entries) draft.marks.push({entry, anchor: id})
    return [h('span', {id}, state.all(node))]
  }
}

function entriesOf(list: string): string[] {
  return list.split(';').map(entry => entry.trim()).filter(Boolean)
}
