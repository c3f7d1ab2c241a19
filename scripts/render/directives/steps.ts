// Render: `:::steps[Title]` around a numbered list.

import {h} from 'hastscript'
import {blockAttributes, languageOf, type ContainerDirective, type Directive} from '../directive.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {blockTitle, takeLabel} from '../take-label.ts'

export const steps: Directive<ContainerDirective> = {
  attributes: blockAttributes,
  toHast(node, state, draft) {
    const {words, title, content} = takeLabel(node, state, draft)
    const lists = content.filter(child => child.type === 'element' && child.tagName === 'ol')
    if (lists.length === 0)
      addMessage(draft, 'directive-content', 'Unexpected steps without numbers, expected a list of `1.` lines', spanOf(node))
    for (const list of lists) if (list.type === 'element') list.properties['className'] = ['step-list']
    return [h('div.steps', {...givenId(node, 'block', title, draft), ...languageOf(node)}, blockTitle(words), content)]
  }
}
