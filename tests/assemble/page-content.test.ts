import type {Matrix} from '../../scripts/pdf/matrix.ts'
import {describe, expect, it} from 'vitest'
import {type ContentItem, type PaintItem, readPageContent, type TextItem} from '../../scripts/assemble/page-content.ts'
import type {TextRun} from '../../scripts/assemble/read-text-object.ts'

const unitSquare = [0, 0, 1, 0, 0, 1, 1, 1]

/** `F1` has codes of two bytes, `F2` is a Type 3 font with codes of one; `X9` is a form, other XObjects are images. */
const read = (text: string) => readPageContent(Buffer.from(text, 'latin1'), 300, font => ({codeBytes: font === 'F2' ? 1 : 2, width: code => 100 * code}), name => (name === 'X9' ? [-10, 0, 30, 0, -10, 20, 30, 20] : unitSquare))

/** A page as Skia starts it: scaled, flipped, clipped to the box inside margins of 36 points, scaled to CSS pixels. */
const page = (content: string) => `.24 0 0 -.24 0 300 cm\nq\n150 150 1366.65 950 re\nW* n\nq\n3.125 0 0 3.125 150 150 cm\n${content}\nQ\nQ\n`

const kinds = (items: readonly ContentItem[]) => items.map(({kind}) => kind)
const paints = (text: string) => read(text).items.filter((item): item is PaintItem => item.kind === 'paint')
const texts = (text: string) => read(text).items.filter((item): item is TextItem => item.kind === 'text')
const runs = (text: string): TextRun[] => texts(`BT\n${text}\nET`).flatMap(item => item.runs)
const round = (matrix: Matrix | readonly number[]) => matrix.map(value => Math.round(value * 100) / 100)

