// Assemble: the fonts of one unit, as Chromium embedded them.

import {createHash} from 'node:crypto'
import {Name, type PdfObject} from '../pdf/objects.ts'
import {decodeStream, type SkiaPdf} from '../pdf/read-skia-pdf.ts'
import {formatDirect} from '../pdf/serialize.ts'
import {readToUnicode} from '../pdf/to-unicode.ts'
import type {PrintedFont} from './printed-unit.ts'
import type {TextRun} from './read-text-object.ts'
import type {RunFont} from './write-content.ts'

/** A font of the unit by its resource name, which Skia gives once a file. */
export interface UnitFont {
  readonly index: number
  readonly widths: Map<number, number>
  readonly texts: Map<number, string>
  /** Glyph that Skia said is U+02BC. */
  readonly apostrophe?: number
}

export interface UnitFonts {
  readonly printed: readonly PrintedFont[]
  readonly byName: ReadonlyMap<string, UnitFont>
  /** Resource names of Type 3 fonts. */
  readonly type3: readonly string[]
  runFont(name: string): RunFont
  /** Text of a character code, in Type 3 fonts as well. */
  decode(font: string, code: number): string | undefined
}

/** Shapes of Hebrew and Arabic letters that Unicode has for older systems; Skia maps glyphs to them. */
const presentationForm = /^[\ufb1d-\ufdff\ufe70-\ufefc]$/

/** The letter that a shape is one of. A shape of two letters stays, as readers that turn words around would turn the two as well. */
function letterOf(form: string): string {
  const letters = form.normalize('NFKC')
  return letters.length === 1 ? letters : form
}

/** DejaVu has one glyph for this mark and the vowel above it, of which Skia says that it is U+0000; PDF/UA-1, 7.21.7 wants better. */
const shadda = '\u0651'

const modifierApostrophe = '\u02bc'
const rightQuote = '\u2019'

/**
 * Many fonts have one glyph for U+2019 and U+02BC. Skia maps it to the latter and explains every use of the former by an ActualText, which
 * pdf.js and others pass over. Here the glyph stands for what nearly all texts mean by it, and it is the other that is explained.
 */
export function explainApostrophes(run: TextRun, fonts: UnitFonts): void {
  const apostrophe = fonts.byName.get(run.font)?.apostrophe
  if (apostrophe === undefined || !run.codes.includes(apostrophe)) return
  const text = run.codes.map(code => fonts.decode(run.font, code) ?? '').join('')
  if (run.actualText === text) delete run.actualText
  else run.actualText ??= text.replaceAll(rightQuote, modifierApostrophe)
}

/** Fonts of all pages; programs go to the blobs. Type 3 fonts, which Chromium makes of variable and CFF fonts and of emoji, only lend their text. */
export function readFonts(pdf: SkiaPdf, pages: readonly ReadonlyMap<string, PdfObject>[], addBlob: (blob: Uint8Array) => number): UnitFonts {
  const printed: PrintedFont[] = []
  const byName = new Map<string, UnitFont>()
  const type3 = new Map<string, ReadonlyMap<number, string>>()
  for (const page of pages) {
    const fonts = pdf.dict(page.get('Resources')).get('Font')
    if (fonts === undefined) continue
    for (const [name, ref] of pdf.dict(fonts)) {
      if (byName.has(name) || type3.has(name)) continue
      const font = pdf.dict(ref)
      if ((font.get('Subtype') as Name).value === 'Type3') {
        type3.set(name, font.has('ToUnicode') ? readToUnicode(decodeStream(pdf.stream(font.get('ToUnicode')))) : new Map<number, string>())
      } else {
        const read = readFont(pdf, font, printed.length, addBlob)
        byName.set(name, read.font)
        printed.push(read.printed)
      }
    }
  }
  const decode = (font: string, code: number) => (byName.get(font)?.texts ?? type3.get(font))?.get(code)
  return {printed, byName, type3: [...type3.keys()], decode, runFont: runFontsOf(byName, decode)}
}

