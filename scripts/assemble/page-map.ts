// Assemble: which page of the book is which page of which unit, and what is printed in its corner.

/** One page of the book. */
export interface PageEntry {
  /** Zero-based place in the file. */
  readonly index: number
  /** PDF page label; equal to the folio wherever one is printed. */
  readonly label: string
  /** Printed page number; absent on covers and blanks. */
  readonly folio?: string
  readonly side: 'recto' | 'verso'
  /** True for a page put in so that the next unit starts on a recto. */
  readonly blank: boolean
  /** Unit the page belongs to; a blank belongs to the unit before it. */
  readonly unit: string
  /** Zero-based page inside the unit; absent on blanks. */
  readonly pageOfUnit?: number
}

/** Pages in order, and for every anchor the index of the page it stands on. */
export interface PageMap {
  readonly pages: readonly PageEntry[]
  readonly anchors: ReadonlyMap<string, number>
}
