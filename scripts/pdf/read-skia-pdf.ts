// Model 2: a PDF as Chromium's printer (Skia) writes it, opened for reading.
//
// Skia's files are narrow: a classic cross-reference table, no object streams, no encryption, direct stream lengths. Reading just that
// takes a tenth of the start-up time of a general library, which a rebuild of one unit would pay for nothing. PDFs from elsewhere
// never come here.

import {inflateSync} from 'node:zlib'
import {Keyword, latin1, Lexer, type Token} from './lexer.ts'
import {type Dict, Name, type PdfObject, PdfString, Ref, Stream} from './objects.ts'

/** A file of Skia's, whose objects are parsed when asked for. */
export interface SkiaPdf {
  readonly trailer: Dict
  /** An object with any reference to it followed. */
  resolve(object: PdfObject | undefined): PdfObject
  /** A dictionary, its own or a stream's; throws when there is none. */
  dict(object: PdfObject | undefined): Dict
  array(object: PdfObject | undefined): readonly PdfObject[]
  stream(object: PdfObject | undefined): Stream
}

/** Bytes of a Skia PDF as objects. Throws when the file has any other shape. */
export function readSkiaPdf(bytes: Uint8Array): SkiaPdf {
  const {offsets, trailer} = readCrossReferences(bytes)
  const parsed = new Map<number, PdfObject>()

  function resolve(object: PdfObject | undefined): PdfObject {
    if (object === undefined) return null
    if (!(object instanceof Ref)) return object
    let value = parsed.get(object.number)
    if (value === undefined) {
      const offset = offsets.get(object.number)
      if (offset === undefined) throw new Error(`Unexpected reference to object ${object.number}, expected one the file has`)
      parsed.set(object.number, (value = readIndirectObject(bytes, offset, object.number)))
    }
    return value
  }

  return {
    trailer,
    resolve,
    dict(object) {
      const value = resolve(object)
      if (value instanceof Stream) return value.dict
      if (value instanceof Map) return value
      throw new Error('Unexpected object, expected a dictionary')
    },
    array(object) {
      const value = resolve(object)
      if (Array.isArray(value)) return value as readonly PdfObject[]
      throw new Error('Unexpected object, expected an array')
    },
    stream(object) {
      const value = resolve(object)
      if (value instanceof Stream) return value
      throw new Error('Unexpected object, expected a stream')
    }
  }
}

/** A stream's bytes with its filter undone; only Flate is known, and without predictors (7.4.4). */
export function decodeStream(stream: Stream): Uint8Array {
  const filter = stream.dict.get('Filter')
  if (filter === undefined) return stream.bytes
  if (filter instanceof Name && filter.value === 'FlateDecode' && !stream.dict.has('DecodeParms')) return inflateSync(stream.bytes)
  throw new Error('Unexpected stream filter, expected FlateDecode')
}

function readCrossReferences(bytes: Uint8Array): {offsets: Map<number, number>; trailer: Dict} {
  const tail = latin1(bytes, Math.max(0, bytes.length - 64), bytes.length)
  const start = /startxref\s+(\d+)\s+%%EOF/.exec(tail)?.[1]
  if (start === undefined) throw new Error('Unexpected end of file, expected a cross-reference table')
  const lexer = new Lexer(bytes, Number(start))
  expectKeyword(lexer.next(), 'xref')
  const offsets = new Map<number, number>()
  for (let token = lexer.next(); ; token = lexer.next()) {
    if (token instanceof Keyword && token.value === 'trailer') break
    const first = expectNumber(token)
    const count = expectNumber(lexer.next())
    for (let i = 0; i < count; i++) {
      const offset = expectNumber(lexer.next())
      lexer.next()
      const kind = lexer.next()
      if (kind instanceof Keyword && kind.value === 'n') offsets.set(first + i, offset)
    }
  }
  const trailer = readObject(lexer, lexer.next())
  if (!(trailer instanceof Map)) throw new Error('Unexpected trailer, expected a dictionary')
  if (trailer.has('Prev') || trailer.has('Encrypt')) throw new Error('Unexpected updated or encrypted file, expected one as Chromium prints it')
  return {offsets, trailer}
}

function readIndirectObject(bytes: Uint8Array, offset: number, number: number): PdfObject {
  const lexer = new Lexer(bytes, offset)
  if (expectNumber(lexer.next()) !== number) throw new Error(`Unexpected object at offset ${offset}, expected object ${number}`)
  expectNumber(lexer.next())
  expectKeyword(lexer.next(), 'obj')
  const object = readObject(lexer, lexer.next())
  if (!(object instanceof Map)) return object
  const after = lexer.next()
  if (!(after instanceof Keyword && after.value === 'stream')) return object
  const length = object.get('Length')
  if (typeof length !== 'number') throw new Error('Unexpected stream length, expected a number')
  let start = lexer.position
  if (bytes[start] === 13) start++
  if (bytes[start] === 10) start++
  lexer.position = start + length
  expectKeyword(lexer.next(), 'endstream')
  return new Stream(object, bytes.subarray(start, start + length))
}

/** The object that starts with `token`; looks ahead for references. */
export function readObject(lexer: Lexer, token: Token | undefined): PdfObject {
  if (token === undefined) throw new Error('Unexpected end of file, expected an object')
  if (typeof token === 'number') {
    if (!Number.isInteger(token) || token < 0) return token
    const position = lexer.position
    if (lexer.next() === 0) {
      const keyword = lexer.next()
      if (keyword instanceof Keyword && keyword.value === 'R') return new Ref(token)
    }
    lexer.position = position
    return token
  }
  if (token instanceof Name || token instanceof PdfString) return token
  switch (token.value) {
    case '<<': {
      const dict: Dict = new Map()
      for (let key = lexer.next(); !(key instanceof Keyword && key.value === '>>'); key = lexer.next()) {
        if (!(key instanceof Name)) throw new Error('Unexpected dictionary key, expected a name')
        dict.set(key.value, readObject(lexer, lexer.next()))
      }
      return dict
    }
    case '[': {
      const array: PdfObject[] = []
      for (let entry = lexer.next(); !(entry instanceof Keyword && entry.value === ']'); entry = lexer.next()) array.push(readObject(lexer, entry))
      return array
    }
    case 'true':
      return true
    case 'false':
      return false
    case 'null':
      return null
  }
  throw new Error(`Unexpected \`${token.value}\`, expected an object`)
}

function expectNumber(token: Token | undefined): number {
  if (typeof token === 'number') return token
  throw new Error('Unexpected token, expected a number')
}

function expectKeyword(token: Token | undefined, value: string): void {
  if (!(token instanceof Keyword && token.value === value)) throw new Error(`Unexpected token, expected \`${value}\``)
}
