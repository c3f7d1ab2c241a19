import type {Matrix} from '../../scripts/pdf/matrix.ts'
import {describe, expect, it} from 'vitest'
import type {TextRun} from '../../scripts/assemble/read-text-object.ts'
import type {Annotation} from '../../scripts/assemble/unit-links.ts'
import type {ContentItem, PageContent, PaintItem, TextItem} from '../../scripts/assemble/page-content.ts'
import type {PageMark} from '../../scripts/assemble/page-marks.ts'
import type {Slot} from '../../scripts/assemble/printed-unit.ts'
import type {RawElement, RawKid} from '../../scripts/assemble/read-structure.ts'
import type {UnitFont} from '../../scripts/assemble/unit-fonts.ts'
import {findFolio, findLineEnds, findSlots, folioPlaceholder, folioSlot, slotOf} from '../../scripts/assemble/unit-slots.ts'

/** A font whose codes are those of the characters, each half an em wide. */
const digits = [...'0123456789ivx'].map(digit => digit.charCodeAt(0))
const font: UnitFont = {index: 0, widths: new Map(digits.map(code => [code, 500])), texts: new Map(digits.map(code => [code, String.fromCharCode(code)]))}
const fonts = new Map([['F1', font]])

/** From CSS pixels to points, on a page of 400 by 300 points with margins of 36. */
const toPoints: Matrix = [0.75, 0, 0, -0.75, 36, 264]
const box = [36, 36, 364, 264] as const

/** Text at a place in CSS pixels, 16 of them high; `spaced` gives each glyph its place, as Chromium does. */
function text(words: string, x: number, y: number, spaced = true): TextItem {
  const codes = [...words].map(character => character.charCodeAt(0))
  const run: TextRun = {font: 'F1', size: 16, matrix: [1, 0, 0, -1, x, y], codes, offsets: codes.map((_, i) => (spaced || i === 0 ? i * 8 : NaN))}
  return {kind: 'text', runs: [run], matrix: toPoints, fill: '0 0 1 rg\n'}
}

const page = (...items: ContentItem[]): PageContent => ({items, box})
const begin = (mcid: number): ContentItem => ({kind: 'begin', mcid})
const end = (mcid: number): ContentItem => ({kind: 'end', mcid})

describe('slotOf', () => {
  it.each([true, false])('measures from the first glyph to the end of the last (places known: %s)', spaced => {
    expect(slotOf(text('000', 10, 20, spaced), 'start', fonts)).toEqual({font: 'F1', text: '000', size: 16, matrix: [1, 0, 0, -1, 10, 20], width: 24, align: 'start'})
  })

  it('measures over several runs', () => {
    const [first, second] = [text('0', 10, 20), text('0', 20, 20)]
    expect(slotOf({...first, runs: [...first.runs, ...second.runs]}, 'end', fonts)).toMatchObject({text: '00', width: 18})
  })
})

describe('findSlots', () => {
  const element = (role: string, given: Partial<RawElement>, ...kids: RawKid[]): RawElement => ({role, printed: role, attributes: [], ...given, kids})
  const annotation = (uri: string): Annotation => ({page: 0, rect: [0, 0, 1, 1], uri})
  const items = [text('00', 0, 0), text('0000', 0, 20), text('0', 0, 40)]
  const marks = [new Map(items.map((item, mcid) => [mcid, {items: [item], runs: item.runs, ink: {} as PageMark['ink']}]))]

  it('finds the elements that say so, with the anchor of the link around them', () => {
    const tree = [
      element('P', {}, element('Link', {}, {annotation: 7}, element('Span', {code: 'folio'}, {page: 0, mcid: 0}))),
      element('TOCI', {}, element('Link', {}, {annotation: 8}, element('Span', {}, element('Span', {code: 'folioend'}, {page: 0, mcid: 1})))),
      element('P', {}, {page: 0, mcid: 2})
    ]
    const found = findSlots(tree, new Map([[7, annotation('https://book.invalid/#one')], [8, annotation('https://book.invalid/#two')]]), marks)
    expect([...found]).toEqual([
      [items[0], {page: 0, anchor: 'one', align: 'start'}],
      [items[1], {page: 0, anchor: 'two', align: 'end'}]
    ])
  })

  it('finds none where the link leads out of the book', () => {
    const tree = [element('Link', {}, {annotation: 7}, element('Span', {code: 'folio'}, {page: 0, mcid: 0}))]
    expect(findSlots(tree, new Map([[7, annotation('https://example.org/#one')]]), marks).size).toBe(0)
  })
})

