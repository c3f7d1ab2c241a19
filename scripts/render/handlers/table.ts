// Render: a table with the scope of its header cells.

import type {Element, ElementContent} from 'hast'
import type {Table} from 'mdast'
import {defaultHandlers} from 'remark-rehype'
import type {State} from '../directive.ts'

/** The table in an element that keeps it apart from the text. When the first column has no header, its cells head their rows. */
export function table(state: State, node: Table): Element {
  const element = defaultHandlers.table(state, node) as Element
  const hasRowHeads = node.children[0]?.children[0]?.children.length === 0
  for (const section of elementsOf(element)) {
    for (const row of elementsOf(section)) scopeCells(elementsOf(row), hasRowHeads)
  }
  const wrap: Element = {type: 'element', tagName: 'div', properties: {className: ['table-wrap']}, children: [element]}
  state.patch(node, wrap)
  return wrap
}

function scopeCells(cells: readonly Element[], hasRowHeads: boolean): void {
  for (const [column, cell] of cells.entries()) {
    if (cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td'
    else if (cell.tagName === 'th') cell.properties['scope'] = 'col'
    else if (column === 0 && hasRowHeads) {
      cell.tagName = 'th'
      cell.properties['scope'] = 'row'
    }
  }
}

function elementsOf(parent: Element): Element[] {
  return parent.children.filter((child: ElementContent): child is Element => child.type === 'element')
}
