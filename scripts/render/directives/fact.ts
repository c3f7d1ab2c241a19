// Render: `:fact[id]`, a count, date or name that stands in `facts.yaml`.

import type {Directive, TextDirective} from '../directive.ts'
import {namedLookup} from '../named-lookup.ts'
import {answerSlot} from '../slots.ts'

export const fact: Directive<TextDirective> = {
  attributes: [],
  toHast: (node, _, draft) => [{type: 'text', value: answerSlot(namedLookup('fact', node, draft))}]
}
