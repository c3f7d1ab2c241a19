// Design: what Chromium makes of the style sheets on the real manuscript: contrast and size of every text, length of lines, figures of one width.

import {fileURLToPath} from 'node:url'
import puppeteer, {type Browser, type HTTPRequest, type Page} from 'puppeteer-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openBookFiles} from '../../scripts/io/files.ts'
import {loadTemplates} from '../../scripts/io/templates.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {createRenderer} from '../../scripts/render/create-renderer.ts'
import {contrastRatio, luminance, type Rgb} from '../support/contrast.ts'
import {figureWidthsScript, lineLengthsScript, neededWidthScript, seenTextsScript} from '../support/page-scripts.ts'
import {testChromium} from '../support/test-chromium.ts'

/** A piece of text as it is seen. */
interface SeenText {
  readonly text: string
  readonly ink: Rgb
  readonly ground: Rgb
  readonly sizePx: number
}

const files = openBookFiles(fileURLToPath(new URL('../../manuscript/', import.meta.url)))
const templates = loadTemplates(fileURLToPath(new URL('../../templates/', import.meta.url)))
const renderer = createRenderer(readBook(files).book, {profile: 'print', paper: 'letter', templates, versions: {program: '0'}, figures: files})

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await puppeteer.launch({executablePath: await testChromium(), args: ['--no-sandbox', '--font-render-hinting=none']})
  page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', request => void answer(request))
})

afterAll(async () => {
  await browser.close()
})

test.each(renderer.plans)('unit $id can be read', async plan => {
  await page.emulateMediaType('print')
  await page.setContent(renderer.renderUnit(plan, () => '00').html)
  expectReadable(await seenTexts(), 12)
})

test.each(['light', 'dark'])('the %s screen can be read', async value => {
  await page.emulateMediaType('screen')
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value}])
  await page.setContent(renderer.renderScreen())
  const seen = await seenTexts()
  const dark = seen.filter(({ground}) => luminance(ground) < 0.2).length
  expect(dark > seen.length / 2).toBe(value === 'dark')
  expectReadable(seen, 14)
})

test.each([320, 768, 1400])('a screen of %d px needs no sideways scrolling', async width => {
  await page.emulateMediaType('screen')
  await page.setViewport({width, height: 800})
  await page.setContent(renderer.renderScreen())
  expect(await page.evaluate(neededWidthScript)).toBeLessThanOrEqual(width)
})

test('full lines of running text hold 60 to 75 characters', async () => {
  // A document written over the screen's file would keep its policy, which lets no font be fetched.
  await page.goto('about:blank')
  await page.emulateMediaType('print')
  await page.setViewport({width: 624, height: 800})
  const plan = renderer.plans.find(({id}) => id === 'service')!
  await page.setContent(renderer.renderUnit(plan, () => '00').html)
  const lengths = (await page.evaluate(lineLengthsScript)) as number[]
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  expect(average).toBeGreaterThanOrEqual(60)
  expect(average).toBeLessThanOrEqual(75)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(80)
})

test('tabular figures are of one width in every face', async () => {
  await page.setContent(renderer.specimen().html)
  const faces = (await page.evaluate(figureWidthsScript)) as number[][]
  expect(faces.length).toBeGreaterThan(5)
  for (const widths of faces) expect(new Set(widths).size).toBe(1)
})

function expectReadable(seen: readonly SeenText[], smallestPx: number): void {
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.filter(({sizePx}) => sizePx < smallestPx - 0.01)).toEqual([])
  expect(seen.filter(({ink, ground}) => contrastRatio(ink, ground) < 4.5)).toEqual([])
}

async function seenTexts(): Promise<SeenText[]> {
  return (await page.evaluate(seenTextsScript)) as SeenText[]
}

async function answer(request: HTTPRequest): Promise<void> {
  const asset = renderer.assets.get(request.url())
  if (asset) return await request.respond({body: Buffer.from(asset.bytes), contentType: asset.type, headers: {'access-control-allow-origin': '*'}})
  return await (/^(?:data|about):/.test(request.url()) ? request.continue() : request.abort())
}
