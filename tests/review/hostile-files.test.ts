// Files from anybody: locked, cut off anywhere, with text that means to do something else than be read.

import type {Element, Nodes} from 'hast'
import {PDF} from '@libpdf/core'
import {describe, expect, test} from 'vitest'
import {createRenderer} from '../../scripts/render/create-renderer.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {writeComment} from '../../scripts/review/comment.ts'
import {addOpenEntries, readDecisions} from '../../scripts/review/decisions.ts'
import {dispositionCsv, dispositionHtml} from '../../scripts/review/disposition.ts'
import {readManifest, writeManifest} from '../../scripts/review/manifest.ts'
import {parseHtml} from '../../scripts/review/parse-html.ts'
import {writeReport} from '../../scripts/review/write-report.ts'
import {youSaid} from '../../scripts/review/you-said.ts'
import {memoryFiles} from '../read/memory-files.ts'
import {templates} from '../render/render-files.ts'
import {seededRandom} from '../bench/random.ts'
import {collectFixtures, draftManifest, readFixture} from '../support/collect-fixture.ts'
import {encrypt} from '../support/qpdf.ts'

describe('an encrypted PDF', () => {
  test.each([40, 128, 256] as const)('of %i bits is read when anybody may open it, and else refused as what it is', async bits => {
    const plain = await collectFixtures(['mupdf/mupdf.pdf'])
    const open = await collectFixtures([await encrypt(readFixture('mupdf/mupdf.pdf'), bits, '')])
    expect(open.messages).toEqual([])
    expect(open.comments.map(({comment}) => comment)).toEqual(plain.comments.map(({comment}) => comment))
    const {comments, messages} = await collectFixtures([await encrypt(readFixture('mupdf/mupdf.pdf'), bits, 'secret')])
    expect(comments).toEqual([])
    expect(messages.map(({reason}) => reason)).toEqual(['Unexpected PDF with a password, expected comments'])
  })
})

test('a PDF that is cut off anywhere, or of which bytes are others, ends with what can be read', async () => {
  const random = seededRandom(12)
  for (const name of ['mupdf/mupdf.pdf', 'okular/okular.pdf', 'firefox/firefox.pdf']) {
    const whole = readFixture(name)
    for (let run = 0; run < 12; run++) {
      const broken = Buffer.from(run % 2 === 0 ? whole.subarray(0, random.between(1, whole.length)) : whole)
      if (run % 2 === 1) for (let i = 0; i < 200; i++) broken[random.between(20, broken.length - 1)] = random.between(0, 255)
      const {comments, messages} = await collectFixtures([broken])
      if (comments.length === 0) expect(messages.length).toBeGreaterThan(0)
    }
  }
})

test('files of two rounds in one call are kept with their rounds', async () => {
  const {hash} = await draftManifest()
  const file = await PDF.load(readFixture('mupdf/mupdf.pdf'))
  const reading = readManifest(Buffer.from(file.attachments.get('round.json') ?? []).toString('utf8'))
  if ('fault' in reading) throw new Error(reading.fault)
  file.attachments.remove('round.json')
  file.attachments.add('round.json', Buffer.from(writeManifest({...reading.manifest, round: 2, hash: 'd'.repeat(64)})))
  const rounds = new Map([[1, {hash, isClosed: false, reviewers: [], comments: new Map()}], [2, {hash: 'd'.repeat(64), isClosed: false, reviewers: [], comments: new Map()}]])
  const {comments, messages} = await collectFixtures(['okular/okular.pdf', await file.save()], [], {rounds})
  expect(messages).toEqual([])
  const of = (source: number) => new Set(comments.filter(each => each.source === source).map(({round}) => round))
  expect([of(1), of(2)]).toEqual([new Set([1]), new Set([2])])
})

