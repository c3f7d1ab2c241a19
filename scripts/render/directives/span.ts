// Render: `:span[palabras]{lang=es}`, words in another language.

import {h} from 'hastscript'
import {blockAttributes, languageOf, type Directive, type TextDirective} from '../directive.ts'
import {givenId} from '../given-id.ts'
import {plainText} from '../plain-text.ts'
import {idSlot} from '../slots.ts'

/** The element always has an id: Chromium drops the language of a `span` without one. */
export const span: Directive<TextDirective> = {
  attributes: blockAttributes,
  toHast(node, state, draft) {
    const properties = {id: idSlot, ...givenId(node, 'block', plainText(node, draft), draft), ...languageOf(node)}
    return [h('span', properties, state.all(node))]
  }
}
