// The whole way of a round: opened, drafted, marked, collected, answered, closed, released.

import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../scripts/commands/build.ts'
import {reviewClose} from '../../scripts/commands/review-close.ts'
import {reviewCollect} from '../../scripts/commands/review-collect.ts'
import {reviewDecide} from '../../scripts/commands/review-decide.ts'
import {reviewDraft} from '../../scripts/commands/review-draft.ts'
import {reviewReport} from '../../scripts/commands/review-report.ts'
import {reviewStatus} from '../../scripts/commands/review-status.ts'
import {openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {manifestIn, markPdf} from '../support/mark-pdf.ts'
import {plainPunctuation} from '../support/manuscript-text.ts'
import {brokenInvariants} from '../support/pdf-invariants.ts'
import {readPdf} from '../support/read-pdf.ts'
import {oneLine} from '../support/spoken-text.ts'
import {answerOf, makeTestDraft, openTestRound} from '../support/review-test.ts'

interface Item {
  readonly id: string
  readonly new: boolean
  readonly placed: boolean
  readonly block: string | null
  readonly file: string | null
  readonly line: number | null
  readonly quote: string
  readonly comment: string
  readonly reviewer: string
}

test('a round goes from the manuscript to “You said, we did”', async () => {
  const book = openTestBook('review')
  const out = join(book.folder, 'dist')
  await openTestRound(book.folder, {reviewers: 'R1,R2,R3'})
  const draft = await makeTestDraft(book.folder)
  const manifest = await manifestIn(draft.bytes(0))
  const bytes = await markPdf(draft.bytes(0), manifest.blocks.map(({id, places}) => ({subtype: 'Highlight', places: [places![0]!], words: `About ${id}`, author: 'Robin Example'})))
  const returned = join(book.folder, 'dist/Robin Example.pdf')
  writeFileSync(returned, bytes)
  const table = join(book.folder, 'dist/table.csv')
  writeFileSync(table, `Who,How,Block,Quote,Comment\nR2,paper,${manifest.blocks[1]!.id},,On paper\nR2,voice,ZZ-9,,On nothing\n`)
  const collectAll = async () => {
    const answer = await answerOf(terminal => reviewCollect([returned, table], {book: book.folder, out, json: true}, terminal))
    return (JSON.parse(answer.out) as {items: Item[]}).items
  }

  const items = await collectAll()
  expect(items).toHaveLength(manifest.blocks.length + 2)
  // Each block was marked at its own places, and says which.
  const found = items.slice(0, manifest.blocks.length)
  expect(found.map(({block}) => block)).toEqual(manifest.blocks.map(({id}) => id))
  expect(found.map(({file, line}) => [file, line])).toEqual(manifest.blocks.map(({file, line}) => [file, line]))
  expect(items.at(-2)).toMatchObject({placed: true, block: manifest.blocks[1]!.id, reviewer: 'R2'})
  expect(items.at(-1)).toMatchObject({placed: false, block: null})
  expect((await collectAll()).some(item => item.new)).toBe(false)

  const status = JSON.parse((await answerOf(terminal => reviewStatus(book.folder, {json: true}, terminal))).out) as {open: string[]; silent: string[]}
  expect(status.open).toHaveLength(items.length)
  expect(status.silent).toEqual(['R1', 'R3'])

  // The report leads to the lines as they are now.
  const [{file, line, id}] = [found.at(-1)!]
  book.write(file!, `${book.read(file!).split('\n').map((text, index) => (index === 0 ? `${text}\n\nA new paragraph stands first.` : text)).join('\n')}`)
  await answerOf(terminal => reviewReport(book.folder, {out}, terminal))
  const report = readFileSync(join(out, 'review/round-1/comments-round-1.html'), 'utf8')
  expect(report).toContain(`${file}:${line! + 2}<`)
  expect(report).not.toContain(book.folder)

  const close = () => answerOf(terminal => reviewClose(book.folder, {paper: 'letter', out}, terminal, new AbortController().signal))
  const refused = await close()
  expect(refused.exitCode).toBe(1)
  expect(refused.err).toContain('comment-undecided')
  const release = (profile = 'print') => answerOf(terminal => build(book.folder, {profile, paper: 'letter', format: ['pdf'], out, cache: false, release: true}, terminal, new AbortController().signal))
  const early = await release()
  expect([early.exitCode, early.err.includes('round-open'), early.err.includes('comment-undecided')]).toEqual([1, true, true])

  await answerOf(terminal => reviewDecide([id], {book: book.folder, decline: true, reason: 'There is no room for it.'}, terminal))
  await answerOf(terminal => reviewDecide(items.map(item => item.id).filter(each => each !== id), {book: book.folder, accept: true, did: 'The words are in'}, terminal))
  expect((await close()).exitCode).toBe(0)
  const sheet = await readPdf(readFileSync(join(out, 'review/round-1/you-said-we-did-round-1.pdf')))
  // A sheet has no cover, and begins with what it has to say.
  expect(sheet.pages.length).toBeGreaterThan(0)
  expect(sheet.pdfjs.labels?.[0]).toBe('1')
  expect(await brokenInvariants(sheet)).toEqual([])
  const said = items.map(({block, quote, comment}) => `You said${block === null ? '' : ` (about ${block})`}: ${quote === '' ? '' : `On the words “${quote}”. `}${comment}`)
  const did = items.map(item => `We did: ${item.id === id ? 'We left it as it is. There is no room for it.' : 'We did it. The words are in.'}`)
  const lines = (await describePdf(sheet)).text.trim().split('\n').map(plainPunctuation)
  expect(lines.filter(each => /^(?:You said[ :]|We did:)/.test(each)).sort()).toEqual([...said, ...did].map(each => plainPunctuation(oneLine(each))).sort())
  expect(lines.filter(each => !/^(?:You said[ :]|We did:)/.test(each))).toEqual([
    'The publisher',
    'You said, we did',
    'A book to review, round 1',
    'Thank you',
    `You read our draft and told us what you think. We got ${items.length} comments. Here is each one, and what we did.`,
    'About',
    'Care and listening',
    'Other comments'
  ])
  expect(readFileSync(join(out, 'review/round-1/you-said-we-did-round-1.html'), 'utf8')).toContain('There is no room for it.')
  expect((await release()).exitCode).toBe(0)
  const late = await answerOf(terminal => reviewDraft(book.folder, {only: ['html'], paper: 'letter', out, cache: false}, terminal, new AbortController().signal))
  expect([late.exitCode, late.err]).toEqual([0, expect.stringContaining('Unexpected draft of round 1, which is closed')])
  expect(late.err).toContain('round-closed')
  expect(late.err).toContain('review open --round 2')
  expect(await release('draft')).toMatchObject({exitCode: 1, err: expect.stringContaining('profile for drafts') as string})
  book.edit('sections/about.md', 'Another paragraph parts', '(See AB-2!) Another paragraph parts')
  expect(await release()).toMatchObject({exitCode: 1, err: expect.stringContaining('Unexpected `AB-2`, which is the name of a block') as string})

  // Nobody's name is in anything that is kept or made.
  const made = ['reviews/round-1/comments', 'dist/review/round-1'].flatMap(folder => readdirSync(join(book.folder, folder)).map(name => join(book.folder, folder, name)))
  for (const path of [...made, join(book.folder, 'reviews/round-1/decisions.yaml')]) expect([path, readFileSync(path).includes('Robin')]).toEqual([path, false])
  expect(readFileSync(join(book.folder, 'reviews/.gitignore'), 'utf8')).toContain('reviewers-key.yaml')
  expect(existsSync(join(book.folder, 'reviews/reviewers-key.yaml'))).toBe(true)
}, 180_000)
