// Print: finds what is wider than its page. Chromium would shrink the whole unit to make room for it.

import type {CDPSession, Protocol} from 'puppeteer-core'
import {contentWidthPx, type PageRule} from './content-width.ts'
import {findWide} from './find-wide.ts'
import type {Overflow} from './overflow.ts'

/** Lays the document out in the width that its pages have for content, and gives what needs more, in reading order. */
export async function measureOverflow(session: CDPSession, frameId: string): Promise<Overflow[]> {
  const roomPx = contentWidthPx(await readPageRules(session, frameId))
  const size = {width: Math.floor(roomPx), height: 1000, deviceScaleFactor: 1, mobile: false}
  await session.send('Emulation.setEmulatedMedia', {media: 'print'})
  await session.send('Emulation.setDeviceMetricsOverride', size)
  try {
    return findWide(await takeSnapshot(session), roomPx)
  } finally {
    await session.send('Emulation.clearDeviceMetricsOverride')
    await session.send('Emulation.setEmulatedMedia', {media: ''})
  }
}

/** Rules for the page that the body asks for by name, and for every page. */
async function readPageRules(session: CDPSession, frameId: string): Promise<PageRule[]> {
  const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId, worldName: 'measure'})
  const {result} = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: `[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSPageRule).map(
      ({selectorText, style}) => ({selector: selectorText, size: style.size, marginLeft: style.marginLeft, marginRight: style.marginRight})
    ).filter(({selector}) => [getComputedStyle(document.body).page, ''].includes(selector.replace(/:.*/, '')))`,
    returnByValue: true
  })
  return result.value as PageRule[]
}

async function takeSnapshot(session: CDPSession): Promise<Protocol.DOMSnapshot.CaptureSnapshotResponse> {
  return await session.send('DOMSnapshot.captureSnapshot', {computedStyles: ['overflow-x', 'direction']})
}
