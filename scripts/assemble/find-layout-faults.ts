// Assemble: the layout report: what of a unit's pages a typesetter would mend, told by where things stand.

import {apply} from '../pdf/matrix.ts'
import type {PageContent} from './page-content.ts'
import type {PageMark, PageMarks} from './page-marks.ts'
import type {LayoutFault} from './printed-unit.ts'
import {isContent, isElement, type RawElement, type RawKid} from './read-structure.ts'
import {runLength} from './run-length.ts'
import {inlineRoles} from './structure-kids.ts'
import type {RunFont} from './write-content.ts'
import type {SizedContent} from './write-page.ts'

/** A page that is filled less than this, before text that goes on, has been left by something that did not fit. */
const leastFill = 0.35

/** Rounding, and strokes that are drawn on the edge of a box. */
const tolerancePt = 1.5

/** Baselines closer than this are one line, with what is raised or lowered in it. */
const linePt = 5

interface Around {
  /** Innermost element that is no part of a line. */
  readonly element: RawElement
  readonly isHeading: boolean
  readonly isTitle: boolean
  /** Key of the innermost block. */
  readonly block?: string
}

/** Something seen on a page, in reading order. */
interface Seen extends Around {
  readonly page: number
  readonly mark: PageMark
}

/**
 * Faults of a unit's layout in reading order by kind. A unit's last page, and the page before a section's title, may be short: there a text
 * ends. A unit whose first page is an `opener` may leave that as empty as it likes.
 */
export function findLayoutFaults(elements: readonly RawElement[], marks: readonly PageMarks[], contents: readonly SizedContent[], {hasOpener, font}: {hasOpener: boolean; font(name: string): RunFont}): LayoutFault[] {
  const seen = see(elements, marks)
  return [
    ...strandedHeadings(seen),
    ...elements.flatMap(element => splitBlocks(element, marks)),
    ...lonelyLines(seen),
    ...emptyPages(seen, contents, hasOpener),
    ...seen.flatMap(each => beyondMargins(each, contents[each.page]!, font))
  ]
}

function see(elements: readonly RawElement[], marks: readonly PageMarks[]): Seen[] {
  const seen: Seen[] = []
  const look = (kid: RawKid, around: Around): void => {
    if (isContent(kid)) {
      const mark = marks[kid.page]?.get(kid.mcid)
      if (mark && hasInk(mark)) seen.push({...around, page: kid.page, mark})
    } else if (isElement(kid)) {
      const inner = goInto(kid, around)
      for (const each of kid.kids) look(each, inner)
    }
  }
  for (const element of elements) look(element, {element, isHeading: false, isTitle: false})
  return seen
}

function goInto(element: RawElement, around: Around): Around {
  if (inlineRoles.has(element.role) && element.block === undefined) return around
  const isHeading = /^H\d$/.test(element.role)
  const block = element.block ?? around.block
  return {
    element: inlineRoles.has(element.role) ? around.element : element,
    isHeading: around.isHeading || isHeading,
    isTitle: around.isTitle || (isHeading && around.element.role === 'Sect'),
    ...(block === undefined ? {} : {block})
  }
}

function hasInk({ink}: PageMark): boolean {
  return ink.text || ink.image
}

/** Headings, whose text begins on another page. */
function strandedHeadings(seen: readonly Seen[]): LayoutFault[] {
  return seen.flatMap((each, at) => {
    const next = seen.slice(at + 1, at + 20).find(other => !other.isHeading && other.element.code !== 'labels')
    return each.isHeading && next && next.page > each.page ? [fault('heading-stranded', each)] : []
  }).filter(isFirstOfBlock)
}

function isFirstOfBlock({block}: LayoutFault, at: number, faults: readonly LayoutFault[]): boolean {
  return block === undefined || faults.findIndex(other => other.block === block) === at
}

/** Callouts and quotes on more than one page. */
function splitBlocks(element: RawElement, marks: readonly PageMarks[]): LayoutFault[] {
  if (element.role === 'Aside' || element.role === 'BlockQuote') {
    const seen = see([element], marks)
    const [first, last] = [seen[0], seen.at(-1)]
    if (first && last && first.page !== last.page) return [{kind: 'layout-split', page: first.page, ...(element.block === undefined ? {} : {block: element.block})}]
    return []
  }
  return element.kids.flatMap(kid => (isElement(kid) ? splitBlocks(kid, marks) : []))
}

/** Paragraphs of which one line stands on another page than the rest. */
function lonelyLines(seen: readonly Seen[]): LayoutFault[] {
  const paragraphs = new Map<RawElement, Seen[]>()
  for (const each of seen) {
    const {element} = each
    if (element.role === 'P' || element.role === 'LBody') paragraphs.set(element, [...(paragraphs.get(element) ?? []), each])
  }
  return [...paragraphs.values()].flatMap(parts => {
    const pages = [parts[0]!.page, parts.at(-1)!.page]
    if (pages[0] === pages[1]) return []
    const lonely = pages.map(page => parts.filter(part => part.page === page)).find(onPage => countLines(onPage) === 1)
    return lonely ? [fault('line-alone', lonely[0]!)] : []
  })
}

function countLines(parts: readonly Seen[]): number {
  const lines: number[] = []
  for (const baseline of parts.flatMap(baselines).sort((a, b) => a - b)) if (lines.length === 0 || baseline - lines.at(-1)! > linePt) lines.push(baseline)
  return lines.length
}

/** Of all runs, in points from the foot of the page. */
function baselines({mark}: Seen): number[] {
  return mark.items.flatMap(({matrix, runs}) => runs.map(run => apply(matrix, run.matrix[4], run.matrix[5])[1]))
}

/** Pages that end far above their foot, though the text goes on, and pages with nothing at all. */
function emptyPages(seen: readonly Seen[], contents: readonly SizedContent[], hasOpener: boolean): LayoutFault[] {
  const onPages: Seen[][] = contents.map(() => [])
  for (const each of seen) onPages[each.page]!.push(each)
  return contents.flatMap((content, page) => {
    const here = onPages[page]!
    const next = seen.find(each => each.page > page)
    const last = seen.findLast(each => each.page < page)
    if (last && here.length === 0 && !content.items.some(({kind}) => kind === 'paint')) return [{...fault('page-near-empty', last), page}]
    if (!next || next.isTitle || (hasOpener && page === 0)) return []
    const [, top, , bottom] = content.box
    const painted = content.items.map(item => (item.kind === 'paint' ? Math.min(item.extent[3], bottom) : 0))
    const set = here.flatMap(baselines).map(baseline => content.heightPt - baseline)
    const foot = Math.max(top, ...painted, ...set)
    return (foot - top) / (bottom - top) < leastFill ? [{...fault('page-near-empty', next), page}] : []
  })
}

function beyondMargins(each: Seen, {box: [left, , right]}: PageContent, font: (name: string) => RunFont): LayoutFault[] {
  const isOut = each.mark.items.some(({matrix, runs}) =>
    runs.some(run => {
      const width = runLength(run, font(run.font).width)
      const [start] = apply(matrix, run.matrix[4], run.matrix[5])
      const [end] = apply(matrix, run.matrix[4] + width * run.matrix[0], run.matrix[5])
      return Math.min(start, end) < left - tolerancePt || Math.max(start, end) > right + tolerancePt
    })
  )
  return isOut ? [fault('text-beyond-margin', each)] : []
}

function fault(kind: LayoutFault['kind'], {page, block}: Seen): LayoutFault {
  return {kind, page, ...(block === undefined ? {} : {block})}
}
