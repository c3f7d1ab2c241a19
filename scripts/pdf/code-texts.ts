// Model 2: what the character codes of a font stand for (ISO 32000-1, 9.10).

import {Keyword, Lexer} from './lexer.ts'
import {Name, type PdfObject, PdfString} from './objects.ts'
import type {PdfFile} from './open-pdf.ts'

export interface CodeTexts {
  /** Bytes of a character code. */
  readonly codeBytes: 1 | 2
  /** Text of a shown string's bytes, in Latin-1; U+FFFD for what the font does not name. */
  read(bytes: string): string
}

/** How a font's codes are read: by its ToUnicode map, or by its encoding when it has none. */
export function codeTexts(file: PdfFile, font: PdfObject | undefined): CodeTexts {
  const dict = file.dict(font)
  const width = file.name(dict.get('Subtype')) === 'Type0' ? 2 : 1
  const named = readMap(file.bytes(dict.get('ToUnicode')))
  const encoded = width === 1 ? readEncoding(file, dict.get('Encoding')) : () => undefined
  return {
    codeBytes: width,
    read(bytes) {
      let text = ''
      for (let at = 0; at + width <= bytes.length; at += width) {
        const code = codeOf(bytes.slice(at, at + width))
        text += named.get(code) ?? encoded(code) ?? '\ufffd'
      }
      return text
    }
  }
}

/** Text by code of a CMap's `bfchar` and `bfrange` sections. */
function readMap(bytes: Uint8Array): Map<number, string> {
  const texts = new Map<number, string>()
  const lexer = new Lexer(bytes)
  let operands: (string | string[])[] = []
  let list: string[] | undefined
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token instanceof PdfString) (list ?? operands).push(token.bytes)
    else if (!(token instanceof Keyword)) continue
    else if (token.value === '[') list = []
    else if (token.value === ']') {
      operands.push(list ?? [])
      list = undefined
    } else {
      if (token.value === 'endbfchar') addCharacters(texts, operands)
      if (token.value === 'endbfrange') addRanges(texts, operands)
      operands = []
    }
  }
  return texts
}

function addCharacters(texts: Map<number, string>, operands: readonly (string | string[])[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) texts.set(codeOf(operands[i] as string), utf16(operands[i + 1] as string))
}

function addRanges(texts: Map<number, string>, operands: readonly (string | string[])[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const first = codeOf(operands[i] as string)
    const last = Math.min(codeOf(operands[i + 1] as string), first + 0xffff)
    const target = operands[i + 2]!
    for (let code = first; code <= last; code++) {
      const text = typeof target === 'string' ? following(utf16(target), code - first) : utf16(target[code - first] ?? '')
      texts.set(code, text)
    }
  }
}

function following(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
}

function codeOf(bytes: string): number {
  return [...bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0)
}

function utf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1').subarray(0, bytes.length & ~1).swap16().toString('utf16le')
}

/** Codes of a simple font as its encoding names them (Annex D), the differences to it first. */
function readEncoding(file: PdfFile, encoding: PdfObject | undefined): (code: number) => string | undefined {
  const differences = new Map<number, string | undefined>()
  let code = 0
  for (const entry of file.array(file.dict(encoding).get('Differences'))) {
    if (typeof entry === 'number') code = entry
    else if (entry instanceof Name) differences.set(code++, glyphText(entry.value))
  }
  const base = file.name(encoding) ?? file.name(file.dict(encoding).get('BaseEncoding'))
  const decoder = new TextDecoder(base === 'MacRomanEncoding' ? 'macintosh' : 'windows-1252')
  return asked => (differences.has(asked) ? differences.get(asked) : decoder.decode(Uint8Array.of(asked)))
}

const glyphNames = new Map(
  Object.entries({
    space: ' ', exclam: '!', quotedbl: '"', numbersign: '#', dollar: '$', percent: '%', ampersand: '&', quotesingle: "'", parenleft: '(', parenright: ')', asterisk: '*',
    plus: '+', comma: ',', hyphen: '-', period: '.', slash: '/', zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9',
    colon: ':', semicolon: ';', less: '<', equal: '=', greater: '>', question: '?', at: '@', bracketleft: '[', backslash: '\\', bracketright: ']', underscore: '_',
    braceleft: '{', bar: '|', braceright: '}', quoteleft: '\u2018', quoteright: '\u2019', quotedblleft: '\u201c', quotedblright: '\u201d', endash: '\u2013',
    emdash: '\u2014', bullet: '\u2022', ellipsis: '\u2026', fi: 'fi', fl: 'fl', ff: 'ff', ffi: 'ffi', ffl: 'ffl'
  })
)

/** Text of a glyph by its name, as far as names tell without the whole Adobe Glyph List. */
function glyphText(name: string): string | undefined {
  const hex = /^uni([0-9A-F]{4})/.exec(name)?.[1] ?? /^u([0-9A-F]{4,6})$/.exec(name)?.[1]
  if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16))
  return glyphNames.get(name) ?? (name.length === 1 ? name : undefined)
}
