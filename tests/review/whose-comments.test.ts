// Whose comments are whose, when files of several people come in one call.

import {describe, expect, test} from 'vitest'
import {parseYaml} from '../../scripts/read/parse-yaml.ts'
import {joinNames, readKey, writeKey} from '../../scripts/review/reviewer-codes.ts'
import {markPdf, pointOn} from '../support/mark-pdf.ts'
import {collectFixtures, draftManifest, readFixture} from '../support/collect-fixture.ts'

/** R1's copy of the draft, with notes; each has its words and the name that the program wrote, if any. */
async function copyOf(reviewer: string, notes: readonly (readonly [words: string, author?: string])[]): Promise<Uint8Array> {
  const issued = await draftManifest()
  const places = [pointOn(issued.blocks.find(({places}) => places !== undefined)!)]
  const marked = await markPdf(readFixture('draft.pdf'), notes.map(([words, author]) => ({subtype: 'Text', places, words, ...(author === undefined ? {} : {author})})))
  return forReviewer(marked, reviewer)
}

/** The file with its manifest naming who got it. */
async function forReviewer(bytes: Uint8Array, reviewer: string): Promise<Uint8Array> {
  const {PDF} = await import('@libpdf/core')
  const file = await PDF.load(bytes)
  file.attachments.remove('round.json')
  file.attachments.add('round.json', Buffer.from(JSON.stringify({...(await draftManifest()), reviewer})))
  return file.save()
}

async function page(reviewer: string, comment: string): Promise<Uint8Array> {
  const {book, round, hash} = await draftManifest()
  return Buffer.from(JSON.stringify({format: 'space-hacks-comments', version: 1, book, round, hash, reviewer, comments: [{id: `page-${reviewer}-0000000000001`, block: 'LT-7', comment}]}))
}

const csv = (...rows: readonly string[]) => Buffer.from(`Block,Comment,Who\n${rows.join('\n')}\n`)

/** What was said, by who said it. */
async function collectAll(files: readonly Uint8Array[]): Promise<{said: string[]; names: unknown}> {
  const {hash} = await draftManifest()
  const {comments, names} = await collectFixtures(files, [], {rounds: new Map([[1, {hash, isClosed: false, reviewers: ['R1', 'R2', 'R3'], comments: new Map()}]])})
  return {said: comments.map(({comment}) => `${comment.reviewer}: ${comment.comment}`).sort(), names: Object.fromEntries([...names].map(([code, all]) => [code, all.join(', ')]))}
}

describe('a copy made for one reviewer', () => {
  const lena = () => copyOf('R1', [['Which size? Ask Lena Ortiz, she keeps the boxes.', 'Lena Ortiz'], ['Bigger', 'Lena Ortiz']])
  const lenas = ['R1: Bigger', 'R1: Which size? Ask R1, she keeps the boxes.']

  test('leaves a table that comes with it to those whom its rows name', async () => {
    const table = csv('LT-7,Say how much,R2', 'LT-6,Too fast,R3')
    const expected = {said: [...lenas, 'R2: Say how much', 'R3: Too fast'], names: {R1: 'Lena Ortiz'}}
    expect(await collectAll([await lena(), table])).toEqual(expected)
    expect(await collectAll([table, await lena()])).toEqual(expected)
  })

  test('and a person without a code in a table are two', async () => {
    const {said, names} = await collectAll([await lena(), csv('LT-7,Say how much,maria')])
    expect(said.slice(1)).toEqual(lenas)
    expect(said[0]).toMatch(/^P-[0-9A-Z]{5}: Say how much$/)
    expect(names).toEqual({R1: 'Lena Ortiz', [said[0]!.slice(0, 7)]: 'maria'})
  })

  test('leaves the review page’s file of another to that one', async () => {
    expect(await collectAll([await lena(), await page('R2', 'Which park?')])).toEqual({said: [...lenas, 'R2: Which park?'], names: {R1: 'Lena Ortiz'}})
  })

  test('keeps its code, and others theirs, when programs wrote no name', async () => {
    const copy = await copyOf('R1', [['One'], ['Two']])
    expect(await collectAll([copy, csv('LT-7,Say how much,R2'), await copyOf('R3', [['Three', 'Sam Sample']])])).toEqual({said: ['R1: One', 'R1: Two', 'R2: Say how much', 'R3: Three'], names: {R3: 'Sam Sample'}})
    expect((await collectAll([copy, csv('LT-7,Say how much,')])).said).toEqual(['R1: One', 'R1: Two', 'unnamed: Say how much'])
  })

  test('is its reviewer’s, although some marks have no name, and a code that is written there is that of who wrote it', async () => {
    const {said, names} = await collectAll([await copyOf('R1', [['One'], ['Two'], ['Three', 'Lena Ortiz'], ['Four', 'R2']])])
    expect(said).toEqual(['R1: One', 'R1: Three', 'R1: Two', 'R2: Four'])
    expect(names).toEqual({R1: 'Lena Ortiz'})
  })

  test('that was the only draft left on this computer, does not own what comes without a copy', async () => {
    const {hash} = await draftManifest()
    const left = await copyOf('R1', [])
    const {comments} = await collectFixtures([Buffer.from('Page,Comment,Who\n3,Say how much,R2\n')], [], {draft: () => left, rounds: new Map([[1, {hash, isClosed: false, reviewers: ['R1', 'R2'], comments: new Map()}]])})
    expect(comments.map(({comment}) => comment.reviewer)).toEqual(['R2'])
  })

  test('and read with two programs, hides both names', async () => {
    const phone = await copyOf('R1', [['I am lena.o@home, Lena Ortiz', 'lena.o@home']])
    const {said, names} = await collectAll([await lena(), phone])
    expect(said).toEqual(['R1: Bigger', 'R1: I am R1, R1', 'R1: Which size? Ask R1, she keeps the boxes.'])
    expect(names).toEqual({R1: 'Lena Ortiz, lena.o@home'})
  })
})

test('the key keeps every name of a code, and old keys are read', () => {
  const read = (text: string) => readKey(parseYaml(text).root)
  const names = new Map([['P-AAAAA', ['Sam: Sample']], ['R1', ['Lena Ortiz', 'lena.o@home']]])
  expect(read(writeKey({secret: '0a', names}))).toEqual({secret: '0a', names})
  expect(read('secret: 0a\npeople:\n  R1: "Lena Ortiz"\n')).toEqual({secret: '0a', names: new Map([['R1', ['Lena Ortiz']]])})
  expect(joinNames(names, new Map([['R1', ['lena.o@home', 'L. O.']]])).get('R1')).toEqual(['Lena Ortiz', 'lena.o@home', 'L. O.'])
})
