// Test support: what a page paints, piece by piece, and in which marked content it stands (ISO 32000-1, 9.4 and 14.6).

import type {Operand} from './content-stream.ts'
import {readOperations} from './content-stream.ts'
import type {PdfObjects} from './pdf-objects.ts'
import type {QpdfDictionary, QpdfValue} from './qpdf.ts'
import type {ToUnicode} from './to-unicode.ts'
import {readToUnicode} from './to-unicode.ts'

type Matrix = readonly [number, number, number, number, number, number]

/** An `/Artifact` sequence's properties, as far as it states them. */
export interface ArtifactMark {
  readonly type?: string
  readonly subtype?: string
}

/** One painting operator's work. */
export interface Painted {
  readonly kind: 'text' | 'path' | 'image' | 'shading'
  /** Text of the glyphs (ActualText where it is given), empty for other kinds. */
  readonly text: string
  /** Text of the glyphs by their font alone, without regard to ActualText: what pdf.js reads. */
  readonly glyphText: string
  /** Where it starts, in points from the lower left corner of the page; for paths the last point of the path. */
  readonly xPt: number
  readonly yPt: number
  readonly sizePt: number
  /** Marked-content id it is painted under. */
  readonly mcid?: number
  readonly artifact?: ArtifactMark
}

/** A page's painting, in order. */
export interface PageContent {
  readonly painted: readonly Painted[]
  /** Every marked-content id in the order it is opened, repeats included. */
  readonly mcids: readonly number[]
  /** Codes painted that their font's ToUnicode map does not name, or that are glyph 0, with the font's name. */
  readonly nameless: readonly string[]
  /** `BDC` or `BMC` without `EMC` and the other way round, marks across the wrong stream, artifacts inside tagged content. */
  readonly faults: readonly string[]
}

interface Mark {
  readonly mcid?: number
  readonly artifact?: ArtifactMark
  readonly actualText?: string
  actualTextTold: boolean
}

interface Font {
  readonly name: string
  readonly bytesPerCode: 1 | 2
  readonly toUnicode: ToUnicode
}

interface GraphicsState {
  matrix: Matrix
  font?: Font
  fontSize: number
  leading: number
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const pathPainting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5]
  ]
}

function matrixOf(operands: readonly Operand[]): Matrix {
  return operands.length === 6 ? (operands as unknown as Matrix) : identity
}

/** Text of a PDF text string (7.9.2.2) as a content stream writes it. */
function textString(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
  return bytes.toString('latin1')
}

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
}

/** Reads pages of one file; fonts are read once. */
export class PageContentReader {
  private readonly objects: PdfObjects
  private readonly fonts = new Map<string, Font>()

  constructor(objects: PdfObjects) {
    this.objects = objects
  }

  /** Reads one page, given its dictionary and its inherited resources. */
  read(page: QpdfDictionary, resources: QpdfDictionary): PageContent {
    const streams = this.objects.list(page['/Contents']).map((reference) => this.objects.stream(reference) ?? Buffer.alloc(0))
    const run = new ContentRun(this.objects, (value) => this.fontOf(value))
    run.run(Buffer.concat(streams.flatMap((stream) => [stream, Buffer.from('\n')])), resources)
    return run.finish()
  }

  private fontOf(value: QpdfValue | undefined): Font | undefined {
    const key = String(value)
    const known = this.fonts.get(key)
    if (known !== undefined) return known
    const dictionary = this.objects.dictionary(value)
    if (dictionary === undefined) return undefined
    const map = this.objects.stream(dictionary['/ToUnicode'])
    const font: Font = {
      name: this.objects.name(dictionary['/BaseFont']) ?? this.objects.name(dictionary['/Subtype']) ?? 'unnamed',
      bytesPerCode: this.objects.name(dictionary['/Subtype']) === 'Type0' ? 2 : 1,
      toUnicode: map === undefined ? new Map<number, string>() : readToUnicode(map)
    }
    this.fonts.set(key, font)
    return font
  }
}

class ContentRun {
  private readonly objects: PdfObjects
  private readonly fontOf: (value: QpdfValue | undefined) => Font | undefined
  private readonly painted: Painted[] = []
  private readonly mcids: number[] = []
  private readonly nameless: string[] = []
  private readonly faults: string[] = []
  private readonly marks: Mark[] = []
  private state: GraphicsState = {matrix: identity, fontSize: 1, leading: 0}
  private readonly saved: GraphicsState[] = []
  private textMatrix: Matrix = identity
  private lineMatrix: Matrix = identity
  private point: readonly [number, number] = [0, 0]
  private depth = 0

