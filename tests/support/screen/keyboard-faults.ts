// Test support: whether an HTML product can be used with nothing but a keyboard.

import type {ScreenPage} from './screen-page.ts'

/** How a place looks while the keyboard is at it. */
interface Stop {
  readonly name: string
  /** Has a line around it of two pixels or more, whose colour stands out from the ground by 3 to 1. */
  readonly isMarked: boolean
  /** Is in the window, and nothing that stays where it is while the text scrolls lies over it. */
  readonly isSeen: boolean
}

/** Everything that can be reached, and from then on what the keyboard comes to: its place among that, -1 for anything else. */
const setupScript = `
(() => {
  const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(element => element.getClientRects().length > 0 && !element.disabled)
  // An area that scrolls by itself is a stop of Chromium's own, so that the arrow keys can move it.
  const isScroller = element => element.tabIndex < 0 && /auto|scroll/.test(getComputedStyle(element).overflowX)
  const nameOf = element => (element.textContent || element.tagName).trim().replace(/\\s+/g, ' ').slice(0, 50)
  Object.assign(window, {reachable, isScroller, nameOf, visited: []})
  document.addEventListener('focusin', ({target}) => {
    if (!isScroller(target)) visited.push({index: reachable.indexOf(target), name: nameOf(target)})
  })
  const scrollers = [...document.querySelectorAll('body *')].filter(element => isScroller(element) && element.scrollWidth > element.clientWidth)
  return {names: reachable.map(nameOf), scrollers: scrollers.length}
})()`

/** Looks at one place after the other. The keyboard must have been used: Chromium then shows where a script moves it, too. */
const stopsScript = `
(() => {
  const channels = colour => [...colour.matchAll(/[\\d.]+/g)].map(Number)
  const luminance = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const groundOf = element => {
    if (element === null) return channels(getComputedStyle(document.documentElement).backgroundColor)
    const ground = channels(getComputedStyle(element).backgroundColor)
    return ground[3] === 0 ? groundOf(element.parentElement) : ground
  }
  const ratio = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05)
  const covers = [...document.querySelectorAll('body *')].filter(element => /fixed|sticky/.test(getComputedStyle(element).position))
  const holds = (box, x, y) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
  return reachable.map(element => {
    element.focus()
    const {outlineStyle, outlineWidth, outlineColor, outlineOffset} = getComputedStyle(element)
    const ground = parseFloat(outlineOffset) > 0 ? groundOf(element.parentElement) : groundOf(element)
    const isSeen = [...element.getClientRects()].some(box => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      return holds({left: 0, top: 0, right: innerWidth, bottom: innerHeight}, x, y) && !covers.some(cover => !cover.contains(element) && holds(cover.getBoundingClientRect(), x, y))
    })
    return {name: nameOf(element), isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && ratio(channels(outlineColor), ground) >= 3, isSeen}
  })
})()`

/** Tab must lead through everything in the order of the text, each place must be seen; the first link must skip to the text. */
export async function keyboardFaults(page: ScreenPage): Promise<string[]> {
  return [...(await skipFaults(page)), ...(await orderFaults(page)), ...(await stopFaults(page, 'light', 1280)), ...(await stopFaults(page, 'dark', 320))]
}

async function skipFaults(page: ScreenPage): Promise<string[]> {
  await page.view()
  await page.ask(setupScript)
  await page.press('Tab')
  const [index, href, name] = await page.ask<readonly [number, string | null, string]>(
    "[reachable.indexOf(document.activeElement), document.activeElement.getAttribute('href'), nameOf(document.activeElement)]"
  )
  if (index !== 0 || !href?.startsWith('#')) return ['the first stop of the keyboard is no link that skips to the text']
  await page.press('Enter')
  return (await page.ask<boolean>("document.activeElement.tagName === 'MAIN'")) ? [] : [`the link “${name}” does not lead the keyboard to the text`]
}

async function orderFaults(page: ScreenPage): Promise<string[]> {
  await page.view()
  const {names, scrollers} = await page.ask<{names: readonly string[]; scrollers: number}>(setupScript)
  await Promise.all(Array.from({length: names.length + scrollers + 1}, () => page.press('Tab')))
  const visited = await page.ask<readonly {index: number; name: string}[]>('visited')
  const wrong = names.findIndex((_, index) => visited[index]?.index !== index)
  if (wrong >= 0) return [`the keyboard comes to “${visited[wrong]?.name ?? 'nothing'}” where “${names[wrong]!}” follows`]
  const end = visited[names.length]
  return end === undefined || end.index === 0 ? [] : [`after the last stop the keyboard comes to “${end.name}”`]
}

async function stopFaults(page: ScreenPage, scheme: 'light' | 'dark', widthPx: number): Promise<string[]> {
  await page.view({scheme, widthPx})
  await page.ask(setupScript)
  await page.press('Tab')
  const stops = await page.ask<readonly Stop[]>(stopsScript)
  return stops.flatMap(({name, isMarked, isSeen}) => [
    ...(isMarked ? [] : [`${scheme}, ${widthPx} px: nothing shows that the keyboard is at “${name}”`]),
    ...(isSeen ? [] : [`${scheme}, ${widthPx} px: “${name}” is out of sight when the keyboard is at it`])
  ])
}