describe('findFolio', () => {
  /** A folio of seven figures is 56 px, 42 points wide; the text block 328 points. */
  it.each<[number, Slot['align']]>([
    [0, 'start'],
    [190, 'center'],
    [437 - 56, 'end'],
    [60, 'start'],
    [300, 'end']
  ])('at %d px is set flush with the nearer side', (x, align) => {
    for (const spaced of [true, false]) expect(findFolio(page(text(folioPlaceholder, x, 320, spaced)), 400, fonts)?.align).toBe(align)
  })

  it('is not in marked content, and of just that text', () => {
    expect(findFolio(page(begin(0), text(folioPlaceholder, 0, 0), end(0), text('000', 0, 0)), 400, fonts)).toBeUndefined()
    const folio = text(folioPlaceholder, 0, 320)
    expect(findFolio(page(begin(0), end(0), folio), 400, fonts)?.item).toBe(folio)
  })

  it('keeps what it takes to set the number elsewhere', () => {
    expect(folioSlot(text(folioPlaceholder, 0, 320), 'end', fonts)).toMatchObject({text: folioPlaceholder, width: 56, yPt: 24, state: '0.75 0 0 -0.75 36 264 cm\n0 0 1 rg\n'})
  })
})

describe('findLineEnds', () => {
  const slot = text('000', 100, 100)
  const after = text('1', 130, 100)
  const slots = (...found: TextItem[]) => new Map(found.map(item => [item, slotOf(item, 'start', fonts)]))
  const block = {}
  const ends = (content: PageContent, found = slots(slot), blockOf: (mcid: number) => object | undefined = () => block) => [...findLineEnds(content, 300, found, blockOf)]

  it('finds what stands behind a slot on its line', () => {
    const raised = text('2', 150, 94)
    const underline: PaintItem = {kind: 'paint', text: '', image: false, extent: [140, 110, 150, 112]}
    expect(ends(page(begin(0), text('1', 50, 100), slot, after, raised, underline, end(0)))).toEqual([
      [after, [slot]],
      [raised, [slot]],
      [underline, [slot]]
    ])
  })

  it('finds nothing before it, on other lines, or in other blocks', () => {
    expect(ends(page(begin(0), slot, text('1', 50, 100), text('2', 150, 124), end(0)))).toEqual([])
    expect(ends(page(begin(0), slot, end(0), begin(1), after, end(1)), slots(slot), mcid => ({mcid}))).toEqual([])
    expect(ends(page(begin(0), slot, end(0), after))).toEqual([])
  })

  it('adds up the slots of a line, and starts anew on the next', () => {
    const second = text('00', 160, 100)
    const last = text('1', 200, 100)
    const next = text('000', 20, 124)
    const tail = text('1', 60, 124)
    expect(ends(page(begin(0), slot, after, second, last, next, tail, end(0)), slots(slot, second, next))).toEqual([
      [after, [slot]],
      [second, [slot]],
      [last, [slot, second]],
      [tail, [next]]
    ])
  })

  it('moves nothing for slots set flush with their end', () => {
    const flush = new Map([[slot, slotOf(slot, 'end', fonts)]])
    expect(ends(page(begin(0), slot, after, end(0)), flush)).toEqual([])
  })
})
