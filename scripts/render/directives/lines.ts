// Render: `::lines[Label]{count=4}`, room to write by hand.

import {h} from 'hastscript'
import {attribute, blockAttributes, languageOf, type Directive, type LeafDirective} from '../directive.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {plainText} from '../plain-text.ts'

const mostLines = 40

export const lines: Directive<LeafDirective> = {
  attributes: ['count', ...blockAttributes],
  toHast(node, state, draft) {
    const given = attribute(node, 'count') ?? '3'
    const count = Number(given)
    const isCount = Number.isInteger(count) && count >= 1 && count <= mostLines
    if (!isCount) addMessage(draft, 'directive-attribute', `Unexpected count \`${given}\`, expected 1 to ${mostLines}`, spanOf(node))
    const ruled = Array.from({length: isCount ? count : 3}, (_, index) =>
      index === 0 ? h('div.line', {role: 'img', ariaLabel: draft.words.lines(isCount ? count : 3)}) : h('div.line', {ariaHidden: 'true'})
    )
    const title = plainText(node, draft)
    draft.paragraphTargets = new Set()
    const element = h(
      'div.lines',
      {...givenId(node, 'block', title, draft), ...languageOf(node)},
      title === '' ? [] : h('p.lines-label', state.all(node)),
      ruled
    )
    element.data = {structure: {block: 'field', code: 'div'}}
    return [element]
  }
}
