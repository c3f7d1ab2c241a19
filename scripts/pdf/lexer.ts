// Model 2: the tokens of PDF syntax (ISO 32000-1, 7.2), for files and content streams alike.

import {Name, PdfString} from './objects.ts'

const white = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) white[code] = 1
const delimiter = new Uint8Array(256)
for (const c of '()<>[]{}/%') delimiter[c.charCodeAt(0)] = 1

/** A bare word: an operator, or `obj`, `true`, `[` and the like. */
export class Keyword {
  constructor(readonly value: string) {}
}

export type Token = number | Name | PdfString | Keyword

const punctuation = {open: new Keyword('['), close: new Keyword(']'), dictOpen: new Keyword('<<'), dictClose: new Keyword('>>')}

/** Reads one token after another; `position` is the offset after the last token. Throws on syntax Skia does not write. */
export class Lexer {
  constructor(
    readonly bytes: Uint8Array,
    public position = 0
  ) {}

  /** The next token, or nothing at the end. */
  next(): Token | undefined {
    const {bytes} = this
    let at = this.position
    for (;;) {
      if (at >= bytes.length) {
        this.position = at
        return undefined
      }
      const code = bytes[at]!
      if (white[code]) {
        at++
        continue
      }
      if (code !== 0x25) break
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
    }
    const code = bytes[at]!
    if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) return this.number(at)
    switch (code) {
      case 0x2f:
        return this.name(at + 1)
      case 0x28:
        return this.literal(at + 1)
      case 0x3c:
        if (bytes[at + 1] !== 0x3c) return this.hex(at + 1)
        this.position = at + 2
        return punctuation.dictOpen
      case 0x3e:
        this.position = at + 2
        return punctuation.dictClose
      case 0x5b:
        this.position = at + 1
        return punctuation.open
      case 0x5d:
        this.position = at + 1
        return punctuation.close
    }
    return this.keyword(at)
  }

  private number(start: number): number {
    const {bytes} = this
    let at = start
    let negative = false
    if (bytes[at] === 0x2d || bytes[at] === 0x2b) negative = bytes[at++] === 0x2d
    let value = 0
    let code = bytes[at]!
    while (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30
      code = bytes[++at]!
    }
    if (code === 0x2e) {
      let scale = 1
      code = bytes[++at]!
      while (code >= 0x30 && code <= 0x39) {
        value = value * 10 + code - 0x30
        scale *= 10
        code = bytes[++at]!
      }
      value /= scale
    }
    this.position = at
    return negative ? -value : value
  }

  private end(start: number): number {
    const {bytes} = this
    let at = start
    while (at < bytes.length && !white[bytes[at]!] && !delimiter[bytes[at]!]) at++
    return at
  }

  private name(start: number): Name {
    const end = (this.position = this.end(start))
    const raw = names.find(this.bytes, start, end)
    return raw.value.includes('#') ? new Name(unescapeName(raw.value)) : raw
  }

  private keyword(start: number): Keyword {
    const end = (this.position = Math.max(this.end(start), start + 1))
    return keywords.find(this.bytes, start, end)
  }

  private hex(start: number): PdfString {
    const {bytes} = this
    let at = start
    let text = ''
    let high = -1
    for (; at < bytes.length && bytes[at] !== 0x3e; at++) {
      const code = bytes[at]!
      if (white[code]) continue
      const digit = code <= 0x39 ? code - 0x30 : (code & 0xdf) - 0x37
      if (high < 0) high = digit
      else {
        text += String.fromCharCode((high << 4) | digit)
        high = -1
      }
    }
    if (high >= 0) text += String.fromCharCode(high << 4)
    this.position = at + 1
    return new PdfString(text)
  }

  private literal(start: number): PdfString {
    const {bytes} = this
    let at = start
    let text = ''
    for (let depth = 1; at < bytes.length; at++) {
      let code = bytes[at]!
      if (code === 0x28) depth++
      else if (code === 0x29 && --depth === 0) break
      else if (code === 0x5c) {
        code = bytes[++at]!
        if (code >= 0x30 && code <= 0x37) {
          let octal = 0
          let digits = 0
          while (digits < 3 && bytes[at]! >= 0x30 && bytes[at]! <= 0x37) {
            octal = octal * 8 + bytes[at++]! - 0x30
            digits++
          }
          at--
          code = octal & 255
        } else if (code === 10) continue
        else code = escapes.get(code) ?? code
      }
      text += String.fromCharCode(code)
    }
    this.position = at + 1
    return new PdfString(text)
  }
}

const escapes = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12]
])

function unescapeName(raw: string): string {
  return raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/**
 * Words met before, found again by their bytes without making a string: a page has thousands of names and operators, but few different
 * ones. Words that do not come back (anchors) only fill it up to its bound.
 */
class Vocabulary<Word extends {readonly value: string}> {
  private readonly words = new Map<number, Word>()

  constructor(private readonly make: (text: string) => Word) {}

  find(bytes: Uint8Array, start: number, end: number): Word {
    let hash = end - start
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0
    const known = this.words.get(hash)
    if (known && isSpelled(known.value, bytes, start, end)) return known
    const word = this.make(latin1(bytes, start, end))
    if (this.words.size < vocabularyBound) this.words.set(hash, word)
    return word
  }
}

const vocabularyBound = 4096

function isSpelled(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false
  return true
}

const names = new Vocabulary(text => new Name(text))
const keywords = new Vocabulary(text => new Keyword(text))

/** Bytes as a string of the same length. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}
