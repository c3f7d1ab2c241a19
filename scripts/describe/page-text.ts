// Describe: the text that a page paints, by the marked content it stands in (ISO 32000-1, 9.4 and 14.6).
//
// A space counts only where a space glyph or an ActualText has it: no distance between glyphs is taken for one.

import {Keyword, Lexer} from '../pdf/lexer.ts'
import {endOfImage, type Operand, readOperand} from '../pdf/operands.ts'
import {type Dict, Name, type PdfObject, PdfString} from '../pdf/objects.ts'
import type {PdfFile} from '../pdf/open-pdf.ts'
import {decodeText} from '../pdf/text-string.ts'
import {type CodeTexts, codeTexts} from '../pdf/code-texts.ts'
import type {LooseText} from './document.ts'

export interface PageText {
  readonly marks: ReadonlyMap<number, string>
  readonly loose: readonly LooseText[]
  readonly isEmpty: boolean
}

interface Mark {
  readonly mcid?: number
  readonly artifact?: string
  actualText?: string
}

const painting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'EI'])
const deepestForm = 10

/** Reads pages of one file; each font is read once. */
export class PageTextReader {
  private readonly fonts = new Map<PdfObject, CodeTexts>()

  constructor(private readonly file: PdfFile) {}

  read(page: Dict, resources: Dict): PageText {
    const contents = page.get('Contents')
    const parts = Array.isArray(this.file.resolve(contents)) ? this.file.array(contents) : [contents]
    const run = new ContentRun(this.file, font => this.textsOf(font))
    run.read(Buffer.concat(parts.flatMap(part => [this.file.bytes(part), Buffer.from('\n')])), resources)
    return run.finish()
  }

  private textsOf(font: PdfObject | undefined): CodeTexts {
    const key = this.file.resolve(font)
    let texts = this.fonts.get(key)
    if (!texts) this.fonts.set(key, (texts = codeTexts(this.file, font)))
    return texts
  }
}

class ContentRun {
  private readonly marks = new Map<number, string>()
  private readonly loose = new Map<string, string>()
  private readonly open: Mark[] = []
  private isEmpty = true
  private font: CodeTexts | undefined
  private depth = 0

  constructor(
    private readonly file: PdfFile,
    private readonly textsOf: (font: PdfObject | undefined) => CodeTexts
  ) {}

  finish(): PageText {
    return {marks: this.marks, loose: [...this.loose].map(([kind, text]) => ({kind, text})), isEmpty: this.isEmpty}
  }

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
    if (painting.has(operator)) this.isEmpty = false
    switch (operator) {
      case 'BMC':
      case 'BDC':
        this.open.push(this.markOf(operands, resources))
        break
      case 'EMC':
        this.open.pop()
        break
      case 'Tf':
        this.font = this.textsOf(this.file.dict(resources.get('Font')).get((operands[0] as Name | undefined)?.value ?? ''))
        break
      case 'Tj':
      case "'":
      case '"':
        this.show(operands.slice(-1))
        break
      case 'TJ':
        this.show(Array.isArray(operands[0]) ? (operands[0] as readonly Operand[]) : [])
        break
      case 'Do':
        this.paintObject(operands[0], resources)
        break
    }
  }

  private markOf([tag, properties]: readonly Operand[], resources: Dict): Mark {
    const dict = properties instanceof Name ? this.file.dict(this.file.dict(resources.get('Properties')).get(properties.value)) : properties instanceof Map ? (properties) : new Map<string, PdfObject>()
    const mcid = this.file.number(dict.get('MCID'))
    const actualText = this.file.resolve(dict.get('ActualText'))
    const artifact = tag instanceof Name && tag.value === 'Artifact' ? [this.file.name(dict.get('Type')) ?? 'Artifact', this.file.name(dict.get('Subtype')) ?? ''].join(' ').trim() : undefined
    return {
      ...(mcid === undefined ? {} : {mcid}),
      ...(artifact === undefined ? {} : {artifact}),
      ...(actualText instanceof PdfString ? {actualText: decodeText(actualText.bytes)} : {})
    }
  }

  private show(parts: readonly Operand[]): void {
    const glyphs = parts.flatMap(part => (part instanceof PdfString && this.font ? [this.font.read(part.bytes)] : [])).join('')
    this.isEmpty = false
    this.add(this.told(glyphs))
  }

  /** The glyphs' text, or what an ActualText around them says, once. */
  private told(glyphs: string): string {
    const mark = this.open.find(({actualText}) => actualText !== undefined)
    if (!mark) return glyphs
    const text = mark.actualText ?? ''
    mark.actualText = ''
    return text
  }

  private add(text: string): void {
    const mcid = this.open.findLast(mark => mark.mcid !== undefined)?.mcid
    if (mcid !== undefined) this.marks.set(mcid, (this.marks.get(mcid) ?? '') + text)
    else {
      const kind = this.open.findLast(mark => mark.artifact !== undefined)?.artifact ?? 'Untagged'
      this.loose.set(kind, (this.loose.get(kind) ?? '') + text)
    }
  }

  private paintObject(name: Operand | undefined, resources: Dict): void {
    this.isEmpty = false
    const object = this.file.dict(resources.get('XObject')).get(name instanceof Name ? name.value : '')
    const form = this.file.dict(object)
    if (this.file.name(form.get('Subtype')) !== 'Form' || this.depth >= deepestForm) return
    this.depth++
    const own = form.get('Resources')
    this.read(this.file.bytes(object), own === undefined ? resources : this.file.dict(own))
    this.depth--
  }
}
