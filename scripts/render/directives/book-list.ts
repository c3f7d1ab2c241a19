// Render: `::finder{by=sites}`, `::crosswalk{by=principles}`, `::glossary` and other lists that the book makes of itself.

import {h} from 'hastscript'
import {attribute, blockAttributes, languageOf, type Directive, type LeafDirective} from '../directive.ts'
import {addLookup, addMessage, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import type {ListKind} from '../lists/list-kind.ts'
import {answerSlot} from '../slots.ts'

/** The block for a kind of list; one that goes by labels wants the id of their list in `by`. */
export function bookList(list: ListKind, goesByLabels: boolean): Directive<LeafDirective> {
  return {
    attributes: [...(goesByLabels ? ['by'] : []), ...blockAttributes],
    toHast(node, _, draft) {
      const by = attribute(node, 'by')
      const span = spanOf(node)
      if (goesByLabels && by === undefined) {
        const note = 'write `{by=…}` with a list of labels'
        addMessage(draft, 'directive-attribute', `Unexpected \`${node.name}\` without labels, expected \`by\``, span, note)
        return []
      }
      const lookup = addLookup(draft, {kind: 'list', list, ...(by === undefined ? {} : {by}), span})
      const properties = {className: ['book-list', `book-list-${list}`], ...givenId(node, 'block', '', draft), ...languageOf(node)}
      // Chromium has no element for a mere container.
      const element = h(list === 'index' ? 'section' : 'div', properties, {type: 'text', value: answerSlot(lookup)})
      element.data = {structure: {code: list === 'index' ? 'index' : 'div', isOfBook: true}}
      return [element]
    }
  }
}
