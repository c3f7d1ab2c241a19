import {describe, expect, it} from 'vitest'
import type {TextItem} from '../../scripts/assemble/page-content.ts'
import type {PageMark} from '../../scripts/assemble/page-marks.ts'
import {isContent, isElement, type RawElement, type RawKid} from '../../scripts/assemble/read-structure.ts'
import type {TextRun} from '../../scripts/assemble/read-text-object.ts'
import {anchorOf, linkNames, placeLinks, readAnnotations} from '../../scripts/assemble/unit-links.ts'
import {readSkiaPdf} from '../../scripts/pdf/read-skia-pdf.ts'
import {smallSkiaPdf} from '../pdf/small-skia-pdf.ts'

/** Text of 10 points at a place on a page of 300 points' height, each letter 5 points wide. */
function text(words: string, x: number, y: number, given: Partial<TextRun> = {}): TextItem {
  const codes = [...words].map(character => character.charCodeAt(0))
  return {kind: 'text', runs: [{font: 'F1', size: 10, matrix: [1, 0, 0, 1, x, y], codes, offsets: codes.map((_, i) => i * 5), ...given}], matrix: [1, 0, 0, 1, 0, 0], fill: ''}
}

const mark = (...items: TextItem[]): PageMark => ({items, runs: items.flatMap(({runs}) => runs), ink: {text: true, image: false, path: false, extent: [Infinity, Infinity, -Infinity, -Infinity]}})
const picture = (...extent: [number, number, number, number]): PageMark => ({items: [], runs: [], ink: {text: false, image: true, path: false, extent}})
const element = (role: string, given: Partial<RawElement>, ...kids: RawKid[]): RawElement => ({role, printed: role, attributes: [], ...given, kids})
const link = (...kids: RawKid[]) => element('Link', {}, ...kids, {annotation: 7})
const at = (mcid: number, page = 0) => ({page, mcid})

function place(elements: readonly RawElement[], pages: readonly (readonly PageMark[])[], slots: ReadonlyMap<TextItem, unknown> = new Map(), uri = 'https://book.invalid/#there', names: ReadonlyMap<string, string> = new Map()) {
  const marks = pages.map(page => new Map(page.map((found, mcid) => [mcid, found])))
  return placeLinks(elements, new Map([[7, {page: 0, rect: [0, 0, 1, 1], uri}]]), names, {marks, heightPt: () => 300, width: () => 500}, slots, (_, code) => String.fromCharCode(code))
}

const rects = ({pages}: ReturnType<typeof place>, page = 0) => (pages[page] ?? []).map(({link}) => link.rect)

