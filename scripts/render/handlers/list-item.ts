// Render: a list item; the box of a task is drawn, because nothing can be ticked on paper with a mouse.

import type {Element, ElementContent} from 'hast'
import type {ListItem, Parents} from 'mdast'
import {defaultHandlers} from 'remark-rehype'
import type {VFile} from 'vfile'
import type {State} from '../directive.ts'
import {draftOf} from '../fragment-draft.ts'

export function listItem(state: State, node: ListItem, parent: Parents | undefined): Element {
  const element = defaultHandlers.listItem(state, node, parent)
  if (typeof node.checked !== 'boolean') return element
  const {words} = draftOf(state.options.file as VFile)
  element.properties['className'] = node.checked ? ['tick', 'tick-done'] : ['tick']
  drawBox(element, node.checked ? words.tickedBox : words.tickBox)
  return element
}

/** Puts a named box in place of the form control, which stands first in the item or in its first paragraph. */
function drawBox(parent: Element, label: string): boolean {
  const index = parent.children.findIndex(child => child.type === 'element')
  const first = parent.children[index]
  if (first?.type !== 'element') return false
  if (first.tagName !== 'input') return drawBox(first, label)
  const box: ElementContent = {
    type: 'element',
    tagName: 'span',
    properties: {className: ['tick-box'], role: 'img', ariaLabel: label},
    children: []
  }
  parent.children[index] = box
  return true
}
