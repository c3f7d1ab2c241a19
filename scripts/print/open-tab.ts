// Print: one tab of Chromium, which prints one unit after the other.

import type {CDPSession, Page} from 'puppeteer-core'
import type {AssetStore, Unit} from '../render/unit.ts'
import {answerRequests, unitUrl, type Shelf} from './answer-requests.ts'
import {measureOverflow} from './measure-overflow.ts'
import type {Overflow} from './overflow.ts'
import {PrintFailure} from './print-failure.ts'
import {waitFor} from './wait-for.ts'

/** A tab. It does one thing at a time; after a rejection that is no `PrintFailure` it is of no more use. */
export interface Tab {
  print(unit: Unit, assets: AssetStore): Promise<Uint8Array>
  findOverflow(unit: Unit, assets: AssetStore): Promise<Overflow[]>
  /** Gives up the tab, whatever it is doing. */
  close(): Promise<void>
}

/**
 * Makes a tab of an empty page. Scripts are off, and all units share one document, whose contents are replaced: Chromium then keeps the
 * fonts, which makes units a third faster than loading each as a page of its own, and the PDFs are the same.
 */
export async function openTab(page: Page): Promise<Tab> {
  const session = await page.createCDPSession()
  const shelf: Shelf = {assets: new Map(), refused: new Set()}
  const crash = new AbortController()
  const abandon = () => {
    crash.abort(new Error('Chromium crashed'))
  }
  session.once('Inspector.targetCrashed', abandon)
  page.browser().once('disconnected', abandon)
  const unlessCrashed = <T>(work: Promise<T>) => waitFor(work, crash.signal)
  const frameId = await unlessCrashed(prepare(session, shelf))

  const show = async (unit: Unit, assets: AssetStore) => {
    shelf.assets = assets
    shelf.refused.clear()
    await replaceDocument(session, frameId, unit.html)
    const failed = await loadEverything(session, frameId)
    const [url] = [...shelf.refused, ...failed]
    if (url !== undefined) throw new PrintFailure(unit.id, `Chromium cannot show \`${url}\``)
  }
  return {
    print: (unit, assets) => unlessCrashed(show(unit, assets).then(() => printDocument(session))),
    findOverflow: (unit, assets) => unlessCrashed(show(unit, assets).then(() => measureOverflow(session, frameId))),
    close: () => page.close().catch(() => undefined)
  }
}

/** Id of the frame that units are shown in. */
async function prepare(session: CDPSession, shelf: Shelf): Promise<string> {
  await Promise.all([
    session.send('Page.enable'),
    session.send('Emulation.setScriptExecutionDisabled', {value: true}),
    answerRequests(session, shelf)
  ])
  const isLoaded = once(session, 'Page.loadEventFired')
  const {frameId} = await session.send('Page.navigate', {url: unitUrl})
  await isLoaded
  return frameId
}

async function replaceDocument(session: CDPSession, frameId: string, html: string): Promise<void> {
  const isLoaded = once(session, 'Page.loadEventFired')
  await session.send('Page.setDocumentContent', {frameId, html})
  await isLoaded
}

function once(session: CDPSession, event: 'Page.loadEventFired'): Promise<unknown> {
  return new Promise(resolve => session.once(event, resolve))
}

/**
 * Waits for the document's fonts. Gives the addresses of what cannot be shown. Runs in a world of its own, which scripting being off does not
 * touch.
 */
async function loadEverything(session: CDPSession, frameId: string): Promise<string[]> {
  const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId, worldName: 'print'})
  const {result} = await session.send('Runtime.evaluate', {contextId: executionContextId, expression: waitForFonts, awaitPromise: true, returnByValue: true})
  return result.value as string[]
}

/**
 * Every face that is declared is loaded by name: a document that screens do not show asks for none by itself, and those that only margin
 * boxes use are never asked for. Documents declare no more faces than they need.
 */
const waitForFonts = `(async () => {
  await Promise.allSettled([...document.fonts].map(face => face.load()))
  await document.fonts.ready
  return [
    ...[...document.fonts].filter(face => face.status === 'error').map(face => face.family),
    ...[...document.images].filter(image => image.naturalWidth === 0).map(image => image.currentSrc.slice(0, 200))
  ]
})()`

/** The bytes come whole and in base64: reading them as a stream took ten times as long (Chromium 156, 29 MB). */
async function printDocument(session: CDPSession): Promise<Uint8Array> {
  const {data} = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: false,
    transferMode: 'ReturnAsBase64'
  })
  return Buffer.from(data, 'base64')
}
