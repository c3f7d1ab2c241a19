// Test support: cuts a content stream into operators with their operands (ISO 32000-1, 7.8.2).

/** An operand: names keep their slash, strings arrive as bytes. */
export type Operand = number | string | boolean | null | Buffer | Operand[] | {[key: string]: Operand}

export interface Operation {
  readonly operator: string
  readonly operands: Operand[]
}

const whitespace = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

class Scanner {
  private at = 0
  private readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** The next token: an operand, or a bare word wrapped as `{word}`; `undefined` at the end. */
  next(): Operand | {word: string} | undefined {
    this.skipSpace()
    if (this.at >= this.bytes.length) return undefined
    const character = String.fromCharCode(this.bytes[this.at]!)
    if (character === '/') return this.readName()
    if (character === '(') return this.readLiteral()
    if (character === '<') return this.bytes[this.at + 1] === 60 ? this.readDictionary() : this.readHex()
    if (character === '[') return this.readArray()
    if (delimiters.has(character.charCodeAt(0))) {
      this.at++
      return {word: character}
    }
    return this.readBare()
  }

  /** Steps over an inline image's data, up to and with `EI`. */
  skipInlineImage(): void {
    const end = this.bytes.indexOf('EI', this.at)
    this.at = end < 0 ? this.bytes.length : end + 2
  }

  private skipSpace(): void {
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at]!
      if (byte === 37) while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++
      else if (!whitespace.has(byte)) return
      else this.at++
    }
  }

  private readWord(): string {
    const start = this.at
    while (this.at < this.bytes.length && !whitespace.has(this.bytes[this.at]!) && !delimiters.has(this.bytes[this.at]!)) this.at++
    return this.bytes.toString('latin1', start, this.at)
  }

  private readName(): string {
    this.at++
    return `/${this.readWord().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))}`
  }

  private readBare(): Operand | {word: string} {
    const word = this.readWord()
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    return {word}
  }

  private readHex(): Buffer {
    const end = this.bytes.indexOf(62, this.at)
    const hex = this.bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '')
    this.at = end + 1
    return Buffer.from(hex.length % 2 === 1 ? `${hex}0` : hex, 'hex')
  }

  private readLiteral(): Buffer {
    const bytes: number[] = []
    this.at++
    for (let depth = 1; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]!
      if (byte === 92) {
        this.readEscape(bytes)
        continue
      }
      if (byte === 40) depth++
      if (byte === 41 && --depth === 0) break
      bytes.push(byte)
    }
    this.at++
    return Buffer.from(bytes)
  }

  private readEscape(bytes: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at + 1, this.at + 4))?.[0]
    if (octal !== undefined) {
      bytes.push(parseInt(octal, 8) & 255)
      this.at += octal.length
      return
    }
    this.at++
    const character = String.fromCharCode(this.bytes[this.at]!)
    if (character === '\r' && this.bytes[this.at + 1] === 10) this.at++
    if (character === '\r' || character === '\n') return
    bytes.push((escapes[character] ?? character).charCodeAt(0))
  }

  private readUntil(close: string): Operand[] {
    const members: Operand[] = []
    for (;;) {
      const token = this.next()
      if (token === undefined) return members
      if (!isWord(token)) members.push(token)
      else if (token.word === close) return members
    }
  }

  private readArray(): Operand[] {
    this.at++
    return this.readUntil(']')
  }

  private readDictionary(): {[key: string]: Operand} {
    this.at += 2
    const members = this.readUntil('>')
    this.at++
    const dictionary: {[key: string]: Operand} = {}
    for (let index = 0; index + 1 < members.length; index += 2) dictionary[String(members[index])] = members[index + 1]!
    return dictionary
  }
}

function isWord(token: unknown): token is {word: string} {
  return typeof token === 'object' && token !== null && !Array.isArray(token) && !Buffer.isBuffer(token) && 'word' in token
}

/** Operators of a decoded content stream in order; an inline image arrives as one `EI` without its data. */
export function* readOperations(stream: Buffer): Generator<Operation> {
  const scanner = new Scanner(stream)
  let operands: Operand[] = []
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (!isWord(token)) {
      operands.push(token)
      continue
    }
    if (token.word === 'ID') {
      scanner.skipInlineImage()
      yield {operator: 'EI', operands: []}
    } else yield {operator: token.word, operands}
    operands = []
  }
}
