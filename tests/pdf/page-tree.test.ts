import {expect, it} from 'vitest'
import {createPageTree} from '../../scripts/pdf/page-tree.ts'
import {PdfWriter} from '../../scripts/pdf/write-pdf.ts'
import {PdfObjects} from '../support/pdf-objects.ts'
import {readWithPdfjs} from '../support/pdfjs-reading.ts'
import {qpdfComplaints, readQpdfFile} from '../support/qpdf.ts'

it.each([1, 32, 33, 100])('keeps %d pages in order, each under the parent it is told', async count => {
  const writer = new PdfWriter()
  const pages = Array.from({length: count}, () => writer.reserve())
  const tree = createPageTree(writer, pages)
  pages.forEach((page, i) => writer.add(`<</Type/Page/Parent ${tree.parentOf(i)} 0 R/MediaBox[0 0 ${i + 1} 9]/Resources<<>>>>`, page))
  tree.finish()
  const pdf = writer.finish(writer.add(`<</Type/Catalog/Pages ${tree.root} 0 R>>`), writer.add('<<>>'))
  expect(await qpdfComplaints(pdf)).toEqual([])
  expect((await readWithPdfjs(pdf)).pages).toBe(count)
  const objects = new PdfObjects(await readQpdfFile(pdf))
  const leaves = objects.array(objects.dictionary(objects.catalog['/Pages'])!['/Kids'])!
  const found = leaves.flatMap(leaf => {
    const {['/Kids']: kids, ['/Count']: own} = objects.dictionary(leaf)!
    const list = objects.array(kids)!
    expect(own).toBe(list.length)
    for (const kid of list) expect(objects.dictionary(kid)!['/Parent']).toBe(leaf)
    return list
  })
  expect(found.map(page => objects.numbers(objects.dictionary(page)!['/MediaBox'])[2])).toEqual(Array.from({length: count}, (_, i) => i + 1))
})
