import {describe, expect, it} from 'vitest'
import {faceOf, uniteFonts} from '../../scripts/assemble/unite-fonts.ts'
import {readToUnicode} from '../../scripts/pdf/to-unicode.ts'
import {readTrueType} from '../../scripts/pdf/true-type.ts'
import {PdfWriter} from '../../scripts/pdf/write-pdf.ts'
import {PdfObjects} from '../support/pdf-objects.ts'
import {readQpdfFile} from '../support/qpdf.ts'
import {glyphOf, smallFont, smallUnit} from './small-printed-unit.ts'

type Units = Parameters<typeof uniteFonts>[1]

/** The fonts of units as a file has them. */
async function united(units: Units) {
  const writer = new PdfWriter()
  const fonts = uniteFonts(writer, units)
  const pages = writer.add('<</Type/Pages/Count 0/Kids[]>>')
  const list = [...fonts.values()].map(({object}) => `${object} 0 R`).join(' ')
  const bytes = writer.finish(writer.add(`<</Type/Catalog/Pages ${pages} 0 R/Fonts[${list}]>>`), writer.add('<<>>'))
  const objects = new PdfObjects(await readQpdfFile(bytes))
  const dictionaries = objects.array(objects.catalog['/Fonts'])!.map(font => {
    const dictionary = objects.dictionary(font)!
    const descendant = objects.dictionary(objects.array(dictionary['/DescendantFonts'])![0])!
    const descriptor = objects.dictionary(descendant['/FontDescriptor'])!
    return {dictionary, descendant, descriptor, program: objects.stream(descriptor['/FontFile2'])!, toUnicode: objects.stream(dictionary['/ToUnicode'])!}
  })
  return {fonts, objects, bytes, dictionaries}
}

const unit = (text: string, name = 'Small') => {
  const {font, blob} = smallFont(text, name)
  return smallUnit(text, [], {fonts: [font], blobs: [blob]})
}

describe('uniteFonts', () => {
  it('makes one font of the subsets of a face', async () => {
    const {fonts, dictionaries} = await united([unit('12'), unit('23'), unit('AB')])
    expect(fonts.size).toBe(1)
    const [{dictionary, descendant, program, toUnicode}] = dictionaries as [(typeof dictionaries)[number]]
    expect(dictionary).toMatchObject({'/Subtype': '/Type0', '/Encoding': '/Identity-H', '/BaseFont': '/AAAAAA+Small'})
    expect(descendant).toMatchObject({'/Subtype': '/CIDFontType2', '/CIDToGIDMap': '/Identity'})
    expect([...readToUnicode(toUnicode)].map(([, text]) => text).sort()).toEqual(['1', '2', '3', 'A', 'B'])
    const read = readTrueType(program)
    for (const character of '123AB') expect(Buffer.from(read.glyph(glyphOf(character))).toString().replace(/\0+$/, '')).toBe(`outline of ${character}`)
  })

  it('writes the advance of every glyph, in ranges', async () => {
    const {objects, dictionaries} = await united([unit('12'), unit('AB')])
    expect(objects.array(dictionaries[0]!.descendant['/W'])).toEqual([0, [500], glyphOf('1'), [500, 500], glyphOf('A'), [500, 500]])
  })

  it('keeps faces apart that differ in name or description, each with a tag of its own', async () => {
    const other = unit('1')
    const wider = {...other, fonts: other.fonts.map(font => ({...font, descriptor: font.descriptor.replace('900', '950')}))}
    const {fonts, dictionaries} = await united([unit('1'), unit('1', 'Other'), wider])
    expect(fonts.size).toBe(3)
    expect(new Set(dictionaries.map(({dictionary}) => String(dictionary['/BaseFont']).slice(1, 7))).size).toBe(3)
    expect(fonts.has(faceOf(other.fonts[0]!))).toBe(true)
  })

  it('takes a single subset as it is', async () => {
    const {dictionaries} = await united([unit('12'), unit('12')])
    expect(dictionaries[0]!.program.equals(Buffer.from(smallFont('12').blob))).toBe(true)
  })

  it('gives the same bytes for units in another order', async () => {
    const units = [unit('12'), unit('23'), unit('4', 'Other')]
    expect((await united(units)).bytes).toEqual((await united(units.toReversed())).bytes)
  })

  it('refuses subsets of one face that disagree about a glyph', () => {
    const {font, blob} = smallFont('1')
    const text = Buffer.from(blob).toString('latin1').replace('outline of 1', 'another one!')
    const other = smallUnit('other', [], {fonts: [{...font, hash: 'other'}], blobs: [Buffer.from(text, 'latin1')]})
    expect(() => uniteFonts(new PdfWriter(), [unit('12'), other])).toThrow('Unexpected outline of glyph')
  })
})
