// Render: `::plot[Caption]{facts="surveys, leaders"}`, counts of `facts.yaml` as a picture.

import {h} from 'hastscript'
import {attribute, blockAttributes, languageOf, type Directive, type LeafDirective} from '../directive.ts'
import {addLookup, addMessage, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {plainText} from '../plain-text.ts'
import {answerSlot} from '../slots.ts'

export const plot: Directive<LeafDirective> = {
  attributes: ['facts', ...blockAttributes],
  toHast(node, state, draft) {
    const span = spanOf(node)
    const facts = (attribute(node, 'facts') ?? '').split(',').map(id => id.trim()).filter(Boolean)
    if (facts.length === 0) {
      addMessage(draft, 'directive-attribute', 'Unexpected plot without facts, expected `facts`', span, 'write `{facts="one, another"}` with ids from `facts.yaml`')
      return []
    }
    const picture = answerSlot(addLookup(draft, {kind: 'plot', facts, span}))
    const title = plainText(node, draft)
    draft.paragraphTargets = new Set()
    const caption = title === '' ? [] : [h('figcaption', state.all(node))]
    return [h('figure.figure', {...givenId(node, 'figure', title, draft), ...languageOf(node)}, {type: 'text', value: picture}, caption)]
  }
}
