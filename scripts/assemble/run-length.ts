// Assemble: how far a run of glyphs reaches.

import type {TextRun} from './read-text-object.ts'

/** Text space units from the start of a run to the end of its last glyph; `width` is in thousandths of the size. A glyph without an offset follows the one before it. */
export function runLength({codes, offsets, size}: Pick<TextRun, 'codes' | 'offsets' | 'size'>, width: (code: number) => number): number {
  let pen = 0
  for (const [index, code] of codes.entries()) {
    const offset = offsets[index]!
    pen = (Number.isNaN(offset) ? pen : offset) + (width(code) * size) / 1000
  }
  return pen
}
