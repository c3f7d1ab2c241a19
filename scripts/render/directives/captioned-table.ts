// Render: `:::table[Caption]` around a table.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {blockAttributes, languageOf, type ContainerDirective, type Directive} from '../directive.ts'
import {addMessage, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {takeLabel} from '../take-label.ts'

export const captionedTable: Directive<ContainerDirective> = {
  attributes: blockAttributes,
  toHast(node, state, draft) {
    const {words, title, content} = takeLabel(node, state, draft)
    const [wrap] = content.filter(isTableWrap)
    const table = wrap?.children[0]
    if (!wrap || table?.type !== 'element') {
      addMessage(draft, 'directive-content', 'Unexpected table block without a table, expected rows between `|`', spanOf(node))
      return content
    }
    if (words.length > 0) table.children.unshift(h('caption', words))
    Object.assign(wrap.properties, givenId(node, 'block', title, draft), languageOf(node))
    return content
  }
}

function isTableWrap(node: ElementContent): node is Element {
  const className = node.type === 'element' ? node.properties['className'] : undefined
  return Array.isArray(className) && className.includes('table-wrap')
}
