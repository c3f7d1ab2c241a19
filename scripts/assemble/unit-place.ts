// Assemble: what a unit's pages and links are called in the book.

import type {PdfWriter} from '../pdf/write-pdf.ts'
import type {PrintedUnit} from './printed-unit.ts'

/** A link by its object number and its key in the parent tree. */
export interface LinkPlace {
  readonly number: number
  readonly key: number
}

/** A page of a unit. */
export interface PagePlace {
  /** Zero-based place in the book, which is the page's key in the parent tree. */
  readonly index: number
  /** Object number. */
  readonly number: number
  readonly links: readonly LinkPlace[]
}

/** Places of a unit's pages from the book's page `first` on. `pages` has the book's object numbers; `nextKey` gives keys of the parent tree. */
export function placeUnit(writer: PdfWriter, unit: PrintedUnit, first: number, pages: readonly number[], nextKey: () => number): PagePlace[] {
  return unit.pages.map(({links}, page) => ({
    index: first + page,
    number: pages[first + page]!,
    links: links.map(() => ({number: writer.reserve(), key: nextKey()}))
  }))
}
