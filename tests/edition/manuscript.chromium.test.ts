// The manuscript of this repository, in every edition and profile: nothing to remark, every invariant, no failure of PDF/UA-1, and pages that are well filled.

import {expect, it} from 'vitest'
import type {BuildOptions} from '../../scripts/edition/build.ts'
import {examine, openTestBook} from '../support/book-test.ts'
import {describePages} from '../support/describe-pdf.ts'
import {paintedColours} from '../support/painted-colours.ts'
import {partedLists, splitBlocks, strandedHeadings} from '../support/page-falls.ts'
import {findingLines, findVerapdf} from '../support/verapdf.ts'

const verapdf = await findVerapdf()

const products: readonly [edition: string, profile: string, paper: BuildOptions['paper']][] = [
  ['space-hacks', 'print', 'letter'],
  ['space-hacks', 'screen', 'letter'],
  ['space-hacks', 'grayscale', 'letter'],
  ['space-hacks', 'large-print', 'letter'],
  ['space-hacks-in-motion', 'print', 'letter'],
  ['space-hacks-in-motion', 'screen', 'a4'],
  ['space-hacks-in-motion', 'grayscale', 'letter'],
  ['space-hacks-in-motion', 'large-print', 'a4']
]

const built = new Map<string, Uint8Array>()

it.each(products)('%s, %s, %s: reads through its tags as its manuscript, with quotes and callouts whole, titles with their text, lists with what announces them, and no colour where ink is saved', {timeout: 300_000}, async (edition, profile, paper) => {
  const book = openTestBook('manuscript')
  const build = await book.build({edition, profile, paper, formats: ['pdf']})
  expect(build.diagnostics.map(String)).toEqual([])
  // Page numbers had room when they were first printed, but for a few.
  const printedAgain = build.printed.filter((id, index) => build.printed.indexOf(id) !== index)
  expect(printedAgain.length, printedAgain.join()).toBeLessThanOrEqual(2)
  const {reading, faults} = await examine(book, build, edition)
  expect(faults).toEqual([])
  built.set(`${edition} ${profile} ${paper}`, build.pdf)

  if (profile === 'grayscale') expect(paintedColours(reading)).toEqual([])
  else expect(paintedColours(reading)).not.toEqual([])

  const {elements} = reading.structure
  expect(splitBlocks(elements)).toEqual({whole: expect.toSatisfy((count: number) => count > 20), split: []})
  expect(strandedHeadings(elements)).toEqual({headings: expect.toSatisfy((count: number) => count > 40), stranded: []})
  expect(partedLists(reading)).toEqual({announced: expect.toSatisfy((count: number) => count > 4), parted: []})
})

/** A page of each kind: covers, lists, an opener, hacks with scripts and figures, a form, tables with page numbers, indexes. */
it.each([
  ['space-hacks', ['_cover', '_contents', 'words-we-use', 'using-space-hacks', 'pick-one', 'arc', 'space-and-angle', 'form-incident-reflection', 'find-your-site', 'framework-crosswalk', 'quotes-index', 'subject-index', 'keep-in-touch']],
  ['space-hacks-in-motion', ['_cover', 'on-the-move', 'the-van-door']]
])('%s prints its pages as the golden files say', async (edition, names) => {
  const pages = await describePages({bytes: built.get(`${edition} print letter`)!}, names)
  for (const [name, description] of pages) await expect(description).toMatchFileSnapshot(`../fixtures/books/manuscript-expected/${edition}/${name.replace('_', '')}.txt`)
})

it.skipIf(!verapdf)('conforms to PDF/UA-1', {timeout: 300_000}, async () => {
  const findings = await verapdf!.validate(built)
  expect(built.size).toBe(products.length)
  expect([...findings].flatMap(([product, found]) => findingLines(found).map((line) => `${product}: ${line}`))).toEqual([])
})
