// Test support: a PDF in the words of `space-hacks describe`, which are the golden files too.

import {describe, type Description} from '../../scripts/describe/describe.ts'
import {readDocument} from '../../scripts/describe/read-document.ts'
import {openPdf} from '../../scripts/pdf/open-pdf.ts'

export async function describePdf({bytes}: {readonly bytes: Uint8Array}): Promise<Description> {
  return describe(readDocument(await openPdf(bytes)))
}
