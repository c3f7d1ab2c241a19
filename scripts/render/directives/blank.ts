// Render: `:blank[Label]{width=long}`, a gap in a line to fill in by hand.

import {h} from 'hastscript'
import {chooseAttribute} from '../choose-attribute.ts'
import {blockAttributes, languageOf, type Directive, type TextDirective} from '../directive.ts'
import {givenId} from '../given-id.ts'
import {plainText} from '../plain-text.ts'

export const blank: Directive<TextDirective> = {
  attributes: ['width', ...blockAttributes],
  toHast(node, _, draft) {
    const width = chooseAttribute(node, 'width', ['short', 'medium', 'long'], 'medium', draft)
    const label = plainText(node, draft)
    const element = h('span', {
      className: ['blank', `blank-${width}`],
      role: 'img',
      ariaLabel: draft.words.blank(label),
      ...givenId(node, 'block', label, draft),
      ...languageOf(node)
    })
    element.data = {structure: {block: 'field'}}
    return [element]
  }
}
