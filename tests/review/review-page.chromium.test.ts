// The review page in a real browser, as a phone and as a keyboard uses it: comments are written, kept, saved, and nothing stands in anybody's way.

import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeTestDraft, openTestRound} from '../support/review-test.ts'
import {screenCheckNames, screenChecks} from '../support/screen/screen-checks.ts'
import {screenPage} from '../support/screen/screen-page.ts'
import {testChromium} from '../support/test-chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
let folder = ''
let file = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'space-hacks-test-'))
  cpSync(fileURLToPath(new URL('../fixtures/books/review', import.meta.url)), folder, {recursive: true})
  await openTestRound(folder, {due: '2026-12-15', reviewers: 'R1'})
  const draft = await makeTestDraft(folder, {reviewer: 'R1'})
  file = draft.files.find(({kind}) => kind === 'html')!.path
  browser = await puppeteer.launch({executablePath: await testChromium(), args: ['--no-sandbox']})
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

async function openPage(width = 320, height = 640): Promise<{page: Page; html: string; requests: string[]}> {
  const page = await (await browser.createBrowserContext()).newPage()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url().slice(0, 40)))
  page.on('pageerror', error => requests.push(String(error)))
  await page.setViewport({width, height})
  await page.goto(pathToFileURL(file).href)
  return {page, html: readFileSync(file, 'utf8'), requests}
}

/** Sentences of axe about what it finds wrong with the page as it is. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const {violations} = await (globalThis as unknown as {axe: {run(): Promise<{violations: {id: string; help: string; nodes: {html: string}[]}[]}>}}).axe.run()
    return violations.map(({id, help, nodes}) => `${id}: ${help} (${nodes.length}): ${nodes[0]!.html.slice(0, 160)}`)
  })
}

const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
const said = (page: Page) => page.$$eval('.said p', paragraphs => paragraphs.map(({textContent}) => textContent))
const name = (block: string) => `[data-opens="${block}"]`

/** The file that the page saves. */
async function savedFile(page: Page): Promise<Record<string, unknown>> {
  await page.evaluate(`URL.createObjectURL = blob => { blob.text().then(text => { globalThis.saved = text }); return '#' }`)
  await page.click('#save')
  await page.waitForFunction('globalThis.saved')
  return JSON.parse(await page.evaluate<[], () => string>('globalThis.saved')) as Record<string, unknown>
}

/** True when a finger finds the button wherever it is seen. */
const isUncovered = (page: Page, selector: string) => page.evaluate(`(() => {
  const element = document.querySelector('${selector}')
  const {left, right, top, bottom} = element.getBoundingClientRect()
  return [left + 6, (left + right) / 2, right - 6].every(x => element.contains(document.elementFromPoint(x, (top + bottom) / 2)))
})()`)

