// Test support: whether an HTML product can be used with nothing but a keyboard.

import type {ScreenPage} from './screen-page.ts'

/** What the keyboard is at. */
interface Focus {
  /** Place among everything that can be reached; -1 for what is not among it. */
  readonly index: number
  readonly name: string
  /** Has a line around it of two pixels or more, whose colour stands out from the ground by 3 to 1. */
  readonly isMarked: boolean
  /** Is in the window, and nothing lies over it. */
  readonly isSeen: boolean
  readonly isMain: boolean
  readonly isScroller: boolean
}

const setupScript = `
(() => {
  const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(element => element.getClientRects().length > 0 && !element.disabled)
  const channels = colour => [...colour.matchAll(/[\\d.]+/g)].map(Number)
  const luminance = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const groundOf = element => {
    if (element === null) return channels(getComputedStyle(document.documentElement).backgroundColor)
    const ground = channels(getComputedStyle(element).backgroundColor)
    return ground[3] === 0 ? groundOf(element.parentElement) : ground
  }
  const ratio = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05)
  window.reachable = reachable
  window.focus_ = () => {
    const element = document.activeElement
    const {outlineStyle, outlineWidth, outlineColor, outlineOffset} = getComputedStyle(element)
    const ground = parseFloat(outlineOffset) > 0 ? groundOf(element.parentElement) : groundOf(element)
    const seen = [...element.getClientRects()].some(box => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const top = document.elementFromPoint(x, y)
      return top !== null && (element.contains(top) || top.contains(element))
    })
    return {
      index: reachable.indexOf(element),
      name: (element.textContent || element.tagName).trim().replace(/\\s+/g, ' ').slice(0, 50),
      isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && ratio(channels(outlineColor), ground) >= 3,
      isSeen: seen,
      isMain: element.tagName === 'MAIN',
      isScroller: element.tabIndex < 0 && /auto|scroll/.test(getComputedStyle(element).overflowX)
    }
  }
  return reachable.map(element => (element.textContent || element.tagName).trim().replace(/\\s+/g, ' ').slice(0, 50))
})()`

/** Tab must lead through everything in the order of the text, each place must be seen; the first link must skip to the text. */
export async function keyboardFaults(page: ScreenPage): Promise<string[]> {
  return [...(await skipFaults(page)), ...(await orderFaults(page, 'light', 1280)), ...(await orderFaults(page, 'dark', 320))]
}

async function skipFaults(page: ScreenPage): Promise<string[]> {
  await page.view()
  await page.ask(setupScript)
  await page.press('Tab')
  const first = await focusOf(page)
  const [href] = await page.ask<readonly (string | null)[]>("[document.activeElement.getAttribute('href')]")
  if (first.index !== 0 || !href?.startsWith('#')) return ['the first stop of the keyboard is no link that skips to the text']
  await page.press('Enter')
  return (await focusOf(page)).isMain ? [] : [`the link “${first.name}” does not lead the keyboard to the text`]
}

async function orderFaults(page: ScreenPage, scheme: 'light' | 'dark', widthPx: number): Promise<string[]> {
  await page.view({scheme, widthPx})
  const names = await page.ask<readonly string[]>(setupScript)
  const faults: string[] = []
  for (const [index, name] of names.entries()) {
    const focus = await nextStop(page)
    if (focus.index !== index) return [...faults, `the keyboard comes to “${focus.name}” where “${name}” follows`]
    if (!focus.isMarked) faults.push(`${scheme}, ${widthPx} px: nothing shows that the keyboard is at “${name}”`)
    if (!focus.isSeen) faults.push(`${scheme}, ${widthPx} px: “${name}” is out of sight when the keyboard is at it`)
  }
  const end = await nextStop(page)
  return end.index === -1 || end.index === 0 ? faults : [...faults, `after the last stop the keyboard comes to “${end.name}”`]
}

/** An area that scrolls by itself is a stop of Chromium's own, so that the arrow keys can move it. */
async function nextStop(page: ScreenPage): Promise<Focus> {
  await page.press('Tab')
  const focus = await focusOf(page)
  return focus.isScroller ? nextStop(page) : focus
}

function focusOf(page: ScreenPage): Promise<Focus> {
  return page.ask<Focus>('focus_()')
}
