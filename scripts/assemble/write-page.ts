// Assemble: a page's content made ready for assembly, deflated as far as no page number will be written into it.

import {deflateSync} from 'node:zlib'
import type {PageContent, TextItem} from './page-content.ts'
import {artifactKind, type PageMarks} from './page-marks.ts'
import type {PrintedPage, ReferenceSlot} from './printed-unit.ts'
import type {RawElement} from './read-structure.ts'
import {contentKey} from './shape-structure.ts'
import type {UnitFonts} from './unit-fonts.ts'
import type {PlacedLink} from './unit-links.ts'
import {findFolio, findLineEnds, folioSlot, type FoundSlot, slotOf} from './unit-slots.ts'
import {writeContent} from './write-content.ts'

/** A page's content with the size of the page. */
export interface SizedContent extends PageContent {
  readonly widthPt: number
  readonly heightPt: number
}

/** What is known of the unit that a page belongs to. */
export interface PageContext {
  readonly marks: PageMarks
  readonly artifacts: ReadonlySet<string>
  readonly slots: ReadonlyMap<TextItem, FoundSlot>
  /** Links of the page. */
  readonly links: readonly PlacedLink[]
  /** The innermost block of marked content, by `contentKey`. */
  readonly blocks: ReadonlyMap<string, RawElement>
  readonly fonts: UnitFonts
  /** Receives the new id of every kept mark. */
  readonly renumbered: Map<string, number>
  /** Keeps bytes and gives their place. */
  addBlob(bytes: Uint8Array): number
}

export type WrittenPage = Pick<PrintedPage, 'content' | 'open' | 'slots' | 'shifts' | 'folio' | 'links' | 'marks'>

/** The page's content stream in parts, with the places of page numbers in it. */
export function writePage(content: SizedContent, page: number, context: PageContext): WrittenPage {
  const {fonts, renumbered} = context
  const folio = findFolio(content, content.widthPt, fonts.byName)
  const slots = new Map<TextItem, Omit<ReferenceSlot, 'offset'>>()
  for (const [item, slot] of context.slots) {
    if (slot.page === page) slots.set(item, {...slotOf(item, slot.align, fonts.byName), anchor: slot.anchor, unitPt: item.matrix[0]})
  }
  let marks = 0
  for (const mcid of context.marks.keys()) {
    const key = contentKey({page, mcid})
    if (!context.artifacts.has(key)) renumbered.set(key, marks++)
  }
  const lineEnds = findLineEnds(content, content.heightPt, slots, mcid => context.blocks.get(contentKey({page, mcid})))
  const {text, slotOffsets, shiftOffsets} = writeContent(content.items, {
    mark: mcid => renumbered.get(contentKey({page, mcid})),
    heightPt: content.heightPt,
    artifact: item => artifactKind(item, content),
    isSlot: item => slots.has(item) || item === folio?.item,
    isShifted: item => item.kind !== 'state' && lineEnds.has(item as TextItem),
    font: fonts.runFont
  })
  const ordered = [...slots.keys()].sort((a, b) => slotOffsets.get(a)! - slotOffsets.get(b)!)
  const placed = ordered.map(item => ({...slots.get(item)!, offset: slotOffsets.get(item)!}))
  const places = (items: readonly TextItem[]) => items.map(item => ordered.indexOf(item))
  const shifts = [...lineEnds].map(([item, before]) => ({offset: shiftOffsets.get(item)!, slots: places(before)}))
  const links = context.links.map(({link, items}) => {
    const [first, last] = [items[0], items.at(-1)]
    const left = (first && lineEnds.get(first)) ?? []
    const right = [...((last && lineEnds.get(last)) ?? []), ...(last && slots.get(last)?.align === 'start' ? [last] : [])]
    return right.length > 0 ? {...link, slotsBefore: {left: places(left), right: places(right)}} : link
  })
  return {
    ...splitContent(text, placed, shifts, context.addBlob),
    links,
    marks,
    ...(folio ? {folio: folioSlot(folio.item, folio.align, fonts.byName)} : {})
  }
}

/** Only what lies between the first and the last place of a page number stays open, since assembly deflates it for every build. */
function splitContent(text: string, slots: PrintedPage['slots'], shifts: PrintedPage['shifts'], addBlob: (bytes: Uint8Array) => number): Pick<PrintedPage, 'content' | 'open' | 'slots' | 'shifts'> {
  const deflated = (part: string) => addBlob(deflateSync(Buffer.from(part, 'latin1')))
  if (slots.length === 0) return {content: [deflated(text)], slots, shifts}
  const offsets = [...slots, ...shifts].map(({offset}) => offset)
  const start = Math.min(...offsets)
  const end = Math.max(...offsets)
  const fromStart = <T extends {readonly offset: number}>(place: T): T => ({...place, offset: place.offset - start})
  const open = addBlob(Buffer.from(text.slice(start, end), 'latin1'))
  return {content: [deflated(text.slice(0, start)), open, deflated(text.slice(end))], open, slots: slots.map(fromStart), shifts: shifts.map(fromStart)}
}
