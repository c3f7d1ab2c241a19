// The changes of a round as a PDF, and the paper form: what is marked, what is listed with which page, and whether readers of every kind can use them.

import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readManifest} from '../../scripts/review/manifest.ts'
import {openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {brokenInvariants} from '../support/pdf-invariants.ts'
import {readPdf} from '../support/read-pdf.ts'
import {makeTestDraft, openTestRound} from '../support/review-test.ts'
import {findingLines, findVerapdf} from '../support/verapdf.ts'
import {attachedFile} from './attached-file.ts'
import {partText, questions} from './text-of-draft.ts'

/** The first four words of a block. */
function startOf(text: string): string {
  const start = text.split(' ').slice(0, 4).join(' ')
  return start === text ? text : `${start} …`
}

/** Headings of the pages that drafts have besides the book's are in no outline. */
const elsewhere = /^(?:outlineIsHeadings|headingsHaveDestinations)/

// Four products and two runs of veraPDF.
test('changes are marked in the text, tagged, listed with their pages, and removed blocks can still be pointed at', async () => {
  const book = openTestBook('review')
  await openTestRound(book.folder)
  book.edit('sections/care.md', 'Then ask, and wait for an answer', 'Then ask kindly, and wait')
  book.edit('sections/care.md', '| Silence | Somebody is tired |', '| Silence | Somebody is very tired |\n| A new row | with new words |')
  book.edit('sections/care.md', '> A quotation without a voice.\n', '')
  expect(await openTestRound(book.folder, {round: 2})).toMatchObject({exitCode: 0})
  const draft = await makeTestDraft(book.folder)
  expect(draft.files.map(({kind}) => kind)).toEqual(['draft', 'changes', 'paper', 'html'])

  const [changes, paper] = [draft.bytes(1), draft.bytes(2)]
  const reading = await readPdf(changes)
  expect((await brokenInvariants(reading)).filter(fault => !elsewhere.test(fault))).toEqual([])
  const verapdf = await findVerapdf()
  if (verapdf) for (const findings of (await verapdf.validate(new Map([['changes', changes], ['paper', paper]]))).values()) expect(findingLines(findings)).toEqual([])

  const parted = await partText(reading, join(book.folder, 'reviews/round-2/base'), {taken: ['for an answer', 'A quotation without a voice.'], sections: ['care']})
  expect(parted.faults).toEqual([])
  expect(parted.added.filter(words => words.includes(' ') && !questions.includes(words))).toEqual(['CL-4 changed', 'CL-9 changed', 'CL-19 added', 'CL-14 removed', 'What do you think of “Care and listening”?'])

  const {tags, text} = await describePdf({bytes: changes})
  expect(tags.match(/\bIns\b/g)!.length).toBeGreaterThan(3)
  expect(tags.match(/\bDel\b/g)!.length).toBeGreaterThan(1)
  for (const line of [/CL-4 \(page 1\) changed: put in “kindly”; taken out “for an answer”/, /CL-9 \(page 1\) changed: put in “very”/, /CL-14 \(page 4\) removed: taken out “A quotation without a voice\.”/, /CL-4\s+changed/, /removed\s+A quotation without a voice\./]) expect(text.replace(/\s+/g, ' ')).toMatch(line)

  const manifest = readManifest(await attachedFile(changes, 'round.json'))
  if (!('manifest' in manifest)) throw new Error(manifest.fault)
  expect(manifest.manifest).toMatchObject({product: 'changes', round: 2, base: 1})
  const [removed, ...others] = manifest.manifest.blocks.filter(({isRemoved}) => isRemoved)
  expect(others).toEqual([])
  expect(removed).toMatchObject({text: 'A quotation without a voice.', file: 'sections/care.md'})
  expect(removed!.places!.map(({page}) => reading.pages[page]!.label)).toEqual(['4', '4'])

  const all = await readPdf((await makeTestDraft(book.folder, {only: ['changes'], whole: true})).bytes(0))
  expect((await brokenInvariants(all)).filter(fault => !elsewhere.test(fault))).toEqual([])
  expect(all.pages.length).toBeGreaterThan(reading.pages.length)
  expect((await describePdf(all)).text.replace(/\s+/g, ' ')).toMatch(/Here is the whole book.*put in “kindly”; taken out “for an answer”/)

  const sheets = await readPdf(paper)
  expect((await brokenInvariants(sheets)).filter(fault => !elsewhere.test(fault))).toEqual([])
  const whole = readManifest(await attachedFile(draft.bytes(0), 'round.json'))
  if (!('manifest' in whole)) throw new Error(whole.fault)
  const {sections, blocks} = whole.manifest
  const expected = sections.flatMap(({code, title}) => [
    `${code} ${title}`,
    'Write the name of the paragraph, and what you think of it. There are no wrong answers. Please do not write your own name.',
    ...blocks.filter(({id}) => id.startsWith(`${code}-`)).map(({id, text: words}) => `${id} ${startOf(words)}`),
    'Paragraph What you think, or better words',
    ...questions
  ])
  expect((await describePdf(sheets)).text.trim().split('\n')).toEqual(expected)
}, 180_000)
