import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {type Dict, Name, type PdfObject, Ref, Stream} from '../../scripts/pdf/objects.ts'
import {decodeStream, readSkiaPdf} from '../../scripts/pdf/read-skia-pdf.ts'
import {readQpdfFile} from '../support/qpdf.ts'
import {smallPdf} from './small-pdf.ts'
import {smallSkiaPdf as skiaPdf} from './small-skia-pdf.ts'

const printed = readFileSync(new URL('../fixtures/pdf/three-pages.pdf', import.meta.url))

/** The printed file with one text replaced by another of the same length. */
function tampered(search: string, replacement: string): Uint8Array {
  const text = printed.toString('latin1')
  expect(text).toContain(search)
  return Buffer.from(text.replace(search, replacement.padEnd(search.length)), 'latin1')
}

describe('readSkiaPdf', () => {
  it('finds every object that qpdf finds in a printed file', async () => {
    const pdf = readSkiaPdf(printed)
    const {objects} = await readQpdfFile(printed)
    const kinds = (value: unknown) => (value instanceof Stream ? 'stream' : 'value')
    const expected = Object.entries(objects).filter(([key]) => key !== 'trailer')
    expect(expected.length).toBeGreaterThan(50)
    for (const [key, object] of expected) {
      const number = Number(/^obj:(\d+) 0 R$/.exec(key)![1])
      expect(kinds(pdf.resolve(new Ref(number))), key).toBe(object.stream ? 'stream' : 'value')
    }
  })

  it('gives streams the bytes that qpdf gives them', async () => {
    const pdf = readSkiaPdf(printed)
    const {objects} = await readQpdfFile(printed)
    for (const [key, {stream}] of Object.entries(objects)) {
      if (stream === undefined) continue
      const own = decodeStream(pdf.stream(new Ref(Number(/\d+/.exec(key)![0]))))
      expect(Buffer.from(own).equals(Buffer.from(stream.data, 'base64')), key).toBe(true)
    }
  })

  it('follows references, and parses an object once', () => {
    const pdf = readSkiaPdf(printed)
    const root = pdf.trailer.get('Root')!
    const catalog = pdf.dict(root)
    expect(catalog.get('Type')).toEqual(new Name('Catalog'))
    expect(pdf.resolve(root)).toBe(catalog)
    expect(pdf.resolve(3)).toBe(3)
    expect(pdf.resolve(undefined)).toBeNull()
  })

  it('says what it expected where an object is of another kind', () => {
    const pdf = readSkiaPdf(skiaPdf(['<</A[1 2]/B 2 0 R>>', 'null']))
    const catalog = pdf.dict(pdf.trailer.get('Root'))
    expect(pdf.array(catalog.get('A'))).toEqual([1, 2])
    expect(pdf.resolve(catalog.get('B'))).toBeNull()
    expect(() => pdf.array(catalog)).toThrow('Unexpected object, expected an array')
    expect(() => pdf.dict(catalog.get('A'))).toThrow('Unexpected object, expected a dictionary')
    expect(() => pdf.dict(undefined)).toThrow('Unexpected object, expected a dictionary')
    expect(() => pdf.stream(catalog)).toThrow('Unexpected object, expected a stream')
  })

  it('tells references from numbers that stand alike', () => {
    const pdf = readSkiaPdf(skiaPdf(['[1 0 R 1 0 2 0 2 0 R 0 0 0 rg]'.replace(' rg', '')]))
    expect(pdf.array(pdf.trailer.get('Root'))).toEqual([new Ref(1), 1, 0, 2, 0, new Ref(2), 0, 0, 0])
  })
})

describe('readSkiaPdf refuses', () => {
  it.each<[string, Uint8Array, string]>([
    ['what is no PDF', Buffer.from('<!doctype html>'), 'Unexpected end of file, expected a cross-reference table'],
    ['nothing at all', new Uint8Array(), 'Unexpected end of file, expected a cross-reference table'],
    ['a cross-reference stream', smallPdf(1), 'Unexpected token, expected `xref`'],
    ['a file cut short', printed.subarray(0, printed.length - 40), 'Unexpected end of file, expected a cross-reference table'],
    ['an updated file', skiaPdf(['<<>>'], '/Root 1 0 R/Prev 9'), 'Unexpected updated or encrypted file, expected one as Chromium prints it'],
    ['an encrypted file', skiaPdf(['<<>>'], '/Root 1 0 R/Encrypt 1 0 R'), 'Unexpected updated or encrypted file']
  ])('%s', (_, bytes, message) => {
    expect(() => readSkiaPdf(bytes)).toThrow(message)
  })

  it('a reference to an object that the file does not have', () => {
    expect(() => readSkiaPdf(printed).resolve(new Ref(99999))).toThrow('Unexpected reference to object 99999, expected one the file has')
  })

  it('an object that is not where the table says', () => {
    const pdf = readSkiaPdf(tampered('\n2 0 obj', '\n3 0 obj'))
    expect(() => pdf.resolve(new Ref(2))).toThrow(/^Unexpected object at offset \d+, expected object 2$/)
  })

  it.each<[string, string, string]>([
    ['a stream whose length stands elsewhere', '<</Length 2 0 R>>\nstream\nabc\nendstream', 'Unexpected stream length, expected a number'],
    ['a stream of another length than it says', '<</Length 2>>\nstream\nabc\nendstream', 'Unexpected token, expected `endstream`'],
    ['a stream longer than the file', '<</Length 99999>>\nstream\nabc\nendstream', 'Unexpected token, expected `endstream`'],
    ['a dictionary key that is no name', '<<(A) 1>>', 'Unexpected dictionary key, expected a name'],
    ['a dictionary that does not end', '<</A 1', 'Unexpected dictionary key, expected a name'],
    ['a word that is no object', 'maybe', 'Unexpected `maybe`, expected an object']
  ])('%s', (_, object, message) => {
    const pdf = readSkiaPdf(skiaPdf([object]))
    expect(() => pdf.resolve(new Ref(1))).toThrow(message)
  })
})

describe('decodeStream', () => {
  const bytes = Uint8Array.of(1, 2, 3)

  it('gives a stream without filter as it stands', () => {
    expect(decodeStream(new Stream(new Map(), bytes))).toBe(bytes)
  })

  it('refuses every filter but Flate, and predictors', () => {
    const message = 'Unexpected stream filter, expected FlateDecode'
    expect(() => decodeStream(new Stream(new Map([['Filter', new Name('LZWDecode')]]), bytes))).toThrow(message)
    expect(() => decodeStream(new Stream(new Map([['Filter', [new Name('FlateDecode')]]]), bytes))).toThrow(message)
    const predicted: Dict = new Map<string, PdfObject>([['Filter', new Name('FlateDecode')], ['DecodeParms', new Map([['Predictor', 12]])]])
    expect(() => decodeStream(new Stream(predicted, bytes))).toThrow(message)
  })
})
