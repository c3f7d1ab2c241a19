// Assemble: the glyphs of a text object (ISO 32000-1, 9.4), in runs.

import {Keyword, type Lexer, type Token} from '../pdf/lexer.ts'
import {type Matrix, translate} from '../pdf/matrix.ts'
import {Name, PdfString} from '../pdf/objects.ts'
import {decodeText} from '../pdf/text-string.ts'

/** Glyphs set from one start, all in one font and size. */
export interface TextRun {
  readonly font: string
  readonly size: number
  /** Text matrix of the run's first glyph. */
  readonly matrix: Matrix
  /** Character codes, and the distance of each from the first in text space units; NaN where it follows the one before. */
  readonly codes: number[]
  readonly offsets: number[]
  /** Text that stands for the whole run, where Skia says so (a ligature it could not map); empty for a hyphen that layout added. */
  actualText?: string
  /**
   * Present when the codes stand in the order of the eye, from the last letter to the first, as those of Hebrew and Arabic do: the text that
   * Skia says each glyph stands for, where it says so.
   */
  readonly reversed?: (string | undefined)[]
  /** Set when the layout dropped a space after the run, at the end of a line. */
  spaceAfter?: boolean
}

/** Bytes that tell apart what stands in a text object. */
const byte = {lineFeed: 0x0a, space: 0x20, digitNine: 0x39, less: 0x3c, greater: 0x3e, E: 0x45, T: 0x54}

/** Operators by their first two letters as a number; Skia writes no others. */
const operators = {Tf: 0x6654, Tm: 0x6d54, Td: 0x6454, Tj: 0x6a54, ET: 0x5445, EM: 0x4d45}

/** Marks of where a line may end or must not: Skia paints them as spaces without width. */
const invisible = /^[\u00ad\u200b\u2060\ufeff]+$/

/** How a font's strings are read. */
export interface FontMeasure {
  readonly codeBytes: 1 | 2
  /** Advance of a code in thousandths of an em. */
  width(code: number): number
}

/** The runs of the text object that starts where the lexer stands, after `BT`; the lexer then stands after `ET`. Throws on what Chromium was not seen to write. */
export function readTextObject(lexer: Lexer, fontOf: (font: string) => FontMeasure): TextRun[] {
  return new TextObjectReader(lexer, fontOf).read()
}

/** Nine tenths of a page's bytes are `x 0 Td <code> Tj`, so they are read without a token each. */
class TextObjectReader {
  private readonly bytes: Uint8Array
  private at: number
  private readonly runs: TextRun[] = []
  /** Operands of the next operator. */
  private readonly numbers = [0, 0, 0, 0, 0, 0]
  private count = 0
  private codes: number[] = []
  private font = ''
  private size = 0
  private digits: 2 | 4 = 4
  private matrix: Matrix = [1, 0, 0, 1, 0, 0]
  /** Where the line starts, from which `Td` counts, and where the run did. */
  private x = 0
  private y = 0
  private startX = 0
  /** Where the last string starts; the next one follows it when nothing moves between (ISO 32000-1, 9.4.4). */
  private stringX = 0
  private hasMoved = true
  private run: TextRun | undefined
  private actualText: string | undefined
  /** True when a run has the text that stands for several. */
  private isTold = false
  private isReversed = false

  constructor(
    private readonly lexer: Lexer,
    private readonly fontOf: (font: string) => FontMeasure
  ) {
    this.bytes = lexer.bytes
    this.at = lexer.position
  }

  read(): TextRun[] {
    const {bytes} = this
    for (;;) {
      const code = bytes[this.at]
      if (code === undefined) throw new Error('Unexpected end of a text object')
      if (code === byte.space || code === byte.lineFeed) this.at++
      else if (code === byte.less && bytes[this.at + 1] !== byte.less) this.readCodes()
      else if (code === byte.T || code === byte.E) {
        const operator = code | (bytes[this.at + 1]! << 8)
        this.at += 2
        if (operator === operators.ET) break
        this.apply(operator)
      } else this.readOperand()
    }
    this.lexer.position = this.at
    return this.runs
  }