  constructor(objects: PdfObjects, fontOf: (value: QpdfValue | undefined) => Font | undefined) {
    this.objects = objects
    this.fontOf = fontOf
  }

  run(stream: Buffer, resources: QpdfDictionary): void {
    const marksBefore = this.marks.length
    for (const {operator, operands} of readOperations(stream)) this.operate(operator, operands, resources)
    if (this.marks.length !== marksBefore) this.faults.push(`${this.marks.length - marksBefore} marked-content sequences are never closed`)
  }

  finish(): PageContent {
    return {painted: this.painted, mcids: this.mcids, nameless: this.nameless, faults: this.faults}
  }

  private operate(operator: string, operands: Operand[], resources: QpdfDictionary): void {
    if (pathPainting.has(operator)) return this.paint('path', '', ...this.userPoint(...this.point))
    switch (operator) {
      case 'q': return void this.saved.push({...this.state})
      case 'Q': return void (this.state = this.saved.pop() ?? this.state)
      case 'cm': return void (this.state.matrix = multiply(matrixOf(operands), this.state.matrix))
      case 'm': case 'l': case 're': return void (this.point = [Number(operands[0]), Number(operands[1])])
      case 'c': case 'v': case 'y': return void (this.point = [Number(operands.at(-2)), Number(operands.at(-1))])
      case 'sh': return this.paint('shading', '', ...this.userPoint(0, 0))
      case 'EI': return this.paint('image', '', ...this.userPoint(0, 0))
      case 'Do': return this.paintObject(operands[0], resources)
      case 'BMC': return this.open(String(operands[0]), undefined, resources)
      case 'BDC': return this.open(String(operands[0]), operands[1], resources)
      case 'EMC': return this.close()
      default: return this.operateOnText(operator, operands, resources)
    }
  }

  private operateOnText(operator: string, operands: Operand[], resources: QpdfDictionary): void {
    switch (operator) {
      case 'BT': return this.setLine(identity)
      case 'Tf': return this.setFont(operands, resources)
      case 'TL': return void (this.state.leading = Number(operands[0]))
      case 'Tm': return this.setLine(matrixOf(operands))
      case 'Td': return this.moveLine(Number(operands[0]), Number(operands[1]))
      case 'TD': this.state.leading = -Number(operands[1]); return this.moveLine(Number(operands[0]), Number(operands[1]))
      case 'T*': return this.moveLine(0, -this.state.leading)
      case 'Tj': return this.show([operands[0] ?? null])
      case 'TJ': return this.show((operands[0] as Operand[] | undefined) ?? [])
      case '\'': this.moveLine(0, -this.state.leading); return this.show([operands[0] ?? null])
      case '"': this.moveLine(0, -this.state.leading); return this.show([operands[2] ?? null])
      default: return
    }
  }

  private setLine(matrix: Matrix): void {
    this.textMatrix = matrix
    this.lineMatrix = matrix
  }

  private moveLine(x: number, y: number): void {
    this.setLine(multiply([1, 0, 0, 1, x, y], this.lineMatrix))
  }

  private setFont(operands: Operand[], resources: QpdfDictionary): void {
    const font = this.fontOf(this.objects.dictionary(resources['/Font'])?.[String(operands[0])])
    if (font !== undefined) this.state.font = font
    this.state.fontSize = Number(operands[1])
  }

  private show(parts: readonly Operand[]): void {
    const glyphs = parts.filter((part): part is Buffer => Buffer.isBuffer(part))
    const {font} = this.state
    const text = font === undefined ? '' : glyphs.map((bytes) => this.decode(bytes, font)).join('')
    const matrix = multiply(this.textMatrix, this.state.matrix)
    const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    this.paint('text', this.spoken(text), matrix[4], matrix[5], scale * this.state.fontSize, text)
  }

  private decode(bytes: Buffer, font: Font): string {
    let text = ''
    for (let at = 0; at + font.bytesPerCode <= bytes.length; at += font.bytesPerCode) {
      const code = bytes.readUIntBE(at, font.bytesPerCode)
      const unicode = font.toUnicode.get(code)
      if (unicode === undefined || (font.bytesPerCode === 2 && code === 0)) this.nameless.push(`glyph ${code} of ${font.name}`)
      text += unicode ?? '\uFFFD'
    }
    return text
  }

