// Assemble: page numbers written where the print left room for them.

import {formatNumber} from '../pdf/serialize.ts'
import type {FolioSlot, PrintedPage, Slot} from './printed-unit.ts'
import type {Typesetter} from './typesetter.ts'
import {formatMatrix} from './write-content.ts'

/** Rounding of widths, in text space units. */
const tolerance = 0.05

/** Whether a label has room in a slot. */
export function fitsSlot(slot: Slot, label: string, face: string, typesetter: Typesetter): boolean {
  return advanceOf(slot, label, face, typesetter) <= slot.width + tolerance
}

/** How much narrower each number of a page is than its slot, in the space that the line is set in. `face` names the face of a font resource. */
export function spareWidths({slots}: PrintedPage, labelOf: (anchor: string) => string, typesetter: Typesetter, face: (font: string) => string): number[] {
  return slots.map(slot => (slot.width - advanceOf(slot, labelOf(slot.anchor), face(slot.font), typesetter)) * (slot.matrix[0] ?? 1))
}

/**
 * The open part of a page's content with every number in its slot, and what follows on the line moved up to it.
 * Throws when a label is wider than its slot, since it would be painted over the text.
 */
export function fillSlots(content: Uint8Array, page: PrintedPage, labelOf: (anchor: string) => string, typesetter: Typesetter, face: (font: string) => string): Buffer {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  const spare = spareWidths(page, labelOf, typesetter, face)
  const insertions = [
    ...page.shifts.map(({offset, slots}) => ({offset, order: 0, text: formatShift(slots.reduce((sum, slot) => sum + spare[slot]!, 0))})),
    ...page.slots.map(slot => {
      const label = labelOf(slot.anchor)
      if (!fitsSlot(slot, label, face(slot.font), typesetter)) throw new Error(`Unexpected page number \`${label}\`, expected one no wider than \`${slot.text}\``)
      return {offset: slot.offset, order: 1, text: formatSlot(slot, label, typesetter, face)}
    })
  ].sort((a, b) => a.offset - b.offset || a.order - b.order)
  let filled = ''
  let last = 0
  for (const {offset, text: inserted} of insertions) {
    filled += text.slice(last, offset) + inserted
    last = offset
  }
  return Buffer.from(filled + text.slice(last), 'latin1')
}

/** A page's own number as a content stream. */
export function formatFolio(slot: FolioSlot, folio: string, heightPt: number, typesetter: Typesetter, face: (font: string) => string): Buffer {
  const side = slot.yPt > heightPt / 2 ? '/Subtype/Header/Attached[/Top]' : '/Subtype/Footer/Attached[/Bottom]'
  return Buffer.from(`/Artifact <</Type/Pagination${side}>>BDC\nq\n${slot.state}${formatSlot(slot, folio, typesetter, face)}Q\nEMC\n`, 'latin1')
}

function formatShift(spare: number): string {
  return Math.abs(spare) < tolerance ? '' : `1 0 0 1 ${formatNumber(-spare)} 0 cm\n`
}

function formatSlot(slot: Slot, label: string, typesetter: Typesetter, face: (font: string) => string): string {
  const {hex} = typesetter.set(face(slot.font), label)
  const room = slot.width - advanceOf(slot, label, face(slot.font), typesetter)
  const shift = slot.align === 'start' ? 0 : room * (slot.align === 'end' ? 1 : 0.5)
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = slot.matrix
  return `BT\n/${slot.font} ${formatNumber(slot.size)} Tf\n${formatMatrix([a, b, c, d, e + shift * a, f + shift * b])}<${hex}>Tj\nET\n`
}

function advanceOf({size}: Slot, label: string, face: string, typesetter: Typesetter): number {
  return (typesetter.set(face, label).width * size) / 1000
}
