// Model 2: the page tree (ISO 32000-1, 7.7.3).

import type {PdfWriter} from './write-pdf.ts'

/** Pages of a leaf; viewers find a page without reading all of them. */
const leafSize = 32

export interface PageTree {
  /** Object number of the tree's root. */
  readonly root: number
  /** Object number of a page's parent, by the page's zero-based index. */
  parentOf(index: number): number
  /** Adds the tree. */
  finish(): void
}

/** A tree of two levels over pages, which are given by their object numbers. */
export function createPageTree(writer: PdfWriter, pages: readonly number[]): PageTree {
  const root = writer.reserve()
  const leaves = Array.from({length: Math.ceil(pages.length / leafSize)}, () => writer.reserve())
  const kids = (numbers: readonly number[]) => `/Kids[${numbers.map(number => `${number} 0 R`).join(' ')}]`
  return {
    root,
    parentOf: index => leaves[Math.floor(index / leafSize)]!,
    finish() {
      leaves.forEach((leaf, i) => {
        const own = pages.slice(i * leafSize, (i + 1) * leafSize)
        writer.add(`<</Type/Pages/Parent ${root} 0 R/Count ${own.length}${kids(own)}>>`, leaf)
      })
      writer.add(`<</Type/Pages/Count ${pages.length}${kids(leaves)}>>`, root)
    }
  }
}
