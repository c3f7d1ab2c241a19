// Render: `:::callout[Title]{kind=tip}`, a passage set apart, named by its kind.

import {h} from 'hastscript'
import {chooseAttribute} from '../choose-attribute.ts'
import {blockAttributes, languageOf, type ContainerDirective, type Directive} from '../directive.ts'
import {givenId} from '../given-id.ts'
import {calloutKinds} from '../printed-words.ts'
import {takeLabel} from '../take-label.ts'

export const callout: Directive<ContainerDirective> = {
  attributes: ['kind', ...blockAttributes],
  toHast(node, state, draft) {
    const kind = chooseAttribute(node, 'kind', calloutKinds, 'note', draft)
    const {words, title, content} = takeLabel(node, state, draft)
    const kindName = h('span.callout-kind', draft.words.callouts[kind])
    const heading = h('p.callout-title', words.length > 0 ? [kindName, ' ', ...words] : kindName)
    const properties = {...givenId(node, 'block', title, draft), ...languageOf(node)}
    // A note, because as landmarks there would be too many to walk by.
    return [h('aside', {className: ['callout', `callout-${kind}`], role: 'note', ...properties}, heading, content)]
  }
}