function readFont(pdf: SkiaPdf, font: ReadonlyMap<string, PdfObject>, index: number, addBlob: (blob: Uint8Array) => number): {font: UnitFont; printed: PrintedFont} {
  const descendant = pdf.dict(pdf.array(font.get('DescendantFonts'))[0])
  const descriptor = pdf.dict(descendant.get('FontDescriptor'))
  const program = decodeStream(pdf.stream(descriptor.get('FontFile2')))
  const texts = readToUnicode(decodeStream(pdf.stream(font.get('ToUnicode'))))
  const isArabic = [...texts.values()].some(text => /[\u0620-\u064a\ufe80-\ufefc]/.test(text))
  for (const [code, text] of texts) {
    if (presentationForm.test(text)) texts.set(code, letterOf(text))
    else if (text === '\0' && isArabic) texts.set(code, shadda)
  }
  const apostrophe = [...texts].find(([, text]) => text === modifierApostrophe)?.[0]
  if (apostrophe !== undefined) texts.set(apostrophe, rightQuote)
  const widths = readWidths(pdf, descendant, new Set([0, ...texts.keys()]))
  const whole = new Map([...descriptor].filter(([key]) => key !== 'FontFile2' && key !== 'FontName' && key !== 'Type'))
  const printed: PrintedFont = {
    name: (font.get('BaseFont') as Name).value.replace(/^[A-Z]{6}\+/, ''),
    descriptor: formatDirect(whole),
    widths: [...widths].sort((a, b) => a[0] - b[0]),
    texts: [...texts].sort((a, b) => a[0] - b[0]),
    program: addBlob(program),
    hash: createHash('sha256').update(program).digest('hex').slice(0, 32)
  }
  return {font: {index, widths, texts, ...(apostrophe === undefined ? {} : {apostrophe})}, printed}
}

/** How the glyphs of each font are written; a space that a font lacks is that of the first font which has one. */
function runFontsOf(byName: ReadonlyMap<string, UnitFont>, decode: UnitFonts['decode']): (name: string) => RunFont {
  const spaces = new Map<string, NonNullable<RunFont['space']>>()
  for (const [font, {texts}] of byName) {
    const code = [...texts].find(([, text]) => text === ' ')?.[0]
    if (code !== undefined) spaces.set(font, {font, code})
  }
  const [anySpace] = spaces.values()
  const runFonts = new Map<string, RunFont>()
  return name => {
    const known = runFonts.get(name)
    if (known) return known
    const font = byName.get(name)
    const space = spaces.get(name) ?? anySpace
    const runFont: RunFont = {codeBytes: font ? 2 : 1, width: code => font?.widths.get(code) ?? 0, text: code => decode(name, code) ?? '', ...(space ? {space} : {})}
    runFonts.set(name, runFont)
    return runFont
  }
}

/** Advances of the glyphs in `codes`, from `W` and `DW` (ISO 32000-1, 9.7.4.3). */
function readWidths(pdf: SkiaPdf, descendant: ReadonlyMap<string, PdfObject>, codes: ReadonlySet<number>): Map<number, number> {
  const all = new Map<number, number>()
  const w = descendant.has('W') ? pdf.array(descendant.get('W')) : []
  for (let i = 0; i < w.length; ) {
    const start = w[i] as number
    const next = pdf.resolve(w[i + 1])
    if (Array.isArray(next)) {
      ;(next as readonly number[]).forEach((width, k) => all.set(start + k, width))
      i += 2
    } else {
      for (let code = start; code <= (next as number); code++) all.set(code, w[i + 2] as number)
      i += 3
    }
  }
  const fallback = (descendant.get('DW') as number | undefined) ?? 1000
  return new Map([...codes].map(code => [code, all.get(code) ?? fallback]))
}

/** Fonts of a page's resources, by name. */
export function fontResources(pdf: SkiaPdf, resources: ReadonlyMap<string, PdfObject>, fonts: UnitFonts): [string, number][] {
  const dict = resources.get('Font')
  if (dict === undefined) return []
  return [...pdf.dict(dict).keys()].flatMap(name => (fonts.byName.has(name) ? [[name, fonts.byName.get(name)!.index] as [string, number]] : []))
}
