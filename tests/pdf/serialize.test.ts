import {describe, expect, it} from 'vitest'
import {Lexer} from '../../scripts/pdf/lexer.ts'
import {Name, type PdfObject, PdfString, Ref, Stream} from '../../scripts/pdf/objects.ts'
import {readObject} from '../../scripts/pdf/read-skia-pdf.ts'
import {formatBytes, formatDirect, formatName, formatNumber, formatObject, formatText} from '../../scripts/pdf/serialize.ts'
import {decodeText} from '../../scripts/pdf/text-string.ts'
import {seededRandom} from '../bench/random.ts'

const random = seededRandom(1)
const characters = (length: number, highest: number) => String.fromCharCode(...Array.from({length}, () => random.between(0, highest)))

function read(text: string): PdfObject {
  const lexer = new Lexer(Buffer.from(text, 'latin1'))
  const object = readObject(lexer, lexer.next())
  expect(lexer.next(), `rest after ${text}`).toBeUndefined()
  return object
}

const readBytes = (text: string) => (read(text) as PdfString).bytes
const format = (object: PdfObject) => formatObject(object, ref => `${ref.number} 0 R`)

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [-0.5, '-0.5'],
    [0.1 + 0.2, '0.3'],
    [1.000004, '1'],
    [0.000004, '0'],
    [-0.000004, '0'],
    [0.00001, '0.00001'],
    [1e-7, '0'],
    [123456.789, '123456.789']
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('refuses what is no number', () => {
    expect(() => formatNumber(NaN)).toThrow('Unexpected `NaN`, expected a finite number')
    expect(() => formatNumber(Infinity)).toThrow('Unexpected `Infinity`')
  })

  it('keeps any number to five decimals, without exponent', () => {
    for (let i = 0; i < 2000; i++) {
      const value = (random.next() - 0.5) * 10 ** random.between(-8, 8)
      const text = formatNumber(value)
      expect(text).toMatch(/^-?\d+(\.\d{1,5})?$/)
      expect(Math.abs((read(text) as number) - value)).toBeLessThanOrEqual(5.1e-6)
    }
  })
})

describe('formatName', () => {
  it('escapes what is no plain character', () => {
    expect(formatName('A B#(1)/é')).toBe('/A#20B#23#281#29#2f#e9')
  })

  it('is read back as it was', () => {
    for (let i = 0; i < 300; i++) {
      const value = characters(random.between(1, 20), 0xff)
      expect(read(formatName(value))).toEqual(new Name(value))
    }
  })
})

describe('formatBytes', () => {
  it('escapes parentheses, backslashes and line ends', () => {
    expect(formatBytes('a(b)\\\r\n')).toBe('(a\\(b\\)\\\\\\r\\n)')
  })

  it('is read back as it was', () => {
    for (let i = 0; i < 300; i++) {
      const bytes = characters(random.between(0, 30), 0xff)
      expect(readBytes(formatBytes(bytes))).toBe(bytes)
    }
  })
})

describe('formatText', () => {
  it('leaves printable ASCII as it stands, and writes the rest in UTF-16', () => {
    expect(formatText('Space (1)')).toBe('(Space \\(1\\))')
    expect(formatText('Ü😀')).toBe('<FEFF00DCD83DDE00>')
    expect(formatText('a\nb')).toBe('<FEFF0061000A0062>')
  })

  it('is read back as it was', () => {
    for (let i = 0; i < 300; i++) {
      const text = characters(random.between(0, 12), random.pick([0x7f, 0xff, 0xffff]))
      expect(decodeText(readBytes(formatText(text)))).toBe(text)
    }
  })
})

describe('formatObject', () => {
  it('writes every kind of object so that it is read back', () => {
    const object: PdfObject = new Map<string, PdfObject>([
      ['Null', null],
      ['Yes', true],
      ['No', false],
      ['Number', -1.5],
      ['Name', new Name('A B')],
      ['Ref', new Ref(12)],
      ['String', new PdfString('(\xff')],
      ['Array', [1, 2, new Ref(3), [new Name('X'), 4, 0]]],
      ['Dict', new Map([['Inner', 0]])]
    ])
    expect(read(format(object))).toEqual(object)
  })

  it('lets its caller renumber references', () => {
    expect(formatObject([new Ref(7)], ref => `@${ref.number}@`)).toBe('[@7@]')
  })

  it('has no text for a stream inside another object', () => {
    expect(() => format([new Stream(new Map(), new Uint8Array())])).toThrow('A stream cannot stand inside another object')
  })
})

describe('formatDirect', () => {
  it('refuses references', () => {
    expect(formatDirect([1, 2])).toBe('[1 2]')
    expect(() => formatDirect([new Ref(5)])).toThrow('Unexpected reference to object 5, expected a direct object')
  })
})
