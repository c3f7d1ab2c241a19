// Assemble: table rows made to fit each other (PDF/UA-1, 7.2), which those of raw HTML need not do.

import {isElement, type RawElement} from './read-structure.ts'
import {wrapper} from './structure-kids.ts'

/** A cell as far as it reaches into a row: over how many columns, and how many rows from there on. */
interface Reach {
  readonly cell: RawElement
  readonly columns: number
  rows: number
}

/**
 * Adds empty cells to the rows of a table that span fewer columns than the longest. Chromium leaves out rows that have no cell of their own,
 * so cells that reach down into such a row, or past the last, reach less far here.
 */
export function fitRows(rows: readonly RawElement[]): void {
  let reaching: Reach[] = []
  const lengths = rows.map((row, i) => {
    const present = [...reaching, ...row.kids.filter(isElement).map(cell => ({cell, columns: spanOf(cell, 'ColSpan'), rows: spanOf(cell, 'RowSpan')}))]
    const leftOut = Math.min(...present.map(reach => reach.rows)) - 1
    for (const reach of present) shorten(reach, Math.max(leftOut, reach.rows - (rows.length - i)))
    reaching = present.filter(reach => reach.rows > 1).map(reach => ({...reach, rows: reach.rows - 1}))
    return present.reduce((length, {columns}) => length + columns, 0)
  })
  const longest = Math.max(0, ...lengths)
  rows.forEach((row, i) => {
    for (let length = lengths[i]!; length < longest; length++) row.kids.push(wrapper('TD'))
  })
}

function shorten(reach: Reach, rows: number): void {
  if (rows <= 0) return
  reach.rows -= rows
  const span = spanOf(reach.cell, 'RowSpan') - rows
  const fitted = reach.cell.attributes.map(attribute => new Map([...attribute].flatMap(([key, value]) => (key !== 'RowSpan' ? [[key, value]] : span > 1 ? [[key, span]] : []))))
  reach.cell.attributes = fitted.filter(attribute => attribute.size > 1)
}

function spanOf({attributes}: RawElement, key: 'RowSpan' | 'ColSpan'): number {
  const value = attributes.find(attribute => attribute.has(key))?.get(key)
  return typeof value === 'number' ? value : 1
}
