// Render: `::quote[quote-id]`, a person's words from their own file.

import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import {blockAttributes, languageOf, type Directive, type LeafDirective} from '../directive.ts'
import {addLookup, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {answerSlot} from '../slots.ts'

export const pullQuote: Directive<LeafDirective> = {
  attributes: blockAttributes,
  toHast(node, _, draft) {
    const lookup = addLookup(draft, {kind: 'quote', id: toString(node).trim(), span: spanOf(node)})
    const element = h(
      'figure.pull-quote',
      {...givenId(node, 'block', '', draft), ...languageOf(node)},
      {type: 'text', value: answerSlot(lookup)}
    )
    element.data = {structure: {block: 'quote', code: 'div'}}
    return [element]
  }
}
