// Assemble: where the anchors of a unit stand.

import {type PdfObject, Ref} from '../pdf/objects.ts'
import type {SkiaPdf} from '../pdf/read-skia-pdf.ts'
import type {PageContent} from './page-content.ts'
import type {PrintedAnchor} from './printed-unit.ts'

/** Anchors at their true place: Chromium writes them as if the page had no margins. */
export function readAnchors(pdf: SkiaPdf, dests: PdfObject | undefined, pageIndex: ReadonlyMap<number, number>, pages: readonly PageContent[]): PrintedAnchor[] {
  if (dests === undefined) return []
  const anchors: PrintedAnchor[] = []
  for (const [id, value] of pdf.dict(dests)) {
    const [ref, , x, y] = pdf.array(value)
    const page = ref instanceof Ref ? pageIndex.get(ref.number) : undefined
    if (page === undefined) continue
    const {box} = pages[page]!
    anchors.push({id: decodeURIComponent(id), page, xPt: round((x as number) + box[0]), yPt: round((y as number) - box[1])})
  }
  return anchors.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
