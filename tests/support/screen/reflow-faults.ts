// Test support: whether an HTML product can be read at 400 % (WCAG 1.4.10) and with text spaced apart (1.4.12), without scrolling sideways.

import type {ScreenPage} from './screen-page.ts'

/** 1280 by 1024 px at 400 %. */
const magnified = {widthPx: 320, heightPx: 256}

const spacingScript = `
(() => {
  const sheet = document.createElement('style')
  sheet.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
  document.head.append(sheet)
})()`

/** Texts that are not whole within the window: outside it, or cut by what they stand in. What stands in an area that scrolls by itself, as wide tables do, can be reached. */
const cutScript = `
(() => {
  const cut = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (texts.currentNode.textContent.trim() === '' || element.getClientRects().length === 0 || element.closest('.skip-link')) continue
    let [left, right] = [0, innerWidth]
    let isFree = true
    for (let box = element; box !== document.documentElement; box = box.parentElement) {
      const {overflowX} = getComputedStyle(box)
      if (overflowX === 'auto' || overflowX === 'scroll') isFree = false
      if (overflowX === 'hidden' || overflowX === 'clip') {
        const bounds = box.getBoundingClientRect()
        left = Math.max(left, bounds.left)
        right = Math.min(right, bounds.right)
      }
    }
    if (!isFree) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    if ([...range.getClientRects()].some(box => box.width > 0 && (box.left < left - 1 || box.right > right + 1))) cut.push(texts.currentNode.textContent.trim().slice(0, 50))
  }
  return {cut, widthPx: document.documentElement.scrollWidth}
})()`

export async function reflowFaults(page: ScreenPage): Promise<string[]> {
  await page.view(magnified)
  const plain = await faultsNow(page, 'at 400 %')
  await page.ask(spacingScript)
  return [...plain, ...(await faultsNow(page, 'at 400 %, spaced apart'))]
}

async function faultsNow(page: ScreenPage, when: string): Promise<string[]> {
  const {cut, widthPx} = await page.ask<{cut: readonly string[]; widthPx: number}>(cutScript)
  return [
    ...(widthPx > magnified.widthPx ? [`${when}: the page is ${widthPx} px wide in a window of ${magnified.widthPx}`] : []),
    ...cut.map(text => `${when}: “${text}” is not seen whole`)
  ]
}
