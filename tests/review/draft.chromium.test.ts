// The draft of a round: names in the margin, places that hold what they promise, marks on every page, and a file that readers of every kind can use.

import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readManifest, type RoundManifest} from '../../scripts/review/manifest.ts'
import {openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {brokenInvariants} from '../support/pdf-invariants.ts'
import {readPdf} from '../support/read-pdf.ts'
import {makeTestDraft, openTestRound} from '../support/review-test.ts'
import {everyElement} from '../support/structure.ts'
import {findingLines, findVerapdf} from '../support/verapdf.ts'
import {attachedFile} from './attached-file.ts'
import {partText, questions} from './text-of-draft.ts'
import {openWords} from './words-in-places.ts'

/** The headings of the page on how to comment are no part of the book, and are in no outline. */
const elsewhere = /^(?:outlineIsHeadings|headingsHaveDestinations)/

async function manifestIn(pdf: Uint8Array): Promise<RoundManifest> {
  const reading = readManifest(await attachedFile(pdf, 'round.json'))
  if (!('manifest' in reading)) throw new Error(reading.fault)
  return reading.manifest
}

describe('the draft of a round', () => {
  test('names every block, knows where it is, and is sound', async () => {
    const book = openTestBook('review')
    expect(await openTestRound(book.folder, {due: '2026-12-15', reviewers: 'R1,R2'})).toMatchObject({exitCode: 0})
    const draft = await makeTestDraft(book.folder)
    expect(draft.err).toBe('')
    const pdf = draft.bytes(0)
    const manifest = await manifestIn(pdf)
    expect(manifest).toMatchObject({book: 'to-review', round: 1, due: '2026-12-15', date: '2025-12-01', product: 'draft', pages: draft.files[0]!.pages})
    expect(manifest.sections.map(({code, title}) => `${code} ${title}`)).toEqual(['AB About', 'CL Care and listening'])

    const reading = await readPdf(pdf)
    expect((await brokenInvariants(reading)).filter(fault => !elsewhere.test(fault))).toEqual([])
    const {added, faults} = await partText(reading, join(book.folder, 'reviews/round-1/base'))
    expect(faults).toEqual([])
    expect(added).toEqual(manifest.sections.flatMap(({code, title}) => [...manifest.blocks.flatMap(({id}) => (id.startsWith(`${code}-`) ? [id] : [])), `What do you think of “${title}”?`, ...questions]))
    const verapdf = await findVerapdf()
    if (verapdf) expect(findingLines((await verapdf.validate(new Map([['draft', pdf]]))).get('draft')!)).toEqual([])

    const wordsIn = await openWords(pdf)
    const told = (words: string) => words.replace(/\s+/g, '')
    for (const {id, kind, text, places = []} of manifest.blocks) {
      expect(places.length, id).toBeGreaterThan(0)
      expect(reading.pdfjs.destinations.has(id), id).toBe(true)
      if (kind === 'callout') {
        // Its name hangs beside it, and is painted after what it names.
        const [, name = '', rest = ''] = /^(Note|Tip|Caution|Try saying|Pitfall) (.*)$/s.exec(text)!
        expect(wordsIn(places), id).toContain(told(name))
        expect(wordsIn(places), id).toContain(told(rest).slice(0, 60))
      } else if (kind !== 'field') expect(wordsIn(places).replace(/CL-1[67]/g, ''), id).toContain(told(text).slice(0, 60))
    }
    const long = manifest.blocks.find(({text}) => text.startsWith('Sentence number 1 '))!
    expect(new Set(long.places!.map(({page}) => page)).size).toBeGreaterThan(1)
    expect(wordsIn(long.places!)).toBe(told(long.text))
    const twins = manifest.blocks.filter(({text}) => text.startsWith('The same sentence'))
    expect(twins.map(({id}) => id)).toEqual(['AB-2', 'AB-4'])
    expect(twins[0]!.places).not.toEqual(twins[1]!.places)
  })

  test('keeps each box to tick beside its item', async () => {
    const book = openTestBook('empty', {'sections/a.md': '# A\n\nA paragraph.\n\n- [ ] One\n- [ ] Place: :blank[Place]\n- [ ] :blank[Other]\n- [ ] Four\n'})
    await openTestRound(book.folder, {})
    const {structure} = await readPdf((await makeTestDraft(book.folder, {only: ['draft']})).bytes(0))
    const bottoms = [...everyElement(structure.elements)].flatMap(({alt, attributes}) => (alt === 'tick box' ? [(attributes.get('Layout/BBox') as number[])[1]!] : []))
    expect(bottoms).toHaveLength(4)
    const steps = bottoms.slice(1).map((bottom, index) => bottoms[index]! - bottom)
    expect(steps.every(step => step > 15 && step < 50), steps.join()).toBe(true)
  })

  test('marks every page, and reads without the marks', async () => {
    const book = openTestBook('review')
    await openTestRound(book.folder, {due: '2026-12-15', reviewers: 'R1,R2'})
    const draft = await makeTestDraft(book.folder, {eachReviewer: true})
    expect(draft.files.filter(({kind}) => kind === 'draft').map(({path}) => path.split('/').at(-1))).toEqual(['to-review-round-1-draft-R1.pdf', 'to-review-round-1-draft-R2.pdf'])
    const [one, two] = [draft.bytes(0), draft.bytes(1)]
    expect([(await manifestIn(one)).reviewer, (await manifestIn(two)).reviewer]).toEqual(['R1', 'R2'])
    const {text} = await describePdf({bytes: one})
    expect(text).not.toContain('DRAFT')
    expect(text).toMatch(/AB-1\n+About\n+AB-2\n+The same sentence stands here twice\./)
    const pages = draft.files[0]!.pages!
    const wordsIn = await openWords(one)
    for (let page = 0; page < pages; page++) {
      expect(wordsIn([{page, left: 0, right: 612, bottom: 740, top: 792}]), `page ${page}`).toMatch(/^.*DRAFT·Round1,December1,2025·commentsuntilDecember15,2026·text[0-9a-f]{8}·copyR1.*$/)
    }
  })

  test('is the same for the same round', async () => {
    const book = openTestBook('review')
    await openTestRound(book.folder)
    const [first, second] = [await makeTestDraft(book.folder), await makeTestDraft(book.folder, {jobs: 1})]
    expect(Buffer.from(first.bytes(0)).equals(second.bytes(0))).toBe(true)
  })

  test('is made of the frozen text, which nobody may change', async () => {
    const book = openTestBook('review')
    await openTestRound(book.folder)
    book.edit('sections/about.md', '# About', '# Something else')
    const draft = await makeTestDraft(book.folder)
    expect((await manifestIn(draft.bytes(0))).blocks[0]!.text).toBe('About')
    book.edit('reviews/round-1/base/sections/about.md', '# About', '# Something else')
    const refused = await makeTestDraft(book.folder)
    expect([refused.exitCode, refused.files]).toEqual([1, []])
    expect(refused.out).toContain('round-changed')
  })
})
