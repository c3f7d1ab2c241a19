// Two readers of PDFs that share no code, the program's and the tests' own, find the same tags, words and places in every fixture book.

import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {readPdf} from '../support/read-pdf.ts'
import {oneLine, spokenText} from '../support/spoken-text.ts'
import {everyElement} from '../support/structure.ts'

async function expectAgreement(bytes: Uint8Array): Promise<void> {
  const [{text, tags, outline, pages}, reading] = await Promise.all([describePdf({bytes}), readPdf(bytes)])
  const spoken = reading.structure.elements.map((element) => spokenText(reading, element, (alt) => ` [${alt}] `)).join('\n')
  expect(text.split('\n').slice(0, -1)).toEqual(spoken.split('\n').map(oneLine).filter((line) => line !== ''))
  expect([...tags.matchAll(/^ *([A-Z]\w*)/gm)].map(([, role]) => role)).toEqual([...everyElement(reading.structure.elements)].map(({role}) => role))
  expect(outline.split('Named destinations\n')[0]).toBe(`Outline\n${reading.outline.map(({title, level, destination}) => `${'  '.repeat(level)}${title} (page ${destination?.pageIndex}, label ${JSON.stringify(reading.pages[destination?.pageIndex ?? 0]?.label)})\n`).join('')}`)
  expect([...pages.matchAll(/label: (.*)/g)].map(([, label]) => label)).toEqual(reading.pages.map(({label}) => JSON.stringify(label)))
}

it.each(['accessible', 'stock', 'plain-folder'])('describes the book %s as the tests read it', async (name) => {
  const {pdf} = await openTestBook(name).build({formats: ['pdf']})
  await expectAgreement(pdf)
})

it('describes a file of Chromium’s as the tests read it, and names the text that no tag holds', async () => {
  const bytes = readFileSync(new URL('../fixtures/pdf/three-pages.pdf', import.meta.url))
  const {pages} = await describePdf({bytes})
  expect(pages.match(/Untagged: .*/g)).toEqual([1, 2, 3].map((page) => `Untagged: "Three pages${page}"`))
  await expectAgreement(bytes)
})
