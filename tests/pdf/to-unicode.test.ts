import {describe, expect, it} from 'vitest'
import {formatToUnicode, readToUnicode} from '../../scripts/pdf/to-unicode.ts'
import {seededRandom} from '../bench/random.ts'
import {readToUnicode as readIndependently} from '../support/to-unicode.ts'

const read = (text: string) => [...readToUnicode(Buffer.from(text, 'latin1'))]

describe('readToUnicode', () => {
  it('reads single characters, ligatures and pairs of surrogates', () => {
    expect(read('3 beginbfchar <0003> <0041> <0010> <00660066> <0011> <D83DDE00> endbfchar')).toEqual([[3, 'A'], [16, 'ff'], [17, '😀']])
  })

  it('reads ranges', () => {
    expect(read('1 beginbfrange <0024> <0026> <0041> endbfrange')).toEqual([[0x24, 'A'], [0x25, 'B'], [0x26, 'C']])
  })

  it('reads ranges of characters outside the basic plane', () => {
    expect(read('1 beginbfrange <0001> <0002> <D835DD4F> endbfrange')).toEqual([[1, '𝕏'], [2, '𝕐']])
  })

  it('reads codes of one byte, as Type 3 fonts have them', () => {
    expect(read('1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <0041> endbfchar 1 beginbfrange <62> <63> <0042> endbfrange')).toEqual([
      [0x61, 'A'],
      [0x62, 'B'],
      [0x63, 'C']
    ])
  })

  it('does not take the code space for a mapping', () => {
    expect(read('1 begincodespacerange <0000> <FFFF> endcodespacerange')).toEqual([])
  })

  it('refuses a range with a list of texts, which Skia does not write', () => {
    expect(() => read('1 beginbfrange <0001> <0002> [<0041> <0042>] endbfrange')).toThrow('Unexpected list of texts in a ToUnicode map, expected a range')
  })
})

describe('formatToUnicode', () => {
  const random = seededRandom(4)
  const texts = ['A', 'fi', 'ffi', 'é', '\u00a0', '😀', '\u{10fffd}', 'x\u0338']

  it('is read back as it was, by us and by another reader', () => {
    for (let i = 0; i < 50; i++) {
      const map = new Map(Array.from({length: random.between(0, 250)}, () => [random.between(0, 0xffff), random.pick(texts)] as const))
      const written = formatToUnicode(map)
      const sorted = [...map].sort((a, b) => a[0] - b[0])
      expect(read(written)).toEqual(sorted)
      expect([...readIndependently(Buffer.from(written, 'latin1'))]).toEqual(sorted)
    }
  })

  it('keeps every block to a hundred entries', () => {
    const written = formatToUnicode(new Map(Array.from({length: 250}, (_, i) => [i, 'A'])))
    expect([...written.matchAll(/(\d+) beginbfchar\n((?:<.*\n)*)endbfchar/g)].map(([, count, rows]) => [Number(count), rows!.trim().split('\n').length])).toEqual([
      [100, 100],
      [100, 100],
      [50, 50]
    ])
  })

  it('writes the same for the same map in another order', () => {
    const pairs: [number, string][] = [[5, 'a'], [300, 'b'], [7, 'c']]
    expect(formatToUnicode(new Map(pairs))).toBe(formatToUnicode(new Map(pairs.reverse())))
  })
})