  private readCodes(): void {
    const {bytes, digits} = this
    this.stringX = this.hasMoved ? this.x : this.endOfString()
    this.codes = []
    let value = 0
    let filled = 0
    for (this.at++; bytes[this.at] !== byte.greater; this.at++) {
      const digit = bytes[this.at]
      if (digit === undefined) throw new Error('Unexpected end of a text object')
      value = (value << 4) | (digit <= byte.digitNine ? digit - 0x30 : (digit & 0xdf) - 0x37)
      if (++filled === digits) {
        this.codes.push(value)
        value = filled = 0
      }
    }
    this.at++
  }

  private apply(operator: number): void {
    const {numbers} = this
    this.count = 0
    switch (operator) {
      case operators.Td:
        this.x += numbers[0]!
        this.hasMoved = true
        if (numbers[1] === 0) break
        this.y += numbers[1]!
        this.run = undefined
        break
      case operators.Tj:
        this.addCodes()
        this.hasMoved = false
        break
      case operators.Tm:
        this.matrix = [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3]!, numbers[4]!, numbers[5]!]
        this.x = this.y = 0
        this.hasMoved = true
        this.run = undefined
        break
      case operators.Tf:
        this.size = numbers[0]!
        this.run = undefined
        break
      case operators.EM:
        this.at++
        // Glyphs that tell their text stand inside of what is reversed, which stays one run.
        if (this.actualText === undefined) this.isReversed = false
        this.actualText = undefined
        if (!this.isReversed) this.run = undefined
        break
      default:
        throw new Error('Unexpected operator in text, expected one that Chromium writes')
    }
  }

  private addCodes(): void {
    const isNew = this.run === undefined
    const run = (this.run ??= this.startRun())
    if (run.reversed) {
      if (this.actualText !== undefined && invisible.test(this.actualText)) return
      run.reversed.push(...this.codes.map(() => this.tell()))
    }
    for (let i = 0; i < this.codes.length; i++) {
      run.codes.push(this.codes[i]!)
      run.offsets.push(i === 0 && (isNew || this.hasMoved) ? this.stringX - this.startX : NaN)
    }
  }

  private endOfString(): number {
    const {width} = this.fontOf(this.font)
    return this.codes.reduce((x, code) => x + (width(code) * this.size) / 1000, this.stringX)
  }

  /** The text that stands for the glyphs to come, once. */
  private tell(): string | undefined {
    const text = this.isTold && this.actualText !== undefined ? '' : this.actualText
    this.isTold = true
    return text
  }

  private startRun(): TextRun {
    const {font, size, isReversed} = this
    const actualText = isReversed ? undefined : this.tell()
    const run: TextRun = {
      font,
      size,
      matrix: translate(this.matrix, this.stringX, this.y),
      codes: [],
      offsets: [],
      ...(isReversed ? {reversed: []} : {}),
      ...(actualText === undefined ? {} : {actualText})
    }
    this.startX = this.stringX
    if (isReversed || this.actualText === undefined || !invisible.test(this.actualText)) this.runs.push(run)
    return run
  }

  /** A number, a font's name, or the start of marked content. */
  private readOperand(): void {
    const {lexer} = this
    lexer.position = this.at
    const token = lexer.next()
    if (typeof token === 'number') this.numbers[this.count++] = token
    else if (token instanceof Name) this.readNamed(token)
    else throw new Error('Unexpected token in text, expected what Chromium writes')
    this.at = lexer.position
  }

  private readNamed(name: Name): void {
    const {lexer} = this
    const start = lexer.position
    const next = lexer.next()
    if (!(next instanceof Keyword)) {
      lexer.position = start
      if (!this.hasMoved) this.stringX = this.endOfString()
      this.codes = []
      this.font = name.value
      this.digits = this.fontOf(name.value).codeBytes === 2 ? 4 : 2
      return
    }
    if (next.value === 'BMC') this.isReversed = true
    else {
      this.actualText = readActualText(lexer)
      this.isTold = false
    }
    if (!this.isReversed || next.value === 'BMC') this.run = undefined
  }
}

/** Reads the properties of marked content up to and with `BDC`. */
function readActualText(lexer: Lexer): string {
  const operands: Token[] = []
  for (let token = lexer.next(); !(token instanceof Keyword && token.value === 'BDC'); token = lexer.next()) {
    if (token === undefined) throw new Error('Unexpected end of a text object')
    operands.push(token)
  }
  const at = operands.findIndex(token => token instanceof Name && token.value === 'ActualText')
  const text = operands[at + 1]
  if (at < 0 || !(text instanceof PdfString)) throw new Error('Unexpected marked content in text, expected one with ActualText')
  return decodeText(text.bytes)
}
