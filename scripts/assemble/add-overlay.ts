// Assemble: what is printed over every page alike, as an artifact (ISO 32000-1, 14.8.2.2): the marks of a draft.

import {deflateSync, inflateSync} from 'node:zlib'
import type {PdfWriter} from '../pdf/write-pdf.ts'
import {mediaBox, resourcesOf, type Overlay, type PageContext} from './add-page.ts'
import type {PrintedUnit} from './printed-unit.ts'

const artifact = '/Artifact <</Type/Pagination/Subtype/Header>>BDC'

/** Adds the first page of a unit as a form. What it says is no part of the document's structure, though it was tagged when it was printed. */
export function addOverlay(writer: PdfWriter, unit: PrintedUnit, context: PageContext): Overlay {
  const page = unit.pages[0]
  if (!page) throw new Error(`Unexpected overlay \`${unit.id}\` without a page`)
  const painted = page.content.map(part => Buffer.from(inflateSync(unit.blobs[part]!)).toString('latin1')).join('\n')
  const untagged = painted.replace(/\/P <<\/MCID \d+>>BDC/g, artifact)
  const box = mediaBox(page).replace('/MediaBox', '/BBox')
  const form = writer.addStream(`/Type/XObject/Subtype/Form${box}/Resources<<${resourcesOf(unit, page, context)}>>/Filter/FlateDecode`, deflateSync(Buffer.from(untagged, 'latin1')))
  const content = writer.addStream('', Buffer.from(`${artifact}\nq\n/Overlay Do\nQ\nEMC\n`, 'latin1'))
  return {form, content}
}
