// Assemble: where the words and pictures of a link stand.
//
// Chromium's own link areas are off in cells that go on under a repeated table head, and lie on the page before where a line was moved to
// the next one (seen in 156), so they are not used.

import {apply} from '../pdf/matrix.ts'
import type {TextItem} from './page-content.ts'
import type {PageMarks} from './page-marks.ts'
import type {RawElement} from './read-structure.ts'
import type {TextRun} from './read-text-object.ts'
import {runLength} from './run-length.ts'
import {contents} from './structure-kids.ts'

/** A part of a link on one line. */
export interface LinkBox {
  readonly page: number
  /** Left, bottom, right, top in points. */
  readonly rect: readonly number[]
  /** Its text in reading order. */
  readonly items: readonly TextItem[]
}

export interface LinkPages {
  readonly marks: readonly PageMarks[]
  heightPt(page: number): number
  /** Advance of a code in thousandths of an em. */
  width(font: string, code: number): number
}

/** Parts of a font's size that its letters reach over and under the line. */
const ascent = 0.95
const descent = 0.28

/** Boxes of a link, in reading order, those on one line made one. */
export function linkBoxes(link: RawElement, {marks, heightPt, width}: LinkPages): LinkBox[] {
  const boxes: LinkBox[] = []
  const add = (page: number, rect: readonly number[], items: readonly TextItem[]) => {
    const last = boxes.at(-1)
    if (last?.page === page && onOneLine(last.rect, rect)) boxes[boxes.length - 1] = {page, rect: united(last.rect, rect), items: [...last.items, ...items]}
    else boxes.push({page, rect, items})
  }
  for (const {page, mcid} of contents(link)) {
    const mark = marks[page]?.get(mcid)
    if (!mark) continue
    for (const item of mark.items) for (const run of item.runs) if (run.codes.length > 0) add(page, runRect(run, item, width), [item])
    const [left, top, right, bottom] = mark.ink.extent
    if ((mark.ink.image || mark.items.length === 0) && left < right) add(page, [left, heightPt(page) - bottom, right, heightPt(page) - top], [])
  }
  return boxes.map(box => ({...box, rect: box.rect.map(value => Math.round(value * 100) / 100)}))
}

function runRect(run: TextRun, {matrix}: TextItem, width: LinkPages['width']): number[] {
  const {size, font} = run
  const length = runLength(run, code => width(font, code))
  const [a, , , d, e, f] = run.matrix
  const [startX, startY] = apply(matrix, e, f - d * size * descent)
  const [endX, endY] = apply(matrix, e + a * length, f + d * size * ascent)
  return [Math.min(startX, endX), Math.min(startY, endY), Math.max(startX, endX), Math.max(startY, endY)]
}

/**
 * True for boxes that share most of the lower one's height, as those of words and an image on one line do. They may stand apart: in the
 * contents, a leader lies between a title and its page number.
 */
function onOneLine(a: readonly number[], b: readonly number[]): boolean {
  const [, aBottom = 0, , aTop = 0] = a
  const [, bBottom = 0, , bTop = 0] = b
  const shared = Math.min(aTop, bTop) - Math.max(aBottom, bBottom)
  return shared > Math.min(aTop - aBottom, bTop - bBottom) / 2
}

function united(a: readonly number[], b: readonly number[]): number[] {
  return [Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[2]!, b[2]!), Math.max(a[3]!, b[3]!)]
}
