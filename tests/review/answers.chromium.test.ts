// What a round ends with, for everybody: the report, the table and the sheet on screens, and the sheet as a PDF.

import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import puppeteer, {type Browser} from 'puppeteer-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openReviews} from '../../scripts/commands/open-reviews.ts'
import {reviewClose} from '../../scripts/commands/review-close.ts'
import {reviewCollect} from '../../scripts/commands/review-collect.ts'
import {reviewDecide} from '../../scripts/commands/review-decide.ts'
import {reviewReport} from '../../scripts/commands/review-report.ts'
import {openTestBook} from '../support/book-test.ts'
import {brokenInvariants} from '../support/pdf-invariants.ts'
import {readPdf} from '../support/read-pdf.ts'
import {answerOf, openTestRound} from '../support/review-test.ts'
import {type ScreenCheck, screenCheckNames, screenChecks} from '../support/screen/screen-checks.ts'
import {screenPage} from '../support/screen/screen-page.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {testChromium} from '../support/test-chromium.ts'
import {findingLines, findVerapdf} from '../support/verapdf.ts'

const enough = 120_000
let browser: Browser

beforeAll(async () => {
  browser = await puppeteer.launch({executablePath: await testChromium(), args: ['--no-sandbox']})
})
afterAll(async () => {
  await browser.close()
})

const rows = [
  'R1,paper,AB-2,"The same","Say it once.",', 'R2,voice,CL-3,,"We do this, too, & =1+1",', 'R1,paper,CL-4,,"Better so","Then ask kindly"', 'R2,,ZZ-9,,"On nothing that is there",',
  'R1,paper,CL-7,,"Un texto en español",'
]

/** The files of a round of five comments that is answered and closed. */
async function closedRound(): Promise<Map<string, Buffer>> {
  const {folder} = openTestBook('review')
  const out = temporaryFolder()
  await openTestRound(folder, {reviewers: 'R1,R2', due: '2026-01-15'})
  const table = join(out, 'table.csv')
  writeFileSync(table, `Who,How,Block,Quote,Comment,Proposed change\n${rows.join('\n')}\n`)
  const drawing = join(out, 'drawing.xfdf')
  writeFileSync(drawing, '<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots><ink page="9" rect="88,275,159,315" title="R1"><inklist><gesture>88,275;120,315;159,275</gesture></inklist></ink></annots></xfdf>')
  const collected = await answerOf(terminal => reviewCollect([table, drawing], {book: folder, out, json: true}, terminal))
  const [first, ...others] = (JSON.parse(collected.out) as {items: {id: string}[]}).items.map(({id}) => id)
  await answerOf(terminal => reviewDecide([first!], {book: folder, decline: true, reason: 'Some people read only one of the two.'}, terminal))
  await answerOf(terminal => reviewDecide(others, {book: folder, change: true, did: 'It says who asks.'}, terminal))
  await answerOf(terminal => reviewReport(folder, {out}, terminal))
  const closed = await answerOf(terminal => reviewClose(folder, {paper: 'letter', out}, terminal, new AbortController().signal))
  expect(closed.exitCode, closed.err).toBe(0)
  expect(openReviews(folder).get(1)).toMatchObject({isClosed: true, closed: '2025-12-01'})
  const names = ['comments-round-1.html', 'dispositions-round-1.html', 'you-said-we-did-round-1.html', 'you-said-we-did-round-1.pdf']
  return new Map(names.map(name => [name, readFileSync(join(out, 'review/round-1', name))]))
}

test('everything that a round ends with can be read by everybody', async () => {
  const files = await closedRound()
  for (const [name, bytes] of files) {
    if (!name.endsWith('.html')) continue
    const tab = await browser.newPage()
    const page = await screenPage(tab, bytes.toString('utf8'))
    // A table, and a sheet of paper, are short: there is nothing to skip.
    const checks: readonly ScreenCheck[] = name.startsWith('comments') ? screenCheckNames : ['axe', 'forcedColours', 'markup', 'motion', 'reflow']
    for (const check of checks) expect([name, check, await screenChecks[check](page)]).toEqual([name, check, []])
    await tab.close()
  }
  // The day on which it was closed, not the last day for comments.
  expect(files.get('you-said-we-did-round-1.html')!.toString()).toMatch(/2025-12-01|December 1, 2025/)
  expect(files.get('you-said-we-did-round-1.html')!.toString()).not.toMatch(/2026-01-15|January 15/)
  const pdf = files.get('you-said-we-did-round-1.pdf')!
  expect(await brokenInvariants(await readPdf(pdf))).toEqual([])
  const verapdf = await findVerapdf()
  if (verapdf) expect(findingLines((await verapdf.validate(new Map([['sheet', pdf]]))).get('sheet')!)).toEqual([])
}, enough)
