// Test support: printed units made by hand, with a font of digits and a few letters, to assemble without a Chromium.

import {deflateSync} from 'node:zlib'
import {planPages} from '../../scripts/assemble/plan-pages.ts'
import type {PageMap} from '../../scripts/assemble/page-map.ts'
import type {PrintedFont, PrintedPage, PrintedUnit, StructElement} from '../../scripts/assemble/printed-unit.ts'
import {smallTrueType} from '../pdf/small-true-type.ts'

const characters = ' 0123456789ivxlcdm-AB'

/** Glyph of a character; the widths of digits are alike, 500 thousandths of an em. */
export const glyphOf = (character: string) => characters.indexOf(character) + 1
export const hexOf = (text: string) => [...text].map(character => glyphOf(character).toString(16).toUpperCase().padStart(4, '0')).join('')

/** A font with just these characters, as a blob and its description. */
export function smallFont(text: string, name = 'Small'): {font: PrintedFont; blob: Uint8Array} {
  const used = [...new Set(text)].sort()
  const glyphs = Object.fromEntries(used.map(character => [glyphOf(character), {outline: character === ' ' ? '' : `outline of ${character}`, advance: 500}]))
  const program = smallTrueType({0: {outline: 'box', advance: 500}, ...glyphs})
  const font: PrintedFont = {
    name,
    descriptor: '<</Flags 4/Ascent 900/Descent -200/StemV 80/CapHeight 700/ItalicAngle 0/FontBBox[0 -200 1000 900]>>',
    widths: [[0, 500], ...used.map((character): [number, number] => [glyphOf(character), 500])],
    texts: used.map(character => [glyphOf(character), character]),
    program: 0,
    hash: `${name} ${used.join('')}`
  }
  return {font, blob: program}
}

/** A page of 400 by 300 points that paints `text` as its only mark. */
export function smallPage(text: string, given: Partial<PrintedPage> = {}): {page: Omit<PrintedPage, 'content' | 'open'>; content: string} {
  const content = `q\n/P <</MCID 0>>BDC\nBT\n/F1 12 Tf\n1 0 0 1 36 250 Tm\n<${hexOf(text)}>Tj\nET\nEMC\nQ\n`
  return {content, page: {widthPt: 400, heightPt: 300, slots: [], shifts: [], fonts: [['F1', 0]], resources: [], links: [], marks: 1, ...given}}
}

/** A unit of such pages, each its paragraph under one heading on the first, unless another structure is given. */
export function smallUnit(id: string, pages: readonly ReturnType<typeof smallPage>[], given: Partial<PrintedUnit> = {}, text = characters): PrintedUnit {
  const {font, blob} = smallFont(text)
  const structure = pages.map((_, page): StructElement => ({role: page === 0 ? 'H1' : 'P', kids: [{page, mcid: 0}], ...(page === 0 ? {block: 'h'} : {})}))
  return {
    id,
    pages: pages.map(({page}, i) => ({...page, content: [i + 1], ...(page.slots.length > 0 ? {open: i + 1} : {})})),
    structure,
    anchors: [{id, page: 0, xPt: 36, yPt: 264}],
    fonts: [font],
    shared: [],
    faults: [],
    layout: [],
    blobs: [blob, ...pages.map(({page, content}) => (page.slots.length > 0 ? Buffer.from(content, 'latin1') : deflateSync(Buffer.from(content, 'latin1'))))],
    ...given
  }
}

export const specimen = smallUnit('specimen', [smallPage(characters)])

/** The page map of units that are numbered in arabic figures, each starting on the next page. */
export function planUnits(units: readonly PrintedUnit[], given: Partial<Parameters<typeof planPages>[0][number]> = {}): PageMap {
  return planPages(
    units.map(({id, pages, anchors}) => ({id, title: id, start: 'next', numbering: 'arabic', pageCount: pages.length, anchors, ...given})),
    {blanks: true}
  )
}
