// Assemble: what is wrong with a unit's print, told by reading it.

import {alignText} from './align-text.ts'
import {htmlText} from './html-text.ts'
import type {PageContent} from './page-content.ts'
import {contentScale} from './page-marks.ts'
import type {PrintFault} from './printed-unit.ts'
import type {ReadContent} from './reading-order.ts'
import type {UnitFonts} from './unit-fonts.ts'

/** Pages are printed at 0.75 points a CSS pixel; the rest is rounding. */
const smallestScale = 0.7495

/** Faults of a print, in reading order by kind. Also puts the spaces of line ends back into the runs (see `alignText`). */
export function findFaults(reading: readonly ReadContent[], html: string, fonts: UnitFonts, pages: readonly PageContent[]): PrintFault[] {
  return [...textFaults(reading, html, fonts), ...fontFaults(reading, fonts), ...scaleFaults(pages)]
}

function textFaults(reading: readonly ReadContent[], html: string, fonts: UnitFonts): PrintFault[] {
  const {mismatches, unknown} = alignText(reading, htmlText(html), fonts.decode)
  const lost = mismatches.map(({leaf, printed, expected}): PrintFault => {
    const detail = printed === '' ? `\`${expected}\` was not printed` : `printed \`${printed}\` where the text says \`${expected}\``
    return {kind: 'text-lost', detail, ...blockOf(reading[leaf])}
  })
  const missing = unknown.map(({leaf, text}): PrintFault => ({kind: 'glyph-missing', detail: text, ...blockOf(reading[leaf])}))
  return [...lost, ...eachOnce(missing)]
}

/** Type 3 fonts, by the text that is first set in each. */
function fontFaults(reading: readonly ReadContent[], fonts: UnitFonts): PrintFault[] {
  const faults = fonts.type3.map((name): PrintFault => {
    const first = reading.find(({runs}) => runs.some(({font}) => font === name))
    const words = first?.runs.filter(({font}) => font === name).map(run => run.actualText ?? run.codes.map(code => fonts.decode(name, code) ?? '').join(''))
    return {kind: 'type3-font', detail: words?.join(' ') ?? '', ...blockOf(first)}
  })
  return eachOnce(faults)
}

function scaleFaults(pages: readonly PageContent[]): PrintFault[] {
  const scale = contentScale(pages)
  return scale < smallestScale ? [{kind: 'too-wide', detail: `printed at ${Math.round((scale / 0.75) * 100)} %`}] : []
}

function blockOf(content: ReadContent | undefined): {block?: string} {
  return content?.block === undefined ? {} : {block: content.block}
}

function eachOnce(faults: readonly PrintFault[]): PrintFault[] {
  return [...new Map(faults.map(fault => [`${fault.block} ${fault.detail}`, fault])).values()]
}
