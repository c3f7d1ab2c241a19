import {expect, it} from 'vitest'
import {Typesetter} from '../../scripts/assemble/typesetter.ts'
import {faceOf} from '../../scripts/assemble/unite-fonts.ts'
import {hexOf, specimen} from './small-printed-unit.ts'

const face = faceOf(specimen.fonts[0]!)
const typesetter = new Typesetter(specimen)

it('sets text in the glyphs of the specimen, and measures it', () => {
  expect(typesetter.set(face, '10-xiv')).toEqual({hex: hexOf('10-xiv'), width: 3000})
  expect(typesetter.set(face, '')).toEqual({hex: '', width: 0})
})

it('takes characters of a face that is embedded in parts', () => {
  const [font] = specimen.fonts
  const part = (keep: (glyph: number) => boolean) => ({...font!, texts: font!.texts.filter(([glyph]) => keep(glyph)), widths: font!.widths.filter(([glyph]) => keep(glyph))})
  const parted = new Typesetter({...specimen, fonts: [part(glyph => glyph % 2 === 0), part(glyph => glyph % 2 === 1)]})
  expect(parted.set(face, '10-xiv')).toEqual(typesetter.set(face, '10-xiv'))
})

it('refuses characters and faces that the specimen does not have', () => {
  expect(() => typesetter.set(face, '1 of 2')).toThrow('Unexpected `o` in a page number set in Small, expected a character of the specimen')
  expect(() => typesetter.set('Other <<>>', '1')).toThrow('Unexpected `1` in a page number set in Other')
})
