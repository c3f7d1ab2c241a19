// Assemble: the places of a unit where page numbers will be written.

import {apply} from '../pdf/matrix.ts'
import type {ContentItem, PageContent, PaintItem, TextItem} from './page-content.ts'
import type {PageMarks} from './page-marks.ts'
import type {FolioSlot, Slot} from './printed-unit.ts'
import {isElement, type RawElement, type RawKid} from './read-structure.ts'
import {contents} from './structure-kids.ts'
import type {UnitFont} from './unit-fonts.ts'
import {type Annotation, anchorOf} from './unit-links.ts'

/** Text that the templates put where a page's own number goes. */
export const folioPlaceholder = '0000000'

export interface FoundSlot {
  readonly page: number
  readonly anchor: string
  readonly align: 'start' | 'end'
}

/** Text items that stand for page numbers: those of elements with a slot's code, the anchor being that of the link around them. */
export function findSlots(elements: readonly RawElement[], annotations: ReadonlyMap<number, Annotation>, marks: readonly PageMarks[]): Map<TextItem, FoundSlot> {
  const slots = new Map<TextItem, FoundSlot>()
  const visit = (kid: RawKid, anchor: string | undefined): void => {
    if (!isElement(kid)) return
    const own = kid.kids.find(k => 'annotation' in k)
    const uri = own && 'annotation' in own ? annotations.get(own.annotation)?.uri : undefined
    const inner = (uri === undefined ? undefined : anchorOf(uri)) ?? anchor
    if ((kid.code === 'folio' || kid.code === 'folioend') && inner !== undefined) {
      for (const {page, mcid} of contents(kid)) {
        for (const item of marks[page]?.get(mcid)?.items ?? []) slots.set(item, {page, anchor: inner, align: kid.code === 'folio' ? 'start' : 'end'})
      }
    } else for (const k of kid.kids) visit(k, inner)
  }
  for (const element of elements) visit(element, undefined)
  return slots
}

/** A text item as the slot it keeps free. */
export function slotOf(item: TextItem, align: Slot['align'], fonts: ReadonlyMap<string, UnitFont>): Slot {
  const run = item.runs[0]!
  return {font: run.font, text: textOf(item, fonts), size: run.size, matrix: run.matrix, width: widthOf(item, fonts), align}
}

function textOf({runs}: TextItem, fonts: ReadonlyMap<string, UnitFont>): string {
  return runs.map(({codes, font}) => codes.map(code => fonts.get(font)?.texts.get(code) ?? '').join('')).join('')
}

/** From the first glyph to the end of the last one, in text space units. */
function widthOf({runs}: TextItem, fonts: ReadonlyMap<string, UnitFont>): number {
  const {codes, offsets, font, size, matrix} = runs.at(-1)!
  const start = matrix[4] - runs[0]!.matrix[4]
  let end = start
  codes.forEach((code, i) => {
    const left = Number.isNaN(offsets[i]!) ? end : start + offsets[i]!
    end = left + ((fonts.get(font)?.widths.get(code) ?? 0) * size) / 1000
  })
  return end
}

/** The text item of the page's own number, if it prints one. */
export function findFolio(content: PageContent, widthPt: number, fonts: ReadonlyMap<string, UnitFont>): {item: TextItem; align: Slot['align']} | undefined {
  let marked = false
  for (const item of content.items) {
    if (item.kind === 'begin') marked = true
    else if (item.kind === 'end') marked = false
    else if (item.kind === 'text' && !marked) {
      if (textOf(item, fonts) === folioPlaceholder) return {item, align: folioAlign(item, content, widthPt, fonts)}
    }
  }
  return undefined
}

/** A folio is set flush with the side of the text block it stands nearest to, or centred. */
function folioAlign(item: TextItem, {box}: PageContent, widthPt: number, fonts: ReadonlyMap<string, UnitFont>): Slot['align'] {
  const [, , , , x, y] = item.runs[0]!.matrix
  const left = apply(item.matrix, x, y)[0]
  const right = apply(item.matrix, x + widthOf(item, fonts), y)[0]
  const fromLeft = Math.abs(left - Math.max(0, box[0]))
  const fromRight = Math.abs(Math.min(widthPt, box[2]) - right)
  if (Math.abs(fromLeft - fromRight) < 20) return 'center'
  return fromLeft < fromRight ? 'start' : 'end'
}

export function folioSlot(item: TextItem, align: Slot['align'], fonts: ReadonlyMap<string, UnitFont>): FolioSlot {
  const [a, b, c, d, e, f] = item.matrix.map(value => Math.round(value * 1e5) / 1e5)
  return {
    ...slotOf(item, align, fonts),
    state: `${a} ${b} ${c} ${d} ${e} ${f} cm\n${item.fill}`,
    yPt: apply(item.matrix, item.runs[0]!.matrix[4], item.runs[0]!.matrix[5])[1]
  }
}

/** Most a raised or lowered letter is off its line, and most a line is off its text, in points. */
const lineTolerancePt = 8

/**
 * What stands behind slots set flush left on the same line of the same block, each with those slots, so that no gap is left where a
 * number is narrower than its zeros. `blockOf` tells the block that a stretch of marked content belongs to.
 */
export function findLineEnds(content: PageContent, heightPt: number, slots: ReadonlyMap<TextItem, Slot>, blockOf: (mcid: number) => object | undefined): Map<TextItem | PaintItem, TextItem[]> {
  const ends = new Map<TextItem | PaintItem, TextItem[]>()
  let line: {readonly slots: TextItem[]; readonly block: object | undefined; readonly leftPt: number; readonly baselinePt: number} | undefined
  let block: object | undefined
  for (const item of content.items) {
    if (item.kind === 'begin') block = blockOf(item.mcid)
    if (item.kind === 'end') block = undefined
    if (item.kind !== 'text' && item.kind !== 'paint') continue
    const place = placeOf(item, heightPt)
    if (line && block && line.block === block && place.leftPt > line.leftPt && Math.abs(place.baselinePt - line.baselinePt) < lineTolerancePt) ends.set(item, [...line.slots])
    if (item.kind !== 'text' || slots.get(item)?.align !== 'start') continue
    if (line && ends.has(item)) line.slots.push(item)
    else line = {slots: [item], block, ...place}
  }
  return ends
}

function placeOf(item: ContentItem & {kind: 'text' | 'paint'}, heightPt: number): {leftPt: number; baselinePt: number} {
  if (item.kind === 'paint') return {leftPt: item.extent[0], baselinePt: item.extent[3]}
  const {matrix} = item.runs[0]!
  const [leftPt, y] = apply(item.matrix, matrix[4], matrix[5])
  return {leftPt, baselinePt: heightPt - y}
}
