import {describe, expect, it} from 'vitest'
import {fitRows} from '../../scripts/assemble/fit-rows.ts'
import {isElement, type RawElement, type RawKid} from '../../scripts/assemble/read-structure.ts'
import type {PdfObject} from '../../scripts/pdf/objects.ts'
import {seededRandom} from '../bench/random.ts'

const element = (role: string, attributes: Readonly<Record<string, PdfObject>>, ...kids: RawKid[]): RawElement => ({role, printed: role, attributes: [new Map(Object.entries(attributes))], kids})
const row = (...cells: (readonly [columns: number, rows: number])[]) => element('TR', {}, ...cells.map(([ColSpan, RowSpan]) => element('TD', {O: 'Table' as never, ...(ColSpan > 1 ? {ColSpan} : {}), ...(RowSpan > 1 ? {RowSpan} : {})})))

const span = ({attributes}: RawElement, key: string) => (attributes[0]?.get(key) as number | undefined) ?? 1

/** Rows as text: each cell by its columns, and its rows where it reaches further than its own. */
function fit(...rows: RawElement[]): string {
  fitRows(rows)
  return rows.map(({kids}) => kids.filter(isElement).map(cell => `${span(cell, 'ColSpan')}${span(cell, 'RowSpan') > 1 ? `x${span(cell, 'RowSpan')}` : ''}`).join(' ')).join(' / ')
}

describe('fitRows', () => {
  it('leaves rows as they are that fit', () => {
    expect(fit(row([1, 1], [1, 1]), row([2, 1]))).toBe('1 1 / 2')
    expect(fit(row([1, 3], [1, 1]), row([1, 1]), row([1, 1]))).toBe('1x3 1 / 1 / 1')
  })

  it('adds empty cells to short rows', () => {
    expect(fit(row([1, 1], [2, 1]), row([1, 1]), row())).toBe('1 2 / 1 1 1 / 1 1 1')
    expect(fit(row([1, 2], [1, 1]), row(), row([1, 1]))).toBe('1x2 1 / 1 / 1 1')
  })

  it('shortens cells that reach down into a row which was left out', () => {
    expect(fit(row([2, 2], [1, 2]), row([1, 1], [1, 1], [1, 1]))).toBe('2 1 / 1 1 1')
    expect(fit(row([2, 3], [1, 2]), row([1, 1]))).toBe('2x2 1 / 1')
  })

  it('shortens cells that reach past the last row', () => {
    expect(fit(row([1, 9], [1, 1]), row([1, 1]))).toBe('1x2 1 / 1')
  })

  it('takes no rows for no table', () => {
    expect(fit()).toBe('')
  })

  it('makes every table a rectangle', () => {
    const random = seededRandom(15)
    for (let i = 0; i < 300; i++) {
      const rows = Array.from({length: random.between(1, 6)}, () => row(...Array.from({length: random.between(0, 4)}, () => [random.pick([1, 1, 2, 3]), random.pick([1, 1, 2, 4])] as const)))
      fitRows(rows)
      const covered = rows.map(() => 0)
      rows.forEach(({kids}, r) => {
        for (const cell of kids.filter(isElement)) {
          for (let below = r; below < r + span(cell, 'RowSpan'); below++) covered[below]! += span(cell, 'ColSpan')
        }
      })
      expect(new Set(covered).size).toBe(1)
      expect(covered).toHaveLength(rows.length)
    }
  })
})
