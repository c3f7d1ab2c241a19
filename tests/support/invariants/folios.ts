// Invariant: the page number printed in a page's margin is the page's label, and is there when the page map says so.

import type {PageEntry} from '../../../scripts/assemble/page-map.ts'
import type {Painted} from '../page-content.ts'
import type {Page} from '../read-pdf.ts'
import type {Invariant} from './invariant.ts'

const folioPattern = /^([0-9]+|[ivxlcdm]+|[0-9A-Za-z]+-[0-9]+)$/

/** True when `next` goes on in the line of `before`, closer than the widest digits would bring it. */
function runsOn(before: Painted, next: Painted): boolean {
  const gapPt = next.xPt - before.xPt
  return Math.abs(next.yPt - before.yPt) < 0.1 && next.sizePt === before.sizePt && gapPt >= 0 && gapPt < before.text.length * before.sizePt * 0.8
}

/** Texts of a margin as a reader sees them, though digits may be painted one by one. */
function joined(painted: readonly Painted[]): string[] {
  return painted.reduce<string[]>((texts, next, index) => {
    const before = painted[index - 1]
    if (before !== undefined && runsOn(before, next)) texts.push((texts.pop() ?? '') + next.text)
    else texts.push(next.text)
    return texts
  }, [])
}

/** Page numbers printed as artifacts in the outer sixth at the top or bottom of the page. */
export function printedFolios(page: Page): string[] {
  const marginPt = page.heightPt / 6
  const margins = page.content.painted
    .filter(({kind, mcid, artifact, yPt}) => kind === 'text' && mcid === undefined && artifact?.type !== 'Layout' && (yPt < marginPt || yPt > page.heightPt - marginPt))
  return joined(margins)
    .map((text) => text.trim())
    .filter((text) => folioPattern.test(text))
}

function pageFaults(page: Page, entry: PageEntry | undefined): string[] {
  const printed = printedFolios(page)
  const faults = printed.filter((folio) => folio !== page.label).map((folio) => `Page ${page.index} prints ${folio}, but its label is ${page.label}`)
  if (entry === undefined) return faults
  if (entry.label !== page.label) faults.push(`Page ${page.index} has label ${page.label}, but the page map says ${entry.label}`)
  if (entry.folio !== undefined && !printed.includes(entry.folio)) faults.push(`Page ${page.index} does not print its folio ${entry.folio}`)
  if (entry.folio === undefined && printed.length > 0) faults.push(`Page ${page.index} prints ${printed.join(', ')}, but the page map gives it no folio`)
  return faults
}

export const foliosAreLabels: Invariant = ({pages, pdfjs}, expected) => [
  ...(pdfjs.labels === undefined ? ['The file has no page labels'] : []),
  ...(expected.pages !== undefined && expected.pages.length !== pages.length ? [`The file has ${pages.length} pages, but the page map ${expected.pages.length}`] : []),
  ...pages.flatMap((page) => pageFaults(page, expected.pages?.[page.index]))
]
