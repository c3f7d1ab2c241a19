// HTML products for everybody: the real book and every fixture book, and for each check a page that breaks it.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import puppeteer, {type Browser} from 'puppeteer-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openBookFiles} from '../../scripts/io/files.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {landingPage} from '../../scripts/site/landing-page.ts'
import {openTestBook, testTemplates} from '../support/book-test.ts'
import {type ScreenCheck, screenCheckNames, screenChecks} from '../support/screen/screen-checks.ts'
import {screenPage} from '../support/screen/screen-page.ts'
import {testChromium} from '../support/test-chromium.ts'

const enough = 300_000

let browser: Browser

beforeAll(async () => {
  browser = await puppeteer.launch({executablePath: await testChromium(), args: ['--no-sandbox']})
})

afterAll(async () => {
  await browser.close()
})

async function faultsOf(html: string, names: readonly ScreenCheck[]): Promise<string[]> {
  const tab = await browser.newPage()
  const page = await screenPage(tab, html)
  const faults: string[] = []
  for (const name of names) faults.push(...(await screenChecks[name](page)).map(fault => `${name}: ${fault}`))
  await tab.close()
  return faults
}

test.each([
  ['manuscript', undefined],
  ['accessible', undefined],
  ['stock', 'desk'],
  ['stock', 'field'],
  ['plain-folder', undefined],
  ['summary', undefined]
])('%s %s', {timeout: enough}, async (name, edition) => {
  const {html} = await openTestBook(name).build({formats: ['html'], keepGoing: true, ...(edition === undefined ? {} : {edition, home: 'index.html'})})
  expect(await faultsOf(html, screenCheckNames)).toEqual([])
})

test('a table without links that scrolls on a phone', {timeout: enough}, async () => {
  const cells = (word: string) => `| ${Array.from({length: 6}, () => word).join(' | ')} |`
  const table = [cells('Understanding'), cells('---'), cells('Responsibility')].join('\n')
  const {html} = await openTestBook('empty', {'book.yaml': 'title: Wide\nlanguage: en\n', 'sections/a.md': `# A\n\n${table}\n`}).build({formats: ['html']})
  expect(await faultsOf(html, ['axe', 'keyboard'])).toEqual([])
  const noScript = html.replace(/<script>[^]*?<\/script>/, '')
  expect((await faultsOf(noScript, ['axe'])).join()).toContain('scrollable-region-focusable')
})

test.each([['manuscript'], ['plain-folder']])('the first page of the web site of %s', {timeout: enough}, async name => {
  const files = openBookFiles(openTestBook(name).folder)
  const {book} = readBook(files)
  const ids = book.editions.length === 0 ? [undefined] : book.editions.map(({id}) => id)
  const products = ids.flatMap((edition, index) =>
    (['html', 'pdf'] as const).map(kind => ({kind, name: `book-${index}.${kind}`, profile: 'print', size: '1.6 MB', ...(edition === undefined ? {} : {edition})}))
  )
  const css = readFileSync(join(import.meta.dirname, '../../templates/site/page.css'), 'utf8')
  expect(await faultsOf(landingPage(book, products, {templates: testTemplates(), figures: files}, css), screenCheckNames)).toEqual([])
})

const style = (css: string): [string, string] => ['</head>', `<style>${css}</style></head>`]

/** What is replaced in the page of a small book, and what is then said of it. */
const breaks: readonly [check: ScreenCheck, change: readonly [from: string | RegExp, to: string], fault: string][] = [
  ['axe', ['<html lang="en">', '<html>'], 'light: html-has-lang, <html> element must have a lang attribute: html (1)'],
  ['axe', [/ alt="[^"]*"/, ''], 'light: image-alt, Images must have alternative text'],
  ['axe', style('p { color: #999 }'), 'light: color-contrast, Elements must meet minimum color contrast ratio thresholds'],
  ['axe', style('@media (prefers-color-scheme: dark) { p { color: #444 } }'), 'dark: color-contrast, Elements must meet minimum color contrast ratio thresholds'],
  ['forcedColours', style('.callout { border: 0 !important; background: #eee }'), 'light: nothing but its fill sets aside.callout'],
  ['forcedColours', style('.screen main p { forced-color-adjust: none; color: #ddd }'), 'is lost on its ground'],
  ['forcedColours', style('.screen main img { forced-color-adjust: auto !important }'), 'has no ground of its own'],
  ['keyboard', [/<a class="skip-link".*?<\/a>/, ''], 'the first stop of the keyboard is no link that skips to the text'],
  ['keyboard', [/<a class="skip-link".*?<\/a>/, '<a href="https://example.org/">x</a>'], 'the first stop of the keyboard is no link that skips to the text'],
  ['keyboard', ['<main id="_text" tabindex="-1">', '<main id="_text"><a href="#x">x</a>'], 'does not lead the keyboard to the text'],
  ['keyboard', ['<a class="cross-reference"', '<a tabindex="-1" class="cross-reference"'], 'the keyboard comes to'],
  ['keyboard', style(':focus-visible { outline: none !important }'), 'light, 1280 px: nothing shows that the keyboard is at “Skip to the text”'],
  ['keyboard', style('.skip-link:focus { top: -6rem !important }'), '“Skip to the text” is out of sight when the keyboard is at it'],
  ['keyboard', style('.screen > footer { position: sticky; bottom: 0; height: 90vh }'), 'is out of sight when the keyboard is at it'],
  ['landmarks', [/<(\/?)main/g, '<$1div'], '0 landmarks main, expected 1'],
  ['landmarks', ['<footer>', '<aside>x</aside><footer>'], 'a landmark complementary has no name'],
  ['markup', ['<main id', '<p><div></div></p><main id'], "Stray end tag '</p>'"],
  ['markup', ['<main id="_text"', '<div id="_text"></div><main id="_text"'], 'no-dup-id'],
  ['motion', style('html { scroll-behavior: smooth !important }'), 'html moves'],
  ['motion', style('a { transition: color 1s }'), 'moves'],
  ['reflow', style('main { width: 40rem }'), 'at 400 %: the page is'],
  ['reflow', style('main { overflow: hidden } main p { white-space: nowrap }'), 'is not seen whole'],
  ['reflow', style('.section-title { font-size: 3rem; overflow: hidden; width: 16rem; white-space: nowrap; letter-spacing: -0.03em }'), 'at 400 %, spaced apart: “']
]

const changed = (html: string, [from, to]: (typeof breaks)[number][1]): string => {
  const after = html.replace(from, to)
  if (after === html) throw new Error(`Nothing in the page is ${String(from)}`)
  return after
}

let smallPage: Promise<string> | undefined

test.each(breaks)('%s finds a fault, %#', async (name, change, fault) => {
  const html = await (smallPage ??= openTestBook('stock').build({formats: ['html']}).then(build => build.html))
  expect((await faultsOf(changed(html, change), [name])).join('\n')).toContain(fault)
})

test('every check is broken above', () => {
  expect(screenCheckNames.filter(name => !breaks.some(([broken]) => broken === name))).toEqual([])
})
