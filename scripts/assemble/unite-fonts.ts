// Assemble: the subsets that units carry, made one font each, so that a book has every face once.

import {readTrueType, uniteTrueType} from '../pdf/true-type.ts'
import {formatToUnicode} from '../pdf/to-unicode.ts'
import type {PdfWriter} from '../pdf/write-pdf.ts'
import type {PrintedFont, PrintedUnit} from './printed-unit.ts'

/** One face of the book. */
export interface UnitedFont {
  readonly name: string
  readonly widths: ReadonlyMap<number, number>
  readonly texts: ReadonlyMap<number, string>
  /** Object number of the font dictionary. */
  readonly object: number
}

interface Group {
  readonly name: string
  readonly descriptor: string
  readonly widths: Map<number, number>
  readonly texts: Map<number, string>
  readonly programs: Map<string, Uint8Array>
}

/** What tells two faces apart: the PostScript name and the descriptor, which speaks of the whole font. */
export const faceOf = (font: PrintedFont) => `${font.name} ${font.descriptor}`

/** Writes every face of the units once, and returns them by `faceOf`. */
export function uniteFonts(writer: PdfWriter, units: readonly PrintedUnit[]): Map<string, UnitedFont> {
  const groups = new Map<string, Group>()
  for (const unit of units) {
    for (const font of unit.fonts) {
      let group = groups.get(faceOf(font))
      if (!group) groups.set(faceOf(font), (group = {name: font.name, descriptor: font.descriptor, widths: new Map(), texts: new Map(), programs: new Map()}))
      for (const [glyph, width] of font.widths) group.widths.set(glyph, width)
      for (const [glyph, text] of font.texts) group.texts.set(glyph, text)
      if (!group.programs.has(font.hash)) group.programs.set(font.hash, unit.blobs[font.program]!)
    }
  }
  const faces = [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return new Map(faces.map(([face, group], index) => [face, writeFont(writer, group, index)]))
}

function writeFont(writer: PdfWriter, {name, descriptor, widths, texts, programs}: Group, index: number): UnitedFont {
  const subsets = [...programs].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, program]) => program)
  const program = subsets.length === 1 ? subsets[0]! : uniteTrueType(subsets.map(readTrueType))
  const baseFont = `/${subsetTag(index)}+${name}`
  const file = writer.addDeflated(`/Length1 ${program.length}`, program)
  const toUnicode = writer.addDeflated('', Buffer.from(formatToUnicode(texts)))
  const fontDescriptor = writer.add(`${descriptor.slice(0, -2)}/Type/FontDescriptor/FontName ${baseFont}/FontFile2 ${file} 0 R>>`)
  const descendant = writer.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont ${baseFont}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor ${fontDescriptor} 0 R/W[${widthArray(widths)}]>>`
  )
  const object = writer.add(`<</Type/Font/Subtype/Type0/BaseFont ${baseFont}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`)
  return {name, widths, texts, object}
}

/** Six capitals that differ from face to face (ISO 32000-1, 9.6.4). */
function subsetTag(index: number): string {
  let tag = ''
  for (let rest = index, i = 0; i < 6; i++, rest = Math.floor(rest / 26)) tag = String.fromCharCode(65 + (rest % 26)) + tag
  return tag
}

function widthArray(widths: ReadonlyMap<number, number>): string {
  let text = ''
  let next = -1
  for (const [glyph, width] of [...widths].sort((a, b) => a[0] - b[0])) {
    text += glyph === next ? ` ${width}` : `${next < 0 ? '' : ']'}${glyph}[${width}`
    next = glyph + 1
  }
  return text ? text + ']' : ''
}