describe('readPageContent: text', () => {
  it('gathers glyphs of one line into a run, with their places', () => {
    const [run, ...others] = runs('/F1 16 Tf 1 0 0 -1 5 55 Tm <0024> Tj 8.5 0 Td <0025> Tj 9 0 Td <0026> Tj')
    expect(others).toEqual([])
    expect(run).toMatchObject({font: 'F1', size: 16, matrix: [1, 0, 0, -1, 5, 55], codes: [0x24, 0x25, 0x26], offsets: [0, 8.5, 17.5]})
  })

  it('knows no places of glyphs that stand in one string with others', () => {
    expect(runs('/F1 16 Tf 1 0 0 -1 0 0 Tm <002400250026> Tj')[0]).toMatchObject({codes: [0x24, 0x25, 0x26], offsets: [0, NaN, NaN]})
  })

  it('reads codes of one byte in Type 3 fonts', () => {
    expect(runs('/F2 16 Tf 1 0 0 -1 0 0 Tm <2425> Tj')[0]).toMatchObject({codes: [0x24, 0x25]})
  })

  it('reads capital and small hexadecimal digits', () => {
    expect(runs('/F1 16 Tf 1 0 0 -1 0 0 Tm <00aF> Tj <00Fa> Tj')[0]!.codes).toEqual([0xaf, 0xfa])
  })

  it('starts a run with every line, font, size and matrix', () => {
    const found = runs('/F1 16 Tf 1 0 0 -1 0 10 Tm <0001> Tj 0 20 Td <0002> Tj /F1 12 Tf 5 0 Td <0003> Tj /F2 12 Tf <04> Tj 1 0 0 -1 7 7 Tm <05> Tj')
    expect(found.map(({font, size, codes, matrix}) => [font, size, codes, matrix[4], matrix[5]])).toEqual([
      ['F1', 16, [1], 0, 10],
      ['F1', 16, [2], 0, -10],
      ['F1', 12, [3], 5, -10],
      ['F2', 12, [4], 8.6, -10],
      ['F2', 12, [5], 7, 7]
    ])
  })

  it('keeps the text that stands for a glyph, in a run of its own', () => {
    const found = runs('/F1 16 Tf 1 0 0 -1 0 0 Tm <0001> Tj /Span<</ActualText <FEFF00660066> >> BDC 8 0 Td <0002> Tj EMC 9 0 Td <0003> Tj')
    expect(found.map(({codes, actualText, matrix}) => [codes, actualText, matrix[4]])).toEqual([
      [[1], undefined, 0],
      [[2], 'ff', 8],
      [[3], undefined, 17]
    ])
  })

  it('sets a string that nothing moves at the end of the one before, in whatever run', () => {
    const told = runs('/F1 10 Tf 1 0 0 -1 2 0 Tm <00010002> Tj /Span<</ActualText <FEFF00660066> >> BDC <0003> Tj EMC <0004> Tj 20 0 Td <0005> Tj')
    expect(told.map(({codes, matrix, offsets}) => [codes, matrix[4], offsets])).toEqual([[[1, 2], 2, [0, NaN]], [[3], 5, [0]], [[4, 5], 8, [0, 14]]])
    const [reversed] = runs('/ReversedChars BMC /F1 10 Tf 1 0 0 -1 2 0 Tm /Span<</ActualText <FEFF0645> >> BDC <0001> Tj EMC /Span<</ActualText <FEFF0627> >> BDC <0002> Tj EMC EMC')
    expect(reversed).toMatchObject({codes: [1, 2], offsets: [0, NaN]})
  })

  it('says text that stands for several glyphs once', () => {
    const found = runs('/F1 16 Tf 1 0 0 -1 0 0 Tm /Span<</ActualText <FEFF00E9> >> BDC <0001> Tj 0 2 Td <0002> Tj EMC')
    expect(found.map(({codes, actualText}) => [codes, actualText])).toEqual([[[1], '\u00e9'], [[2], '']])
  })

  it('keeps words that run from right to left one run, with what their glyphs stand for', () => {
    const found = runs('/ReversedChars BMC /Span<</ActualText <FEFF06440627> >> BDC /F1 16 Tf 1 0 0 -1 5 0 Tm <0001> Tj EMC 8 0 Td <0002> Tj /Span<</ActualText <FEFF0645> >> BDC 4 0 Td <0003> Tj EMC EMC 9 0 Td <0004> Tj')
    expect(found).toMatchObject([{codes: [1, 2, 3], offsets: [0, 8, 12], reversed: ['\u0644\u0627', undefined, '\u0645']}, {codes: [4]}])
    expect(found[1]!.reversed).toBeUndefined()
  })

  it('keeps the fill colour and the matrix that text is painted with', () => {
    const [item] = texts(page('0 0 1 rg q 0.5 g 1 0 0 rg Q BT /F1 16 Tf 1 0 0 -1 0 16 Tm <0001> Tj ET'))
    expect(item!.fill).toBe('0 0 1 rg\n')
    expect(round(item!.matrix)).toEqual([0.75, 0, 0, -0.75, 36, 264])
  })

  it('drops a line that is painted outside the clip, as Chromium does at the start of the next page', () => {
    const line = (y: number) => `BT /F1 16 Tf 1 0 0 -1 0 ${y} Tm <0001> Tj ET`
    expect(texts(page(line(-3)))).toEqual([])
    expect(texts(page(line(400)))).toEqual([])
    expect(texts(page(line(12)))).toHaveLength(1)
  })
})

describe('readPageContent: marks', () => {
  it('gives the marks around what they hold, whatever their tag', () => {
    const {items} = read('/NonStruct <</MCID 3 >>BDC BT /F1 1 Tf 1 0 0 1 9 9 Tm <0001> Tj ET EMC /P<</Lang(en)/MCID 4>> BDC EMC')
    expect(kinds(items)).toEqual(['begin', 'text', 'end', 'begin', 'end'])
    expect(items.flatMap(item => ('mcid' in item ? [item.mcid] : []))).toEqual([3, 3, 4, 4])
  })
})