describe('placeLinks', () => {
  it('lays a link on its words', () => {
    const placed = place([element('P', {}, link(at(0)))], [[mark(text('word', 50, 200))]])
    expect(placed.pages[0]!.map(({link}) => link)).toEqual([{rect: [50, 197.2, 70, 209.5], anchor: 'there', contents: 'word'}])
    expect(placed.faults).toEqual([])
  })

  it('calls it by the name that HTML gives it', () => {
    const names = linkNames('<a class="x" href="https://book.invalid/#there" aria-label="Note &#x26; 1"><sup>1</sup></a> <a href="https://book.invalid/#b">b</a>')
    expect([...names]).toEqual([['https://book.invalid/#there', 'Note & 1']])
    expect(place([link(at(0))], [[mark(text('1', 50, 200))]], undefined, undefined, names).pages[0]![0]!.link.contents).toBe('Note & 1')
  })

  it('has one box for a line, and one for each line and page', () => {
    const parts = link(at(0), element('Em', {}, at(1)), at(2), at(0, 1))
    const placed = place([parts], [[mark(text('ab', 50, 200)), mark(text('cd', 61, 200)), mark(text('ef', 20, 188), text('gh', 31, 188))], [mark(text('ij', 20, 250))]])
    expect(rects(placed).map(([left, , right]) => [left, right])).toEqual([[50, 71], [20, 41]])
    expect(rects(placed, 1)).toHaveLength(1)
    expect(placed.pages.flat().map(({link}) => link.contents)).toEqual(['abcdefghij', 'abcdefghij', 'abcdefghij'])
  })

  it('gives the element an annotation for each box', () => {
    const parts = link(at(0), at(1))
    const {places} = place([parts], [[mark(text('ab', 50, 200)), mark(text('cd', 20, 188))]])
    const annotations = parts.kids.flatMap(kid => (isContent(kid) || isElement(kid) ? [] : [kid.annotation]))
    expect(annotations.map(annotation => places.get(annotation))).toEqual([{page: 0, link: 0}, {page: 0, link: 1}])
  })

  it('keeps the text that each box lies on', () => {
    const items = [text('ab', 50, 200), text('cd', 61, 200), text('ef', 20, 188)]
    const placed = place([link(at(0))], [[mark(...items)]])
    expect(placed.pages[0]!.map(box => box.items)).toEqual([[items[0], items[1]], [items[2]]])
  })

  it('lays a link on its picture, and on picture and words together', () => {
    expect(rects(place([link(element('Figure', {alt: 'A dot'}, at(0)))], [[picture(10, 20, 40, 50)]]))).toEqual([[10, 250, 40, 280]])
    expect(rects(place([link(at(0), at(1))], [[picture(10, 85, 40, 103), mark(text('ab', 42, 200))]]))).toHaveLength(1)
  })

  it('says the words that are read: alternatives, spaces of line ends, and a place for the page number', () => {
    const number = text('000', 80, 188)
    const parts = link(at(0), element('Figure', {alt: ' A dot '}, at(1)), at(2))
    const {pages} = place([parts], [[mark(text('two', 50, 200, {spaceAfter: true}), text('lines', 20, 188)), picture(10, 85, 40, 103), mark(text('(', 75, 188), number, text(')', 95, 188))]], new Map([[number, true]]))
    expect(pages[0]![0]!.link.contents).toBe('two lines A dot (\u0001)')
  })

  it('leads out of the book', () => {
    expect(place([link(at(0))], [[mark(text('ab', 50, 200))]], new Map(), 'https://example.org/').pages[0]).toMatchObject([{link: {uri: 'https://example.org/'}}])
  })

  it('reports links that lead nowhere, and links of nothing', () => {
    const pages = [[mark(text('ab', 50, 200))]]
    expect(place([element('P', {block: '1a'}, element('Link', {}, at(0)))], pages).faults).toEqual([{kind: 'link-unprinted', detail: 'ab', block: '1a'}])
    expect(place([element('P', {block: '1a'}, link())], pages).faults).toEqual([{kind: 'link-unprinted', detail: 'there', block: '1a'}])
  })

  it('calls a link whose words were lost by where it leads', () => {
    expect(place([link(element('Span', {actualText: ''}, at(0)))], [[mark(text('ab', 50, 200))]], new Map(), 'https://example.org/').pages[0]).toMatchObject([{link: {contents: 'https://example.org/'}}])
  })
})

describe('readAnnotations', () => {
  it('reads addresses and destinations, and passes over what leads nowhere', () => {
    const pdf = readSkiaPdf(
      smallSkiaPdf([
        '<</Pages[<<>> <</Annots[2 0 R 3 0 R 4 0 R 5 0 R]>>]>>',
        '<</Rect[1 2 3 4]/A<</URI(https://example.org/)>>>>',
        '<</Rect[1 2 3 4]/Dest/here>>',
        '<</Rect[1 2 3 4]/Dest(there)>>',
        '<</Rect[1 2 3 4]>>'
      ])
    )
    const found = readAnnotations(pdf, pdf.array(pdf.dict(pdf.trailer.get('Root')).get('Pages')).map(pdf.dict))
    expect([...found].map(([number, {page, uri}]) => [number, page, uri])).toEqual([
      [2, 1, 'https://example.org/'],
      [3, 1, 'https://book.invalid/#here'],
      [4, 1, 'https://book.invalid/#there']
    ])
    expect(found.get(2)!.rect).toEqual([1, 2, 3, 4])
  })
})

describe('anchorOf', () => {
  it('is what follows the book’s own address', () => {
    expect(anchorOf('https://book.invalid/#caf%C3%A9')).toBe('café')
    expect(anchorOf('https://example.org/#x')).toBeUndefined()
  })
})
