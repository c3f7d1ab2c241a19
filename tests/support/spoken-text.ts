// Test support: the text that the structure tree speaks, glyph by glyph and in its order, as a screen reader would be given it.
//
// A space counts only where a space glyph (or an ActualText) has it: no distance between glyphs is taken for one, and a new line gives
// none either. Between block-level elements stands a line break. An element's Alt or ActualText stands in place of what it holds.

import type {PdfReading} from './read-pdf.ts'
import type {MarkedKid, StructureElement, StructureKid} from './structure.ts'

/** Roles whose text runs on in the line of their parent (ISO 32000-1, 14.8.4.4, with PDF 2.0's Em and Strong). */
const inlineRoles = new Set(['Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'Em', 'Strong', 'Figure', 'Formula', 'Form', 'NonStruct', 'Sub'])

const textByReading = new WeakMap<PdfReading, ReadonlyMap<string, string>>()

function textOfMarks(reading: PdfReading): ReadonlyMap<string, string> {
  const known = textByReading.get(reading)
  if (known !== undefined) return known
  const text = new Map<string, string>()
  for (const page of reading.pages) {
    for (const {mcid, text: painted} of page.content.painted) {
      if (mcid === undefined) continue
      const key = `${page.reference} ${mcid}`
      text.set(key, (text.get(key) ?? '') + painted)
    }
  }
  textByReading.set(reading, text)
  return text
}

/** Text of one marked-content sequence. */
export function textOfMark(reading: PdfReading, {page, mcid}: MarkedKid): string {
  return textOfMarks(reading).get(`${page} ${mcid}`) ?? ''
}

/** True when the element's text runs on in its parent's line. */
export function isInline(element: StructureElement): boolean {
  return inlineRoles.has(element.standardRole)
}

/** Text below an element; `alternatives` says how an Alt is written, and `leaveOut` which elements are passed over. */
export function spokenText(
  reading: PdfReading,
  element: StructureElement,
  alternatives: (alt: string) => string = (alt) => alt,
  leaveOut: (element: StructureElement) => boolean = () => false
): string {
  const speak = (kid: StructureKid): string => {
    if (kid.kind === 'object') return ''
    if (kid.kind === 'marked') return textOfMark(reading, kid)
    if (leaveOut(kid)) return /\s*$/.exec(kid.kids.map(speak).join(''))![0]
    const inner = kid.alt !== undefined ? alternatives(kid.alt) : (kid.actualText ?? kid.kids.map(speak).join(''))
    return isInline(kid) ? inner : `\n${inner}\n`
  }
  return speak(element)
}

/** White space made one space, ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
