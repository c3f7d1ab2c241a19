// Render: `:::checklist[Title]` around a list of boxes to tick.

import {h} from 'hastscript'
import {blockAttributes, languageOf, type ContainerDirective, type Directive} from '../directive.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {blockTitle, takeLabel} from '../take-label.ts'

export const checklist: Directive<ContainerDirective> = {
  attributes: blockAttributes,
  toHast(node, state, draft) {
    const {words, title, content} = takeLabel(node, state, draft)
    const hasBoxes = node.children.some(child => child.type === 'list' && child.children.some(item => typeof item.checked === 'boolean'))
    if (!hasBoxes)
      addMessage(draft, 'directive-content', 'Unexpected checklist without boxes, expected a list of `- [ ]` lines', spanOf(node))
    return [h('div.checklist', {...givenId(node, 'block', title, draft), ...languageOf(node)}, blockTitle(words), content)]
  }
}
