// Render: a table with the scope of its header cells.

import type {Element} from 'hast'
import type {Table, TableCell, TableRow} from 'mdast'
import type {VFile} from 'vfile'
import type {State} from '../directive.ts'
import {draftOf} from '../fragment-draft.ts'

/** The table in an element that keeps it apart from the text. When the first column has no header, its cells head their rows. */
export function table(state: State, node: Table): Element {
  const [head, ...rows] = node.children
  const columns = Math.max(...node.children.map(row => row.children.length))
  const hasRowHeads = head?.children[0]?.children.length === 0
  const row = (each: TableRow, isHead: boolean): Element => {
    const cells = Array.from({length: columns}, (_, column) => tableCell(each.children[column], column, isHead, hasRowHeads, node, state))
    const element: Element = {type: 'element', tagName: 'tr', properties: {}, children: state.wrap(cells, true)}
    state.patch(each, element)
    return element
  }
  const sections: Element[] = []
  if (head) sections.push(tableSection('thead', [row(head, true)], state))
  if (rows.length > 0)
    sections.push(
      tableSection(
        'tbody',
        rows.map(each => row(each, false)),
        state
      )
    )
  const element: Element = {type: 'element', tagName: 'table', properties: {}, children: state.wrap(sections, true)}
  const wrap: Element = {type: 'element', tagName: 'div', properties: {className: ['table-wrap']}, children: [element]}
  state.patch(node, element)
  state.patch(node, wrap)
  return wrap
}

function tableSection(tagName: string, rows: Element[], state: State): Element {
  return {type: 'element', tagName, properties: {}, children: state.wrap(rows, true)}
}

function tableCell(
  cell: TableCell | undefined,
  column: number,
  isHead: boolean,
  hasRowHeads: boolean,
  {align}: Table,
  state: State
): Element {
  draftOf(state.options.file as VFile).paragraphTargets = new Set()
  const children = cell ? state.all(cell) : []
  const scope = children.length === 0 ? undefined : isHead ? 'col' : column === 0 && hasRowHeads ? 'row' : undefined
  const side = align?.[column]
  const element: Element = {
    type: 'element',
    tagName: scope === undefined ? 'td' : 'th',
    properties: {...(scope === undefined ? {} : {scope}), ...(side ? {className: [`align-${side}`]} : {})},
    children
  }
  if (cell) state.patch(cell, element)
  return element
}
