import {describe, expect, it} from 'vitest'
import {Keyword, Lexer, type Token} from '../../scripts/pdf/lexer.ts'
import {Name, PdfString} from '../../scripts/pdf/objects.ts'
import {seededRandom} from '../bench/random.ts'

function tokens(text: string): Token[] {
  const lexer = new Lexer(Buffer.from(text, 'latin1'))
  const found: Token[] = []
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) found.push(token)
  return found
}

const word = (value: string) => new Keyword(value)

describe('Lexer', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['+17', 17],
    ['-98', -98],
    ['34.5', 34.5],
    ['-.002', -0.002],
    ['4.', 4],
    ['.23999999', 0.23999999],
    ['0000000016', 16]
  ])('reads the number %s', (text, value) => {
    expect(tokens(text)).toEqual([value])
  })

  it('reads numbers as JavaScript does', () => {
    const random = seededRandom(2)
    for (let i = 0; i < 1000; i++) {
      const text = `${random.chance(0.3) ? '-' : ''}${random.between(0, 99999)}.${random.between(0, 9999999)}`
      expect(tokens(text)[0]).toBeCloseTo(Number(text), 9)
    }
  })

  it('reads names with their escapes', () => {
    expect(tokens('/Type /A#20B /C#23 / /D(x)')).toEqual([new Name('Type'), new Name('A B'), new Name('C#'), new Name(''), new Name('D'), new PdfString('x')])
  })

  it('reads literal strings with escapes and nested parentheses', () => {
    expect(tokens('(a(b)c) (\\(\\)\\\\) (\\n\\r\\t\\b\\f) (\\101\\0501\\7) (a\\\nb) (\\x)').map(token => (token as PdfString).bytes)).toEqual([
      'a(b)c',
      '()\\',
      '\n\r\t\b\f',
      'A(1\x07',
      'ab',
      'x'
    ])
  })

  it('reads hexadecimal strings, of either case, spaced and of odd length', () => {
    expect(tokens('<48 65> <6C6c> <4>').map(token => (token as PdfString).bytes)).toEqual(['He', 'll', '@'])
  })

  it('parts what stands close together', () => {
    expect(tokens('[1<</A/B>>]/X 3Tj<0041>TJ')).toEqual([
      word('['),
      1,
      word('<<'),
      new Name('A'),
      new Name('B'),
      word('>>'),
      word(']'),
      new Name('X'),
      3,
      word('Tj'),
      new PdfString('\0A'),
      word('TJ')
    ])
  })

  it('passes over comments and every kind of white space', () => {
    expect(tokens('%PDF-1.4\n1\0\t\f\r\n2%end')).toEqual([1, 2])
  })

  it('tells how far it has read, and goes on from there', () => {
    const lexer = new Lexer(Buffer.from('obj 12 stream'), 3)
    expect(lexer.next()).toBe(12)
    expect(lexer.position).toBe(6)
    expect(lexer.next()).toEqual(word('stream'))
    expect(lexer.next()).toBeUndefined()
    expect(lexer.next()).toBeUndefined()
  })

  it('comes to an end on any bytes', () => {
    const random = seededRandom(3)
    for (let i = 0; i < 500; i++) {
      const bytes = Uint8Array.from({length: random.between(0, 40)}, () => (random.chance(0.5) ? random.between(0x20, 0x7e) : random.between(0, 255)))
      const lexer = new Lexer(bytes)
      let count = 0
      while (lexer.next() !== undefined) expect(++count).toBeLessThanOrEqual(bytes.length)
    }
  })
})
