// Render: `:var[name]`, what the edition calls its own things, from `editions` in `book.yaml`.

import type {Directive, TextDirective} from '../directive.ts'
import {namedLookup} from '../named-lookup.ts'
import {answerSlot} from '../slots.ts'

export const variable: Directive<TextDirective> = {
  attributes: [],
  toHast: (node, _, draft) => [{type: 'text', value: answerSlot(namedLookup('variable', node, draft))}]
}
