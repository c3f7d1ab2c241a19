// Model 2: the glyphs that a page of any PDF shows, with their places (ISO 32000-1, 9.4).

import {type CodeTexts, codeTexts} from './code-texts.ts'
import {Keyword, Lexer} from './lexer.ts'
import {type Matrix, multiply, translate} from './matrix.ts'
import {type Dict, Name, type PdfObject, PdfString, Stream} from './objects.ts'
import type {PdfFile} from './open-pdf.ts'
import {endOfImage, type Operand, readOperand} from './operands.ts'
import type {PageNode} from './page-nodes.ts'
import {decodeText} from './text-string.ts'

/** A glyph's box in points, in the space of the unrotated page; as high as a small letter with its ascender and descender. */
export interface Glyph {
  /** U+FFFD when the font does not say. */
  readonly text: string
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
  /** In a running head or other artifact (14.8.2.2). */
  readonly isArtifact: boolean
}

interface Font {
  readonly texts: CodeTexts
  /** Advance in text space units. */
  width(code: number): number
  readonly known: Map<number, {readonly text: string; readonly width: number}>
}

interface TextState {
  matrix: Matrix
  font: Font | undefined
  size: number
  charSpace: number
  wordSpace: number
  scale: number
  leading: number
  rise: number
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const deepestForm = 10
/** More than any page of text has; what is beyond is a picture made of letters, or an attack. */
const mostGlyphs = 200_000

/** Reads pages of one file; each font is read once, and each form, such as a mark on all pages, is opened once. */
export class GlyphReader {
  private readonly fonts = new Map<PdfObject, Font>()
  private readonly forms = new WeakMap<Stream, Uint8Array>()

  constructor(private readonly file: PdfFile) {}

  /** Glyphs in the order in which they are painted. A broken page gives those before the break. */
  read({dict, resources}: PageNode): Glyph[] {
    const contents = dict.get('Contents')
    const parts = Array.isArray(this.file.resolve(contents)) ? this.file.array(contents) : [contents]
    const run = new GlyphRun(this.file, font => this.fontOf(font), this.forms)
    try {
      run.read(Buffer.concat(parts.flatMap(part => [this.file.bytes(part), Buffer.from('\n')])), resources)
    } catch {
      // What was read stays.
    }
    return run.glyphs
  }

  private fontOf(object: PdfObject | undefined): Font {
    const key = this.file.resolve(object)
    let font = this.fonts.get(key)
    if (!font) this.fonts.set(key, (font = readFont(this.file, object)))
    return font
  }
}

class GlyphRun {
  readonly glyphs: Glyph[] = []
  private state: TextState = {matrix: identity, font: undefined, size: 0, charSpace: 0, wordSpace: 0, scale: 1, leading: 0, rise: 0}
  private readonly saved: TextState[] = []
  private text: Matrix = identity
  private line: Matrix = identity
  private readonly marks: {readonly isArtifact: boolean; actualText: string | undefined}[] = []
  private depth = 0

  constructor(
    private readonly file: PdfFile,
    private readonly fontOf: (font: PdfObject | undefined) => Font,
    private readonly forms: WeakMap<Stream, Uint8Array>
  ) {}

  read(bytes: Uint8Array, resources: Dict): void {
    const lexer = new Lexer(bytes)
    let operands: Operand[] = []
    for (let operand = readOperand(lexer); operand !== undefined; operand = readOperand(lexer)) {
      if (!(operand instanceof Keyword)) operands.push(operand)
      else {
        if (operand.value === 'ID') lexer.position = endOfImage(bytes, lexer.position)
        this.operate(operand.value, operands, resources)
        operands = []
      }
    }
  }

  private operate(operator: string, operands: readonly Operand[], resources: Dict): void {
    const {state} = this
    const number = (index: number) => (typeof operands[index] === 'number' ? operands[index] : 0)
    switch (operator) {
      case 'q':
        this.saved.push({...state})
        break
      case 'Q':
        this.state = this.saved.pop() ?? state
        break
      case 'cm':
        state.matrix = multiply(matrixOf(operands), state.matrix)
        break
      case 'BT':
        this.text = this.line = identity
        break
      case 'Tf':
        state.font = operands[0] instanceof Name ? this.fontOf(this.file.dict(resources.get('Font')).get(operands[0].value)) : undefined
        state.size = number(1)
        break
      case 'Tc':
        state.charSpace = number(0)
        break
      case 'Tw':
        state.wordSpace = number(0)
        break
      case 'Tz':
        state.scale = number(0) / 100
        break
      case 'TL':
        state.leading = number(0)
        break
      case 'Ts':
        state.rise = number(0)
        break
      case 'Tm':
        this.text = this.line = matrixOf(operands)
        break
      case 'TD':
        state.leading = -number(1)
        this.move(number(0), number(1))
        break
      case 'Td':
        this.move(number(0), number(1))
        break
      case 'T*':
        this.move(0, -state.leading)
        break
      case 'Tj':
        this.show(operands)
        break
      case "'":
        this.move(0, -state.leading)
        this.show(operands)
        break
      case '"':
        state.wordSpace = number(0)
        state.charSpace = number(1)
        this.move(0, -state.leading)
        this.show(operands.slice(2))
        break
      case 'TJ':
        if (Array.isArray(operands[0])) this.show(operands[0] as readonly Operand[])
        break
      case 'BMC':
      case 'BDC':
        this.marks.push(this.markOf(operands, resources))
        break
      case 'EMC':
        this.marks.pop()
        break
      case 'Do':
        this.paintForm(operands[0], resources)
        break
    }
  }

  private move(x: number, y: number): void {
    this.text = this.line = translate(this.line, x, y)
  }

