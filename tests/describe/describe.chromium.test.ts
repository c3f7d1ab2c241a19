// Two readers of PDFs that share no code, ours and the tests' own, describe every fixture book alike.

import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {describe} from '../../scripts/describe/describe.ts'
import {readDocument} from '../../scripts/describe/read-document.ts'
import {openPdf} from '../../scripts/pdf/open-pdf.ts'
import {openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {readPdf} from '../support/read-pdf.ts'

async function expectAgreement(pdf: Uint8Array): Promise<void> {
  expect(describe(readDocument(await openPdf(pdf)))).toEqual(describePdf(await readPdf(pdf)))
}

it.each(['accessible', 'stock', 'plain-folder'])('describes the book %s as the tests do', async (name) => {
  const {pdf} = await openTestBook(name).build({formats: ['pdf']})
  await expectAgreement(pdf)
})

it('describes a file of Chromium’s as the tests do, and names the text that no tag holds', async () => {
  const pdf = readFileSync(new URL('../fixtures/pdf/three-pages.pdf', import.meta.url))
  const {pages, ...rest} = describe(readDocument(await openPdf(pdf)))
  expect(pages.match(/Untagged: .*/g)).toEqual([1, 2, 3].map((page) => `Untagged: "Three pages${page}"`))
  expect({...rest, pages: pages.replace(/ {2}Untagged: .*\n/g, '')}).toEqual(describePdf(await readPdf(pdf)))
})
