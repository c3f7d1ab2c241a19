// Test support: which pages a structure element stands on.

import type {PdfReading} from './read-pdf.ts'
import type {StructureElement} from './structure.ts'
import {everyLeaf} from './structure.ts'

/** Indexes of the pages that an element's content stands on, in order. */
export function pagesOf(reading: PdfReading, element: StructureElement): number[] {
  const found = new Set<number>()
  for (const {page} of everyLeaf(element)) {
    const index = reading.pageIndexes.get(page ?? '')
    if (index !== undefined) found.add(index)
  }
  return [...found].sort((a, b) => a - b)
}
