import {describe, expect, it} from 'vitest'
import {fontResources, readFonts} from '../../scripts/assemble/unit-fonts.ts'
import {readSkiaPdf} from '../../scripts/pdf/read-skia-pdf.ts'
import {smallSkiaPdf, smallStream} from '../pdf/small-skia-pdf.ts'

const toUnicode = (pairs: Readonly<Record<string, string>>) =>
  smallStream('', `${Object.keys(pairs).length} beginbfchar ${Object.entries(pairs).map(([code, text]) => `<${code}> <${text}>`).join(' ')} endbfchar`)

/** A file whose pages have the given fonts: `F1` and `F2` of two bytes, `F3` of Type 3. */
function read(pages: readonly string[], {widths = '/W[1[500 600] 7 9 250]/DW 123', first = {'0001': '0041', '0002': '0020', '0008': '00660066', '0020': '005A'}} = {}) {
  const pdf = readSkiaPdf(
    smallSkiaPdf([
      `<</Pages[${pages.map(fonts => `<</Resources<</Font<<${fonts}>>>>>>`).join(' ')}]>>`,
      '<</Subtype/Type0/BaseFont/ABCDEF+Sans-Regular/DescendantFonts[3 0 R]/ToUnicode 6 0 R>>',
      `<</Subtype/CIDFontType2/FontDescriptor 4 0 R${widths}>>`,
      '<</Type/FontDescriptor/FontName/ABCDEF+Sans-Regular/Flags 4/FontBBox[-1 -2 3.5 4]/FontFile2 5 0 R>>',
      smallStream('', 'program'),
      toUnicode(first),
      '<</Subtype/Type0/BaseFont/GHIJKL+Other/DescendantFonts[3 0 R]/ToUnicode 8 0 R>>',
      toUnicode({'0001': '0042'}),
      '<</Subtype/Type3/ToUnicode 10 0 R>>',
      toUnicode({'41': 'D83DDE00'})
    ])
  )
  const blobs: Uint8Array[] = []
  const dicts = pdf.array(pdf.dict(pdf.trailer.get('Root')).get('Pages')).map(pdf.dict)
  return {pdf, dicts, blobs, fonts: readFonts(pdf, dicts, blob => blobs.push(blob) - 1)}
}

const all = '/F1 2 0 R/F2 7 0 R/F3 9 0 R'

describe('readFonts', () => {
  it('describes a font without what is the subset’s own', () => {
    const {fonts, blobs} = read([all])
    expect(fonts.printed[0]).toMatchObject({name: 'Sans-Regular', descriptor: '<</Flags 4/FontBBox [-1 -2 3.5 4]>>', texts: [[1, 'A'], [2, ' '], [8, 'ff'], [32, 'Z']], program: 0})
    expect(Buffer.from(blobs[0]!).toString()).toBe('program')
  })

  it('has the advance of every glyph with a text, and of the one for what is missing', () => {
    expect(read([all]).fonts.printed[0]!.widths).toEqual([[0, 123], [1, 500], [2, 600], [8, 250], [32, 123]])
    expect(read([all], {widths: ''}).fonts.printed[0]!.widths.map(([, width]) => width)).toEqual([1000, 1000, 1000, 1000, 1000])
  })

  it('reads a font once that several pages have', () => {
    const {fonts, dicts, pdf} = read(['/F1 2 0 R', all, '/F1 2 0 R'])
    expect(fonts.printed.map(({name}) => name)).toEqual(['Sans-Regular', 'Other'])
    expect(dicts.map(page => fontResources(pdf, pdf.dict(page.get('Resources')), fonts))).toEqual([[['F1', 0]], [['F1', 0], ['F2', 1]], [['F1', 0]]])
  })

  it('only reads the text of Type 3 fonts', () => {
    const {fonts} = read([all])
    expect(fonts.type3).toEqual(['F3'])
    expect(fonts.decode('F3', 0x41)).toBe('😀')
    expect(fonts.runFont('F3').codeBytes).toBe(1)
  })

  it('decodes codes by their font', () => {
    const {fonts} = read([all])
    expect([fonts.decode('F1', 1), fonts.decode('F2', 1), fonts.decode('F1', 9), fonts.decode('F9', 1)]).toEqual(['A', 'B', undefined, undefined])
  })

  it('finds a space in the font, or else in another', () => {
    const {fonts} = read([all])
    expect([fonts.runFont('F1').space, fonts.runFont('F2').space]).toEqual([{font: 'F1', code: 2}, {font: 'F1', code: 2}])
    expect(read(['/F2 7 0 R']).fonts.runFont('F2')).not.toHaveProperty('space')
  })
})