const escape = '\u001b[31mred\u202edlo\u2066'
const hostile = `<img src=x onerror=alert(1)><script>alert(1)</script> ${escape} =HYPERLINK("x") :fact[x] ::quote[y] # no *heading* [a](javascript:alert)`

function elementsIn(node: Nodes): Element[] {
  if (!('children' in node)) return []
  return [...(node.type === 'element' ? [node] : []), ...node.children.flatMap(elementsIn)]
}

describe('hostile text', () => {
  test('is text and nothing else wherever it is shown', async () => {
    const row = (cells: readonly string[]) => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')
    const table = `Who,Block,Quote,Comment,Proposed change\n${row([`Robin Example ${escape}`, 'LT-7', hostile, hostile, `=1+1 ${hostile}`])}\n`
    const {comments, names} = await collectFixtures([Buffer.from(table)])
    const [collected] = comments
    expect(collected!.comment.reviewer).toMatch(/^P-[0-9A-Z]{5}$/)
    expect([...names.values()].join()).toContain('Robin Example')
    const {comment} = collected!
    const {title, blocks, sections} = await draftManifest()
    const answers = `${comment.id}: {decision: declined, reason: ${JSON.stringify(hostile.replaceAll(escape, ''))}}\n`
    const round = {
      number: 1, title, language: 'en', reviewers: [], blocks, sections: new Map(sections.map(section => [section.id, section.title])), comments: [comment],
      decisions: readDecisions(answers, 'd.yaml').decisions, pictures: new Map()
    }
    const sheet = readBook(memoryFiles(Object.fromEntries(youSaid(round, {publishers: [], date: '2026-12-20'}))))
    const sheetHtml = createRenderer(sheet.book, {profile: 'print', paper: 'letter', templates, figures: memoryFiles({})})
    expect([...sheet.messages, ...sheetHtml.messages].map(String)).toEqual([])
    const pages = {report: writeReport(round, '..'), dispositions: dispositionHtml(round), sheet: sheetHtml.renderScreen()}
    for (const [name, html] of Object.entries(pages)) {
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      expect([name, main.includes('alert(1)')]).toEqual([name, true])
      const elements = elementsIn(parseHtml(main))
      expect([name, elements.filter(({tagName}) => ['script', 'img', 'iframe'].includes(tagName))]).toEqual([name, []])
      expect([name, elements.filter(({properties}) => /^javascript:/.test(String(properties['href'])) || 'onError' in properties)]).toEqual([name, []])
    }
    for (const text of [...Object.values(pages), dispositionCsv(round), writeComment(comment), addOpenEntries('', [comment]), JSON.stringify(comment)]) {
      expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/.test(text)).toBe(false)
      expect(text).not.toContain('Robin')
    }
    expect(dispositionCsv(round)).not.toMatch(/(?:^|,|\n)"?=/)
  })

  test('in a manifest keeps it from being believed', async () => {
    const {blocks, ...manifest} = await draftManifest()
    for (const wrong of [{text: escape}, {section: escape}, {file: '../../etc/passwd'}, {file: '/etc/passwd'}]) {
      expect(readManifest(writeManifest({...manifest, blocks: blocks.map(block => ({...block, ...wrong}))}))).toHaveProperty('fault')
    }
  })

  test('in the place of a code is a name, and becomes one', async () => {
    const {round, hash} = await draftManifest()
    const file = (reviewer: string) => Buffer.from(JSON.stringify({format: 'space-hacks-comments', version: 1, book: 'comments', round, hash, reviewer, comments: [{id: 'a', block: 'LT-7', comment: `Signed, ${reviewer}`}]}))
    for (const reviewer of ['Robin', 'Robin Example', `<b>${escape}`]) {
      const {comments: [collected]} = await collectFixtures([file(reviewer)])
      expect(collected!.comment.reviewer).toMatch(/^P-[0-9A-Z]{5}$/)
    }
    expect((await collectFixtures([file('R7')])).comments[0]!.comment.reviewer).toBe('R7')
  })
})