  /** The glyphs' text, or the ActualText around them, told once at its first glyph. */
  private spoken(text: string): string {
    const replacing = this.marks.find((mark) => mark.actualText !== undefined)
    if (replacing === undefined) return text
    if (replacing.actualTextTold) return ''
    replacing.actualTextTold = true
    return replacing.actualText ?? ''
  }

  private userPoint(x: number, y: number): [number, number] {
    const [, , , , xPt, yPt] = multiply([1, 0, 0, 1, x, y], this.state.matrix)
    return [xPt, yPt]
  }

  private paint(kind: Painted['kind'], text: string, xPt: number, yPt: number, sizePt = 0, glyphText = ''): void {
    const tagged = this.marks.findLast((mark) => mark.mcid !== undefined)
    const artifact = this.marks.findLast((mark) => mark.artifact !== undefined)?.artifact
    this.painted.push({
      kind, text, glyphText, xPt, yPt, sizePt,
      ...(tagged?.mcid === undefined ? {} : {mcid: tagged.mcid}),
      ...(artifact === undefined ? {} : {artifact})
    })
  }

  private paintObject(name: Operand | undefined, resources: QpdfDictionary): void {
    const reference = this.objects.dictionary(resources['/XObject'])?.[String(name)]
    const form = this.objects.dictionary(reference)
    if (form === undefined) return
    if (this.objects.name(form['/Subtype']) === 'Image') return this.paint('image', '', ...this.userPoint(0, 0))
    if (this.depth > 10) return
    const before = {...this.state}
    this.state.matrix = multiply(matrixOf(this.objects.numbers(form['/Matrix'])), this.state.matrix)
    this.depth++
    this.run(this.objects.stream(reference) ?? Buffer.alloc(0), this.objects.dictionary(form['/Resources']) ?? resources)
    this.depth--
    this.state = before
  }

  private open(tag: string, operand: Operand | undefined, resources: QpdfDictionary): void {
    const properties = this.properties(operand, resources)
    const mcid = typeof properties['/MCID'] === 'number' ? properties['/MCID'] : undefined
    const outer = this.marks.find((mark) => mark.mcid !== undefined || mark.artifact !== undefined)
    if (mcid !== undefined) {
      this.mcids.push(mcid)
      if (this.depth > 0) this.faults.push(`marked content ${mcid} stands inside a form`)
      if (outer !== undefined) this.faults.push(`marked content ${mcid} stands inside ${outer.mcid === undefined ? 'an artifact' : `marked content ${outer.mcid}`}`)
    }
    if (tag === '/Artifact' && outer?.mcid !== undefined) this.faults.push(`an artifact stands inside marked content ${outer.mcid}`)
    const actualText = properties['/ActualText']
    this.marks.push({
      actualTextTold: false,
      ...(mcid === undefined ? {} : {mcid}),
      ...(tag === '/Artifact' ? {artifact: artifactMark(properties)} : {}),
      ...(Buffer.isBuffer(actualText) ? {actualText: textString(actualText)} : {})
    })
  }

  private properties(operand: Operand | undefined, resources: QpdfDictionary): {[key: string]: Operand} {
    if (typeof operand === 'string') {
      const named = this.objects.dictionary(this.objects.dictionary(resources['/Properties'])?.[operand]) ?? {}
      const actualText = this.objects.string(named['/ActualText'])
      return {...(named as {[key: string]: Operand}), ...(actualText === undefined ? {} : {'/ActualText': utf16(actualText)})}
    }
    return typeof operand === 'object' && operand !== null && !Array.isArray(operand) && !Buffer.isBuffer(operand) ? operand : {}
  }

  private close(): void {
    if (this.marks.pop() === undefined) this.faults.push('a marked-content sequence is closed that was never opened')
  }
}

function artifactMark(properties: {[key: string]: Operand}): ArtifactMark {
  const type = properties['/Type']
  const subtype = properties['/Subtype']
  return {
    ...(typeof type === 'string' ? {type: type.slice(1)} : {}),
    ...(typeof subtype === 'string' ? {subtype: subtype.slice(1)} : {})
  }
}