describe('the review page', () => {
  test('lets nothing lie over the button that saves, at the width of phones', async () => {
    const {page} = await openPage()
    expect(await isUncovered(page, '#save')).toBe(true)
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
    expect(await isUncovered(page, '#save')).toBe(true)
  })

  test('has nothing against it for any reader of screens', async () => {
    const page = await browser.newPage()
    const screen = await screenPage(page, readFileSync(file, 'utf8'))
    const faults: string[] = []
    for (const check of screenCheckNames) faults.push(...(await screenChecks[check](screen)).map(fault => `${check}: ${fault}`))
    expect(faults).toEqual([])
    await page.close()
  })

  test('takes a comment by tap, keeps it when it is loaded again, and saves it for collect', async () => {
    const {page, html, requests} = await openPage()
    await page.click(name('AB-2'))
    await page.type('#write-comment', 'Too short <b>&')
    await page.type('#write-suggestion', 'Longer words')
    await page.click('dialog [type=submit]')
    expect(await said(page)).toEqual(['Too short <b>&', 'Better words: Longer words'])
    await page.type('.asked textarea', 'Nothing is missing')
    await page.reload()
    expect(await said(page)).toEqual(['Too short <b>&', 'Better words: Longer words'])
    expect(await page.$eval('#count', ({textContent}) => textContent)).toBe('2 comments')
    const file = await savedFile(page)
    expect(file).toMatchObject({
      format: 'space-hacks-comments',
      version: 1,
      book: 'to-review',
      round: 1,
      reviewer: 'R1',
      comments: [
        {block: 'AB-2', kind: 'replace', comment: 'Too short <b>&', suggestion: 'Longer words'},
        {block: 'AB-1', kind: 'comment', comment: 'Is anything wrong here, or not how it is in real life? Nothing is missing'}
      ]
    })
    const round = JSON.parse(/<script type="application\/json" id="round">(.*)<\/script>/.exec(html)![1]!) as {hash: string}
    expect(file['hash']).toBe(round.hash)
    expect(requests.filter(url => !/^(?:file:|data:|blob:)/.test(url))).toEqual([])
    await page.close()
  })

  test('takes, changes and deletes a comment by keyboard alone, and the focus comes back', async () => {
    const {page} = await openPage()
    await page.focus(name('AB-3'))
    await page.keyboard.press('Enter')
    await page.keyboard.type('By keyboard')
    for (const key of ['Tab', 'Tab', 'Enter'] as const) await page.keyboard.press(key)
    expect(await said(page)).toEqual(['By keyboard'])
    const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")')
    expect(await focused()).toBe('Comment on AB-3, 1 comment')
    await page.focus('.said button')
    await page.keyboard.press('Enter')
    await page.keyboard.type('! ')
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Enter'] as const) await page.keyboard.press(key)
    expect(await said(page)).toEqual([])
    expect(await focused()).toBe('Comment on AB-3')
    await page.close()
  })

  test('takes a comment on marked words with what stands around them', async () => {
    const {page} = await openPage()
    await page.evaluate(`(() => {
      const text = document.querySelector('[data-block="AB-4"]').firstChild
      const range = document.createRange()
      range.setStart(text, 4)
      range.setEnd(text, 17)
      getSelection().removeAllRanges()
      getSelection().addRange(range)
    })()`)
    await page.waitForFunction('String(getSelection()) === "same sentence"')
    await page.click(name('AB-4'))
    await page.type('#write-comment', 'Which one?')
    await page.click('dialog [type=submit]')
    const {comments} = await savedFile(page) as {comments: object[]}
    expect(comments).toMatchObject([{block: 'AB-4', quote: 'same sentence', before: 'The ', after: ' stands here twice.', comment: 'Which one?'}])
    await page.close()
  })

  test('quotes no number of a note among marked words', async () => {
    const {page} = await openPage()
    await page.evaluate(`(() => {
      const text = document.querySelector('[data-block="AB-4"]').firstChild
      const note = document.createElement('span')
      note.innerHTML = '<a class="note-reference" href="#x"><sup>1</sup></a>'
      text.splitText(8).before(note)
      const range = document.createRange()
      range.setStart(text, 4)
      range.setEnd(note.nextSibling, 9)
      getSelection().removeAllRanges()
      getSelection().addRange(range)
    })()`)
    await page.waitForFunction('String(getSelection()) !== ""')
    await page.click(name('AB-4'))
    await page.type('#write-comment', 'Which one?')
    await page.click('dialog [type=submit]')
    expect(await savedFile(page)).toMatchObject({comments: [{block: 'AB-4', quote: 'same sentence'}]})
    await page.close()
  })

  test.each([[320, 640], [1280, 900]])('says nothing to axe and fits %i px with its window open, and with a comment', async (width, height) => {
    const {page} = await openPage(width, height)
    expect(await overflow(page)).toBe(0)
    await page.click(name('CL-4'))
    await page.type('#write-comment', 'Words')
    expect(await axeFindings(page)).toEqual([])
    await page.click('dialog [type=submit]')
    expect(await axeFindings(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.close()
  })

  test('lets no script of a manuscript run, and loads nothing', async () => {
    const {html, page} = await openPage()
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(await page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.ran = true'
      document.body.append(script)
      return globalThis.ran === true
    })()`)).toBe(false)
    await page.close()
  })
})
