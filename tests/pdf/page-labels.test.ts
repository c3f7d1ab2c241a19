import {describe, expect, it} from 'vitest'
import {formatRoman, pageLabelRanges} from '../../scripts/pdf/page-labels.ts'
import {addNumberTree} from '../../scripts/pdf/trees.ts'
import {seededRandom} from '../bench/random.ts'
import {readWithPdfjs} from '../support/pdfjs-reading.ts'
import {smallPdf} from './small-pdf.ts'

/** Labels as pdf.js reads them from a file that has them. */
async function readBack(labels: readonly string[]): Promise<readonly string[] | undefined> {
  const pdf = smallPdf(labels.length, writer => `/PageLabels ${addNumberTree(writer, pageLabelRanges(labels))} 0 R`)
  return (await readWithPdfjs(pdf)).labels
}

const count = (length: number, label: (i: number) => string) => Array.from({length}, (_, i) => label(i))

describe('formatRoman', () => {
  it.each([
    [1, 'i'],
    [4, 'iv'],
    [9, 'ix'],
    [14, 'xiv'],
    [40, 'xl'],
    [99, 'xcix'],
    [444, 'cdxliv'],
    [1994, 'mcmxciv']
  ])('writes %d as %s', (number, text) => {
    expect(formatRoman(number)).toBe(text)
  })
})

describe('pageLabelRanges', () => {
  it('needs one entry for a run', () => {
    expect(pageLabelRanges(['i', 'ii', 'iii', '1', '2', '3'])).toEqual([
      [0, '<</S/r>>'],
      [3, '<</S/D>>']
    ])
  })

  it('starts a run anywhere', () => {
    expect(pageLabelRanges(['v', 'vi', '12', '13'])).toEqual([
      [0, '<</S/r/St 5>>'],
      [2, '<</S/D/St 12>>']
    ])
  })

  it('keeps prefixes, and labels without a number', () => {
    expect(pageLabelRanges(['Cover', 'Contents', 'Contents 2', 'A-9', 'A-10'])).toEqual([
      [0, '<</P(Cover)>>'],
      [1, '<</P(Contents)>>'],
      [2, '<</P(Contents )/S/D/St 2>>'],
      [3, '<</P(A-)/S/D/St 9>>']
    ])
  })

  it('starts again where the same label stands twice', () => {
    expect(pageLabelRanges(['Cover', 'Cover', '1', '1'])).toHaveLength(4)
  })

  it.each<[string, string[]]>([
    ['a book', ['Cover', 'Title', ...count(30, i => formatRoman(i + 3)), ...count(120, i => String(i + 1))]],
    ['words that look like numerals', ['mix', 'Mix', 'civil', 'iiii', 'vx', 'di']],
    ['zeros', ['0', '007', '008', '009', '010', '10', '100']],
    ['other scripts', ['表紙', 'Über 1', 'Über 2', '2026', '(1)', 'a\n1', '']],
    ['years and long numbers', ['Report 2026', 'Report 2027', '20261123154500', '99999999999999999999']]
  ])('is read back by pdf.js as it was: %s', async (_, labels) => {
    expect(await readBack(labels)).toEqual(labels)
  })

  it('is read back by pdf.js as it was, whatever the labels', async () => {
    const random = seededRandom(6)
    for (let i = 0; i < 40; i++) {
      const labels: string[] = []
      while (labels.length < 60) {
        const length = random.between(1, 12)
        const start = random.between(1, random.pick([3, 120, 5000]))
        const prefix = random.pick(['', '', 'A-', 'Contents ', '§'])
        const style = random.pick(['decimal', 'roman', 'plain'])
        labels.push(...count(length, k => (style === 'decimal' ? `${prefix}${start + k}` : style === 'roman' ? formatRoman(start + k) : prefix)))
      }
      expect(await readBack(labels)).toEqual(labels)
    }
  })
})
