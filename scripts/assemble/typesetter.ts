// Assemble: text set without Chromium, which is done for page numbers only.

import type {PrintedUnit} from './printed-unit.ts'
import {faceOf} from './unite-fonts.ts'
import {hex4} from './write-content.ts'

/** Sets text in the faces of the book, with the figures that the specimen was printed with. */
export class Typesetter {
  private readonly faces = new Map<string, {readonly codes: Map<string, number>; readonly widths: Map<number, number>}>()

  /** Templates may call one face by several names, each for some of its characters. */
  constructor(specimen: PrintedUnit) {
    for (const font of specimen.fonts) {
      const known = this.faces.get(faceOf(font))
      this.faces.set(faceOf(font), {
        codes: new Map([...(known?.codes ?? []), ...font.texts.map(([glyph, text]): [string, number] => [text, glyph])]),
        widths: new Map([...(known?.widths ?? []), ...font.widths])
      })
    }
  }

  /** Text in hex codes, with its advance in thousandths of an em. Throws when the specimen lacks a character. */
  set(face: string, text: string): {hex: string; width: number} {
    const {codes, widths} = this.faces.get(face) ?? {}
    let hex = ''
    let width = 0
    for (const character of text) {
      const code = codes?.get(character)
      if (code === undefined) throw new Error(`Unexpected \`${character}\` in a page number set in ${face.split(' ')[0]}, expected a character of the specimen`)
      hex += hex4(code)
      width += widths?.get(code) ?? 0
    }
    return {hex, width}
  }
}
