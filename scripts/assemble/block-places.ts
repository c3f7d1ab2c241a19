// Assemble: where on its pages a unit's blocks are printed, for whoever points at them later.

import {apply} from '../pdf/matrix.ts'
import type {TextItem} from './page-content.ts'
import type {PageMarks} from './page-marks.ts'
import type {PrintedPlace} from './printed-unit.ts'
import {isContent, isElement, type RawContent, type RawElement} from './read-structure.ts'
import {runLength} from './run-length.ts'
import {contents} from './structure-kids.ts'
import type {RunFont} from './write-content.ts'

type Box = Omit<PrintedPlace, 'block'>

/** Heights of letters over and under the baseline, in ems; a reviewer's mark is never exact. */
const ascent = 0.8
const descent = 0.25

/** Lines of a block stand no further apart than this many of their heights. */
const widestGap = 2.5

/**
 * Rectangles around what the blocks of `keys` print, without what belongs to another of them inside, and without names of blocks. A block has
 * a new one where it goes on above what it has printed so far: on the next page, in the next column, in the next cell of its row. A block of
 * which Chromium keeps no element is where its name is.
 */
export function findPlaces(elements: readonly RawElement[], keys: ReadonlySet<string>, marks: readonly PageMarks[], pages: readonly {readonly heightPt: number}[], fontOf: (name: string) => RunFont): PrintedPlace[] {
  const boxes = new Map<string, Box[]>()
  const names = new Map<string, Box[]>()
  const visit = (element: RawElement, owner: string | undefined): void => {
    if (element.code === 'blockid') {
      if (element.block !== undefined) names.set(element.block, contents(element).flatMap(contentBoxes))
      return
    }
    const own = element.block !== undefined && keys.has(element.block) ? element.block : owner
    for (const kid of element.kids) {
      if (isElement(kid)) visit(kid, own)
      else if (isContent(kid) && own !== undefined) addBoxes(boxes, own, contentBoxes(kid))
    }
  }
  const contentBoxes = ({page, mcid}: RawContent): Box[] => {
    const mark = marks[page]?.get(mcid)
    if (!mark) return []
    const lines = mark.items.flatMap(item => textBoxes(item, page, fontOf))
    const [left, top, right, bottom] = mark.ink.extent
    const {heightPt} = pages[page]!
    return left < right ? [...lines, {page, left, bottom: heightPt - bottom, right, top: heightPt - top}] : lines
  }
  for (const element of elements) visit(element, undefined)
  for (const [block, own] of names) if (!boxes.has(block)) boxes.set(block, own)
  return [...boxes].flatMap(([block, all]) => all.map(box => ({block, ...rounded(box)})))
}

function textBoxes({runs, matrix}: TextItem, page: number, fontOf: (name: string) => RunFont): Box[] {
  return runs.flatMap(run => {
    if (run.codes.length === 0) return []
    const width = runLength(run, fontOf(run.font).width)
    const [a, b, c, d, e, f] = run.matrix
    const corners = [[0, -descent * run.size], [width, ascent * run.size]].map(([x = 0, y = 0]) => apply(matrix, a * x + c * y + e, b * x + d * y + f))
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    return [{page, left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys)}]
  })
}

function addBoxes(boxes: Map<string, Box[]>, block: string, added: readonly Box[]): void {
  let own = boxes.get(block)
  if (!own) boxes.set(block, (own = []))
  for (const box of added) {
    const last = own.at(-1)
    if (last && goesOn(last, box)) own[own.length - 1] = around(last, box)
    else own.push(box)
  }
}

/** Whether a box stands on the last line of those before it, or on the next one. */
function goesOn(before: Box, box: Box): boolean {
  if (before.page !== box.page) return false
  const height = box.top - box.bottom
  const isBeside = box.left > before.right + 3 * height || box.right < before.left - 3 * height
  return !isBeside && box.bottom <= before.bottom + 0.9 * height && box.top >= before.bottom - widestGap * height
}

function around(a: Box, b: Box): Box {
  return {page: a.page, left: Math.min(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.max(a.right, b.right), top: Math.max(a.top, b.top)}
}

function rounded({page, left, bottom, right, top}: Box): Box {
  const round = (value: number) => Math.round(value * 10) / 10
  return {page, left: round(left), bottom: round(bottom), right: round(right), top: round(top)}
}
