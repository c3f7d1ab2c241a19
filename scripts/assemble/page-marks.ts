// Assemble: what each stretch of marked content on a page paints.

import {apply} from '../pdf/matrix.ts'
import type {ContentItem, PageContent, TextItem} from './page-content.ts'
import type {ArtifactKind} from './write-content.ts'
import type {TextRun} from './read-text-object.ts'
import type {Ink} from './shape-structure.ts'

/** One stretch of marked content. */
export interface PageMark {
  readonly runs: TextRun[]
  readonly items: TextItem[]
  readonly ink: Ink
}

/** Marked content of a page by its id, as printed. */
export type PageMarks = ReadonlyMap<number, PageMark>

export function marksOf(content: PageContent): Map<number, PageMark> {
  const marks = new Map<number, {runs: TextRun[]; items: TextItem[]; text: boolean; image: boolean; path: boolean; extent: [number, number, number, number]}>()
  let open: number | undefined
  for (const item of content.items) {
    if (item.kind === 'begin') {
      open = item.mcid
      if (!marks.has(open)) marks.set(open, {runs: [], items: [], text: false, image: false, path: false, extent: [Infinity, Infinity, -Infinity, -Infinity]})
    } else if (item.kind === 'end') open = undefined
    else if (open !== undefined && item.kind !== 'state') {
      const mark = marks.get(open)!
      if (item.kind === 'text') {
        mark.items.push(item)
        mark.runs.push(...item.runs)
        mark.text ||= item.runs.some(run => run.codes.length > 0)
      } else if (item.kind === 'paint') {
        if (item.image) mark.image = true
        else mark.path = true
        const [left, top, right, bottom] = item.extent
        mark.extent = [Math.min(mark.extent[0], left), Math.min(mark.extent[1], top), Math.max(mark.extent[2], right), Math.max(mark.extent[3], bottom)]
      }
    }
  }
  return new Map([...marks].map(([mcid, {runs, items, ...ink}]) => [mcid, {runs, items, ink}]))
}

/** Scale of the text: 0.75 points a CSS pixel, less when a block was wider than the page and Chromium shrank the unit. */
export function contentScale(pages: readonly PageContent[]): number {
  let scale = 0
  for (const {items} of pages) {
    let marked = false
    for (const item of items) {
      if (item.kind === 'begin') marked = true
      else if (item.kind === 'end') marked = false
      else if (item.kind === 'text' && marked) scale = Math.max(scale, Math.abs(item.matrix[0]))
    }
  }
  return scale === 0 ? 0.75 : scale
}

/** Thinner things that run over a whole page are rules. */
const thinnestGroundPt = 20
/** Chromium cuts grounds at its own pixels. */
const edgePt = 1

/** What kind of artifact an unmarked item is, by its place on the page. */
export function artifactKind(item: ContentItem, {box, widthPt, heightPt}: PageContent & {readonly widthPt: number; readonly heightPt: number}): ArtifactKind {
  if (item.kind === 'text') {
    const run = item.runs[0]
    if (!run) return 'layout'
    const [x, up] = apply(item.matrix, run.matrix[4], run.matrix[5])
    // A tab beside the text.
    if (x < box[0] - 1 || x > box[2] + 1) return 'layout'
    const y = heightPt - up
    return y < box[1] ? 'header' : y > box[3] ? 'footer' : 'layout'
  }
  if (item.kind !== 'paint') return 'layout'
  const [left, top, right, bottom] = item.extent
  const isWhole = (left <= edgePt && right >= widthPt - edgePt) || (top <= edgePt && bottom >= heightPt - edgePt)
  if (isWhole && Math.min(right - left, bottom - top) >= thinnestGroundPt) return 'background'
  return bottom <= box[1] ? 'header' : top >= box[3] ? 'footer' : 'layout'
}
