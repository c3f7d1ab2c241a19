// Test support: a file of empty pages, to hold against qpdf and pdf.js what our model writes.

import {PdfWriter} from '../../scripts/pdf/write-pdf.ts'

/** A PDF of `count` empty pages; `fill` gets the writer and the pages' object numbers, and gives the rest of the catalog's entries. */
export function smallPdf(count: number, fill: (writer: PdfWriter, pages: readonly number[]) => string = () => ''): Uint8Array {
  const writer = new PdfWriter()
  const tree = writer.reserve()
  const pages = Array.from({length: count}, () => writer.add(`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 100 100]/Resources<<>>>>`))
  writer.add(`<</Type/Pages/Count ${count}/Kids[${pages.map(page => `${page} 0 R`).join(' ')}]>>`, tree)
  const entries = fill(writer, pages)
  return writer.finish(writer.add(`<</Type/Catalog/Pages ${tree} 0 R${entries}>>`), writer.add('<<>>'))
}