describe('readPageContent: graphics', () => {
  it('finds the box inside the margins', () => {
    expect(round(read(page('')).box)).toEqual([36, 36, 364, 264])
  })

  it('does not take the clip of a picture behind the text for that box', () => {
    expect(round(read(page('').replace('cm\n', 'cm\nq 160 160 40 40 re W* n Q\n')).box)).toEqual([36, 36, 364, 264])
  })

  it('takes the page for the box where there is no clip', () => {
    expect(read('').box).toMatchObject([0, 0, expect.any(Number), 300])
  })

  it('gives paths their extent in points from the upper left corner', () => {
    const [rectangle, line, curve] = paints(page('10 20 100 50 re f 0 0 m 40 0 l S 0 0 m 10 -10 20 60 40 0 c h B'))
    expect(round(rectangle!.extent)).toEqual([43.5, 51, 118.5, 88.5])
    expect(round(line!.extent)).toEqual([36, 36, 66, 36])
    expect(round(curve!.extent)).toEqual([36, 36, 66, 81])
    expect(rectangle!.image).toBe(false)
  })

  it('gives turned rectangles an extent around all four corners', () => {
    const [diamond] = paints('q 0.70711 0.70711 -0.70711 0.70711 100 100 cm 0 0 20 20 re f Q')
    expect(round(diamond!.extent)).toEqual([85.86, 171.72, 114.14, 200])
  })

  it('cuts extents off at the clip', () => {
    const [image] = paints(page('q 600 0 0 -100 -20 100 cm /X5 Do Q'))
    expect(round(image!.extent)).toEqual([36, 36, 364, 111])
    expect(image).toMatchObject({image: true, text: '/X5 Do\n'})
  })

  it('gives forms the extent of their box', () => {
    const [form] = paints(page('q 1 0 0 1 20 30 cm /X9 Do Q'))
    expect(round(form!.extent)).toEqual([43.5, 58.5, 73.5, 73.5])
  })

  it('restores clip and matrix', () => {
    const [inner, outer] = paints('q 0 0 10 10 re W n 2 0 0 2 0 0 cm 0 0 100 100 re f Q 0 0 100 100 re f')
    expect(inner!.extent).toEqual([0, 290, 10, 300])
    expect(outer!.extent).toEqual([0, 200, 100, 300])
  })

  it('keeps operators as they stand', () => {
    const {items} = read('/G3 gs 0 0 0 RG [3 2] 0 d /Pattern cs /P4 scn 1 2 m 3.5 -4 l S')
    expect(items.map(item => ('text' in item ? item.text : ''))).toEqual(['/G3 gs\n', '0 0 0 RG\n', '[3 2] 0 d\n', '/Pattern cs\n', '/P4 scn\n', '1 2 m 3.5 -4 l S\n'])
  })
})

describe('readPageContent refuses', () => {
  it.each([
    ['operators that Chromium does not write', 'BX EX', 'Unexpected operator `BX` in a page, expected one that Chromium writes'],
    ['inline images', 'BI /W 1 ID x EI', 'Unexpected operator `BI`'],
    ['marks without id', '/Artifact BMC', 'Unexpected operator `BMC`'],
    ['marks with other properties', '/P <</Lang(en)>> BDC', 'Unexpected marked content outside text, expected one with an MCID'],
    ['ends of marks that did not begin', 'EMC', 'Unexpected end of marked content'],
    ['text operators that Chromium does not write', 'BT /F1 1 Tf 3 Tr <0001> Tj ET', 'Unexpected operator in text, expected one that Chromium writes'],
    ['adjusted text', 'BT /F1 1 Tf [<0001>] TJ ET', 'Unexpected token in text, expected what Chromium writes'],
    ['text that does not end', 'BT /F1 1 Tf <0001> Tj', 'Unexpected end of a text object'],
    ['a string in text that does not end', 'BT /F1 1 Tf <0001', 'Unexpected end of a text object'],
    ['marks in text with an id', 'BT /P <</MCID 1>> BDC ET', 'Unexpected marked content in text, expected one with ActualText'],
    ['strings outside text', '(a) gs', 'Unexpected string before `gs`']
  ])('%s', (_, content, message) => {
    expect(() => read(content)).toThrow(message)
  })
})
