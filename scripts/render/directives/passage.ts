// Render: `:::passage{lang=es}`, paragraphs in another language.

import {h} from 'hastscript'
import {blockAttributes, languageOf, type ContainerDirective, type Directive} from '../directive.ts'
import {givenId} from '../given-id.ts'
import {blockTitle, takeLabel} from '../take-label.ts'

export const passage: Directive<ContainerDirective> = {
  attributes: blockAttributes,
  toHast(node, state, draft) {
    const {words, title, content} = takeLabel(node, state, draft)
    return [h('div.passage', {...givenId(node, 'block', title, draft), ...languageOf(node)}, blockTitle(words), content)]
  }
}
