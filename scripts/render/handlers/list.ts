// Render: a list; one with boxes to tick is a tick list.

import type {Element} from 'hast'
import type {List} from 'mdast'
import {defaultHandlers} from 'remark-rehype'
import type {State} from '../directive.ts'

export function list(state: State, node: List): Element {
  const element = defaultHandlers.list(state, node)
  if (node.children.some(item => typeof item.checked === 'boolean')) element.properties['className'] = ['tick-list']
  return element
}