  /** Most of a page's time goes here, so the matrix is multiplied once for all parts, and only the distance grows. */
  private show(parts: readonly Operand[]): void {
    const {font, size, scale, rise, charSpace, wordSpace, matrix} = this.state
    const [a, b, c, d, e, f] = multiply(this.text, matrix)
    const isArtifact = this.marks.some(mark => mark.isArtifact)
    const isTold = this.marks.some(({actualText}) => actualText !== undefined)
    const [low, high] = [rise - 0.22 * size, rise + 0.72 * size]
    let x = 0
    for (const part of parts) {
      if (typeof part === 'number') x -= (part / 1000) * size * scale
      if (!(part instanceof PdfString) || !font) continue
      const {bytes} = part
      const {codeBytes} = font.texts
      for (let at = 0; at + codeBytes <= bytes.length && this.glyphs.length < mostGlyphs; at += codeBytes) {
        const code = codeBytes === 1 ? bytes.charCodeAt(at) : bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)
        let glyph = font.known.get(code)
        if (!glyph) font.known.set(code, (glyph = {text: font.texts.read(bytes.slice(at, at + codeBytes)), width: font.width(code)}))
        const end = x + glyph.width * size * scale
        const x0 = a * x + c * low + e
        const y0 = b * x + d * low + f
        const x1 = a * end + c * high + e
        const y1 = b * end + d * high + f
        const text = isTold ? this.told(glyph.text) : glyph.text
        this.glyphs.push({text, left: Math.min(x0, x1), right: Math.max(x0, x1), bottom: Math.min(y0, y1), top: Math.max(y0, y1), isArtifact})
        x = end + (charSpace + (codeBytes === 1 && code === 32 ? wordSpace : 0)) * scale
      }
    }
    this.text = translate(this.text, x, 0)
  }

  /** The glyph's text, or what an ActualText around it says, once. */
  private told(glyph: string): string {
    const mark = this.marks.find(({actualText}) => actualText !== undefined)
    if (!mark) return glyph
    const text = mark.actualText ?? ''
    mark.actualText = ''
    return text
  }

  private markOf([tag, properties]: readonly Operand[], resources: Dict): {isArtifact: boolean; actualText: string | undefined} {
    const isArtifact = tag instanceof Name && tag.value === 'Artifact'
    const dict = properties instanceof Name ? this.file.dict(this.file.dict(resources.get('Properties')).get(properties.value)) : properties
    const actualText = dict instanceof Map ? this.file.resolve(dict.get('ActualText')) : undefined
    return {isArtifact, actualText: actualText instanceof PdfString ? decodeText(actualText.bytes) : undefined}
  }

  private paintForm(name: Operand | undefined, resources: Dict): void {
    const object = this.file.resolve(this.file.dict(resources.get('XObject')).get(name instanceof Name ? name.value : ''))
    if (!(object instanceof Stream) || this.file.name(object.dict.get('Subtype')) !== 'Form' || this.depth >= deepestForm) return
    const own = object.dict.get('Resources')
    const used = own === undefined ? resources : this.file.dict(own)
    if (!used.has('Font') && !used.has('XObject')) return
    this.depth++
    const before = {...this.state}
    this.state.matrix = multiply(matrixOf(this.file.array(object.dict.get('Matrix'))), this.state.matrix)
    let bytes = this.forms.get(object)
    if (!bytes) this.forms.set(object, (bytes = this.file.bytes(object)))
    this.read(bytes, used)
    this.state = before
    this.depth--
  }
}

function matrixOf(operands: readonly Operand[]): Matrix {
  const numbers = operands.filter(operand => typeof operand === 'number')
  return numbers.length === 6 ? (numbers as unknown as Matrix) : identity
}

function readFont(file: PdfFile, object: PdfObject | undefined): Font {
  const font = file.dict(object)
  const width = file.name(font.get('Subtype')) === 'Type0' ? compositeWidths(file, font) : simpleWidths(file, font)
  return {texts: codeTexts(file, object), width, known: new Map()}
}

/** `W` and `DW` of a CIDFont whose codes are its CIDs (9.7.4.3). */
function compositeWidths(file: PdfFile, font: Dict): (code: number) => number {
  const descendant = file.dict(file.array(font.get('DescendantFonts'))[0])
  const widths = new Map<number, number>()
  const entries = file.array(descendant.get('W'))
  for (let i = 0; i + 1 < entries.length;) {
    const first = file.number(entries[i]) ?? 0
    const list = file.resolve(entries[i + 1])
    if (Array.isArray(list)) {
      list.forEach((width: PdfObject, k) => widths.set(first + k, (file.number(width) ?? 0) / 1000))
      i += 2
    } else {
      const last = Math.min(file.number(entries[i + 1]) ?? first, first + 0xffff)
      const width = (file.number(entries[i + 2]) ?? 0) / 1000
      for (let code = first; code <= last; code++) widths.set(code, width)
      i += 3
    }
  }
  const usual = (file.number(descendant.get('DW')) ?? 1000) / 1000
  return code => widths.get(code) ?? usual
}

/** `Widths` of a simple font (9.6.2); half an em where the font is one of the standard 14 and has none. */
function simpleWidths(file: PdfFile, font: Dict): (code: number) => number {
  const first = file.number(font.get('FirstChar')) ?? 0
  const widths = file.array(font.get('Widths')).map(width => file.number(width) ?? 0)
  const unit = file.name(font.get('Subtype')) === 'Type3' ? (file.number(file.array(font.get('FontMatrix'))[0]) ?? 0.001) : 0.001
  return code => (widths[code - first] ?? 500) * unit
}
