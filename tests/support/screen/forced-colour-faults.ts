// Test support: what an HTML product loses when the reader's own few colours are forced on it (CSS Color Adjustment 1, 3).

import {contrastRatio, type Rgb} from '../contrast.ts'
import {seenTextsScript} from '../page-scripts.ts'
import type {ScreenPage} from './screen-page.ts'

interface SeenText {
  readonly text: string
  readonly ink: Rgb
  readonly ground: Rgb
}

/** Elements that a fill sets apart from what is around them, numbered in the order of the document. */
const filledScript = `
(() => {
  const groundOf = element => {
    if (element === null) return 'none'
    const {backgroundColor} = getComputedStyle(element)
    return /, 0\\)$/.test(backgroundColor) ? groundOf(element.parentElement) : backgroundColor
  }
  return [...document.body.querySelectorAll('*')].flatMap((element, index) => (element.getClientRects().length > 0 && groundOf(element) !== groundOf(element.parentElement) ? [index] : []))
})()`

/** Of those, the ones that nothing sets apart any more: no border, no underline, no face of their own. */
const unmarkedScript = (indexes: readonly number[]): string => `
(() => {
  const all = document.body.querySelectorAll('*')
  return ${JSON.stringify(indexes)}.map(index => all[index]).filter(element => {
    const style = getComputedStyle(element)
    const hasBorder = ['Top', 'Right', 'Bottom', 'Left'].some(side => style['border' + side + 'Style'] !== 'none' && parseFloat(style['border' + side + 'Width']) > 0)
    return !hasBorder && style.forcedColorAdjust !== 'none' && style.textDecorationLine === 'none' && style.fontFamily === getComputedStyle(element.parentElement).fontFamily
  }).map(element => element.tagName.toLowerCase() + (element.className ? '.' + element.className.replaceAll(' ', '.') : ''))
})()`

/** Pictures whose ground is the reader's, on which dark lines may be lost. */
const barePicturesScript = `[...document.images].filter(image => getComputedStyle(image).forcedColorAdjust !== 'none' || /, 0\\)$/.test(getComputedStyle(image).backgroundColor)).map(image => image.alt)`

export async function forcedColourFaults(page: ScreenPage): Promise<string[]> {
  const faults = new Set<string>()
  for (const scheme of ['light', 'dark'] as const) {
    await page.view({scheme})
    const filled = await page.ask<readonly number[]>(filledScript)
    await page.view({scheme, hasForcedColours: true})
    for (const name of await page.ask<readonly string[]>(unmarkedScript(filled))) faults.add(`${scheme}: nothing but its fill sets ${name} apart`)
    for (const {text, ink, ground} of await page.ask<readonly SeenText[]>(seenTextsScript)) if (contrastRatio(ink, ground) < 4.5) faults.add(`${scheme}: “${text.slice(0, 50)}” is lost on its ground`)
    for (const alt of await page.ask<readonly string[]>(barePicturesScript)) faults.add(`${scheme}: the picture “${alt.slice(0, 50)}” has no ground of its own`)
  }
  return [...faults]
}
