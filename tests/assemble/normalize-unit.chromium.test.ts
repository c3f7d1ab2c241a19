// What becomes of Chromium's prints of small pages: text, structure, links, anchors, page numbers, and what is wrong with them.

import {inflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import type {PrintedUnit, StructElement, StructKid} from '../../scripts/assemble/printed-unit.ts'
import {normalize, usePrinter} from './print-unit.ts'

const print = usePrinter()
const unitOf = async (body: string, style = '') => normalize(await print(body, {style}))

const kinds = ({faults}: PrintedUnit) => faults.map(({kind}) => kind)
const isElement = (kid: StructKid): kid is StructElement => 'role' in kid
const all = (elements: readonly StructKid[], role: string): StructElement[] => elements.filter(isElement).flatMap(element => [...(element.role === role ? [element] : []), ...all(element.kids, role)])

/** The parts of a page's content stream as text. */
function parts({pages, blobs}: PrintedUnit, page = 0): string[] {
  const {open, content} = pages[page]!
  return content.map(part => Buffer.from(part === open ? blobs[part]! : inflateSync(blobs[part]!)).toString('latin1'))
}

const content = (unit: PrintedUnit, page = 0) => parts(unit, page).join('')

const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const anchorLink = (anchor: string, words: string) => `<a href="https://book.invalid/#${anchor}">${words}</a>`
const slot = (code: 'folio' | 'folioend', zeros: string) => `<span id="s-${code}" lang="en-x-${code}">${zeros}</span>`

describe('page number slots', () => {
  it('are as wide as their zeros, at their place, and gone from the page', async () => {
    const unit = await unitOf(`<p>${anchorLink('x', `See X (page ${slot('folio', '000')})`)}</p>`, 'a{text-decoration:none}')
    expect(unit.faults).toEqual([])
    const [found, ...others] = unit.pages[0]!.slots
    expect(others).toEqual([])
    expect(found).toMatchObject({anchor: 'x', text: '000', size: 16, align: 'start'})
    const zero = unit.fonts[0]!.widths.find(([glyph]) => unit.fonts[0]!.texts.some(([code, text]) => code === glyph && text === '0'))![1]
    expect(found!.width).toBeCloseTo((3 * zero * 16) / 1000, 1)
    const [before, open, after] = parts(unit)
    expect(found!.offset).toBe(0)
    expect(before).toMatch(/BDC\n$/)
    expect(open! + after!).toMatch(/^EMC\n/)
  })

  it('know whether they are set flush with their start or their end', async () => {
    const unit = await unitOf(`<p>${anchorLink('x', slot('folioend', '0000'))} and ${anchorLink('y', slot('folio', 'xiv'))}</p>`)
    expect(unit.pages[0]!.slots.map(({anchor, text, align}) => [anchor, text, align])).toEqual([
      ['x', '0000', 'end'],
      ['y', 'xiv', 'start']
    ])
  })

  it('leave their link’s words a place for the number', async () => {
    const unit = await unitOf(`<p>${anchorLink('x', `See X (page ${slot('folio', '00')})`)}</p>`)
    expect(unit.pages[0]!.links.map(({contents}) => contents)).toEqual(['See X (page \u0001)'])
  })
})

describe('lines with several references', () => {
  it('tell which numbers their links stand behind', async () => {
    const reference = (anchor: string, id: string) => anchorLink(anchor, `Title (page <span id="${id}" lang="en-x-folio">000</span>)`)
    const unit = await unitOf(`<p>${reference('x', 'a')} and ${reference('y', 'b')}, <a href="https://example.org/">end</a></p>`)
    expect(unit.pages[0]!.links.map(({slotsBefore}) => slotsBefore)).toEqual([
      {left: [], right: [0]},
      {left: [0], right: [0, 1]},
      {left: [0, 1], right: [0, 1]}
    ])
    expect(unit.pages[0]!.slots.map(({unitPt}) => Math.round(unitPt * 100))).toEqual([75, 75])
  })
})

describe('folios', () => {
  const folio = async (place: string, margin = '36pt') =>
    (await unitOf('<p>Words.</p>', `@page{margin:${margin};${place}{content:"0000000";font:700 10pt Body;color:#123456}}`)).pages[0]!.folio

  it.each([
    ['@bottom-left', 'start'],
    ['@bottom-center', 'center'],
    ['@bottom-right', 'end']
  ])('in %s are set flush with their %s', async (place, align) => {
    const found = await folio(place)
    expect(found).toMatchObject({align, text: '0000000'})
    expect(found!.yPt).toBeLessThan(36)
    expect(found!.state).toMatch(/^[\d.-]+( [\d.-]+){5} cm\n\.?0?\.07\d* [\d.]+ [\d.]+ rg\n$/)
  })

  it('may stand at the head, and in a wide margin', async () => {
    expect((await folio('@top-right', '60pt 20pt 60pt 90pt'))!.yPt).toBeGreaterThan(240)
    expect((await folio('@top-right', '60pt 20pt 60pt 90pt'))!.align).toBe('end')
    expect((await folio('@top-left', '60pt 20pt 60pt 90pt'))!.align).toBe('start')
  })

  it('are taken off the page, other margin text is not', async () => {
    const unit = await unitOf('<p>Words.</p>', '@page{@top-left{content:"Head"}@bottom-right{content:"0000000"}}')
    expect(content(unit).match(/\/Artifact/g)).toHaveLength(1)
    expect(content(unit)).toContain('/Subtype/Header')
  })

  it('are not found where there is none', async () => {
    expect(await folio('@bottom-left', '36pt').then(found => found !== undefined)).toBe(true)
    expect((await unitOf('<p>0000000</p>')).pages[0]!.folio).toBeUndefined()
  })
})

describe('links', () => {
  it('over two lines have an annotation on each, with the same words', async () => {
    const unit = await unitOf(`<p style="width:90pt">Here is ${anchorLink('x', 'a link of many words')} indeed</p>`)
    const {links} = unit.pages[0]!
    expect(links.map(({anchor, contents}) => [anchor, contents])).toEqual(links.map(() => ['x', 'a link of many words']))
    expect(new Set(links.map(({rect}) => Math.round(rect[1]!))).size).toBe(links.length)
    expect(links.length).toBeGreaterThan(1)
    const [link] = all(unit.structure, 'Link')
    expect(link!.kids.filter(kid => 'link' in kid)).toHaveLength(links.length)
  })

  it('are one annotation on one line, whatever elements are in them', async () => {
    const unit = await unitOf(`<p>${anchorLink('x', '<em>One</em> <span id="a" lang="fr">deux</span> <code>three</code>')} end</p>`)
    expect(unit.pages[0]!.links).toHaveLength(1)
    expect(unit.pages[0]!.links[0]!.contents).toBe('One deux three')
  })

  it('keep addresses as they are, and tell what image they are of', async () => {
    const unit = await unitOf(`<p><a href="https://example.org/a?b=(c)&amp;d=é">Out</a> <a href="https://example.org/"><img src="${pixel}" alt="A red dot" width="20" height="20"></a></p>`)
    expect(unit.pages[0]!.links.map(({uri, contents}) => [uri, contents])).toEqual([
      ['https://example.org/a?b=(c)&d=%C3%A9', 'Out'],
      ['https://example.org/', 'A red dot']
    ])
  })

  it('inside the unit lead to anchors, too', async () => {
    const unit = await unitOf('<h1 id="top">Top</h1><p><a href="#top">Up</a></p>')
    expect(unit.pages[0]!.links).toMatchObject([{anchor: 'top', contents: 'Up'}])
  })

  it('that lead nowhere are faults', async () => {
    const unit = await unitOf('<p lang="en-x-as-1a">A <a href="#nowhere">dead end</a></p>')
    expect(unit.faults).toEqual([{kind: 'link-unprinted', detail: 'dead end', block: '1a'}])
  })

  it('of nothing that is read are faults', async () => {
    const unit = await unitOf(`<p lang="en-x-as-1a"><a href="https://example.org/"><img src="${pixel}" alt="" width="20" height="20"></a> Words</p>`)
    expect(unit.faults).toEqual([{kind: 'link-unprinted', detail: 'https://example.org/', block: '1a'}])
    expect(unit.pages[0]!.links).toEqual([])
  })
})

describe('anchors', () => {
  it('stand where they are printed, whatever the margins of their page', async () => {
    const unit = await unitOf('<h1 id="first">First</h1><h1 id="second" style="break-before:page">Second</h1><p id="third" style="margin:20pt 0 0 30pt">Third</p>', '@page :first{margin:50pt 20pt 36pt 80pt}')
    const lines = (page: number) => [...content(unit, page).matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) Tm/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(unit.anchors.map(({id, page}) => [id, page])).toEqual([['first', 0], ['second', 1], ['third', 1]])
    const places: [number, number][] = [[80, 250], [36, 264], [66, 226]]
    unit.anchors.forEach(({xPt, yPt}, i) => {
      expect(Math.abs(xPt - places[i]![0])).toBeLessThan(1)
      expect(Math.abs(yPt - places[i]![1])).toBeLessThan(1)
    })
    expect(lines(0)).toHaveLength(1)
  })

  it('are given for ids anywhere: in lists, cells, lines and columns', async () => {
    const body = '<ul><li id="item">a</li></ul><table><tr><td id="cell">b</td></tr></table><p>c <em id="word">d</em></p><div style="columns:2"><p>e</p><p id="column" style="break-before:column">f</p></div>'
    const unit = await unitOf(body)
    expect(unit.anchors.map(({id}) => id)).toEqual(['cell', 'column', 'item', 'word'])
    const column = unit.anchors.find(({id}) => id === 'column')!
    expect(column.xPt).toBeGreaterThan(150)
  })
})

describe('faults', () => {
  it('are none on an ordinary page', async () => {
    const body = '<h1 id="a">Office ﬁrst</h1><p>Soft&shy;ly, and <em>don’t</em> “quote” — 12,5 % of 3 × 4…</p><ul><li>one</li></ul><ol><li>two</li></ol><table><tr><th>a</th></tr><tr><td>b</td></tr></table><pre><code>x = 1\n  y</code></pre>'
    expect((await unitOf(body.replace('ﬁ', 'fi'), 'em{font-style:normal}')).faults).toEqual([])
  })

  it('name a block that is wider than the page', async () => {
    const unit = await unitOf('<p style="width:800pt">Wide</p><p>Words</p>')
    expect(unit.faults).toEqual([{kind: 'too-wide', detail: expect.stringMatching(/^printed at \d\d %$/)}])
  })

  it('tell of fonts that Chromium can only draw, and what is set in them, with no other fault', async () => {
    const unit = await unitOf('<p lang="en-x-as-1a">Plain</p><p lang="en-x-as-2b" style="font:700 12pt Second">An office <em>drawn</em> bold</p><p>Words</p>')
    expect(new Set(kinds(unit))).toEqual(new Set(['type3-font']))
    expect(unit.faults[0]).toMatchObject({block: '2b', detail: expect.stringContaining('An office')})
  })

  it('tell of characters that no font has, where they are, with no other fault', async () => {
    const unit = await unitOf('<p lang="en-x-as-1a">Words</p><p lang="en-x-as-2b">No \u{10fffd} glyph, no \ue123 either</p><p>Words</p>')
    expect(unit.faults).toEqual([
      {kind: 'glyph-missing', block: '2b', detail: '\u{10fffd}'},
      {kind: 'glyph-missing', block: '2b', detail: '\ue123'}
    ])
  })

  it('tell of text that is not on the page, and of text that is in nothing but the page', async () => {
    const printed = await print('<p lang="en-x-as-1a">One paragraph.</p><p lang="en-x-as-2b">Another one.</p><p lang="en-x-as-3c">And the last.</p>')
    const longer = normalize({...printed, html: printed.html.replace('Another', 'Another, longer')})
    expect(longer.faults).toEqual([{kind: 'text-lost', block: '2b', detail: 'printed `Another one.` where the text says `Another, longer one. And the last.`'}])
    const shorter = normalize({...printed, html: printed.html.replace('Another one.', '')})
    expect(shorter.faults).toEqual([{kind: 'text-lost', block: '2b', detail: 'printed `Another one.` where the text says `And the last.`'}])
    const more = normalize({...printed, html: printed.html.replace('last.', 'last. Never printed.')})
    expect(more.faults).toEqual([{kind: 'text-lost', block: '3c', detail: '`Never printed.` was not printed'}])
  })

  it('tell of text that cannot be tagged, since it is see-through', async () => {
    const unit = await unitOf('<p lang="en-x-as-1a">Words.</p><p lang="en-x-as-2b" style="opacity:.5">Half seen.</p><p lang="en-x-as-3c">More words.</p>')
    expect(kinds(unit)).toEqual(['text-lost'])
    expect(all(unit.structure, 'P').map(({block, kids}) => [block, kids])).toEqual([
      ['1a', [{page: 0, mcid: 0}]],
      ['3c', [{page: 0, mcid: 1}]]
    ])
    expect(unit.shared.map(({text}) => text).join()).not.toContain('StructParents')
  })
})

describe('figures', () => {
  const drawing = (attributes: string, inside: string) =>
    `<p><img alt="A drawing" width="60" height="60" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"${attributes}>${inside}</svg>`)}"></p>`
  const rectangle = '<rect x="10" y="10" width="20" height="20" fill="red"/>'

  it.each<[string, string, string]>([
    ['plain', '', rectangle],
    ['see-through', ' opacity=".5"', rectangle],
    ['masked', '', `<mask id="m"><rect width="40" height="40" fill="white"/></mask><g mask="url(#m)">${rectangle}</g>`]
  ])('are as large as what they paint: %s', async (_, attributes, inside) => {
    const unit = await unitOf(drawing(attributes, inside))
    expect(unit.faults).toEqual([])
    const [figure] = all(unit.structure, 'Figure')
    expect(figure!.alt).toBe('A drawing')
    const [left = 0, bottom = 0, right = 0, top = 0] = figure!.bbox ?? []
    for (const [place, expected] of [[left, 47.25], [right, 69.75], [top - bottom, 22.5]] as const) expect(Math.abs(place - expected)).toBeLessThan(12)
  })
})

describe('resources', () => {
  it('carry the fonts that are used, each with its widths and texts', async () => {
    const unit = await unitOf('<p lang="en-x-as-1a">Sans</p><p style="font-family:Second" lang="en-x-as-2b">office</p>')
    expect(unit.fonts.map(({name, firstBlock}) => [name, firstBlock])).toEqual([
      ['AtkinsonHyperlegibleNext-Regular', '1a'],
      ['SourceSerif4-Regular', '2b']
    ])
    expect(unit.fonts[1]!.texts.map(([, text]) => text).sort()).toEqual(['c', 'e', 'ffi', 'o'])
    for (const {widths, texts} of unit.fonts) for (const [glyph] of texts) expect(widths.find(([id]) => id === glyph)?.[1]).toBeGreaterThan(0)
  })

  it('are the same, byte for byte, for another print of the same page', async () => {
    const body = '<h1 id="a">Title</h1><table><tr><th>a</th></tr><tr><td>b</td></tr></table><p style="background:linear-gradient(red,blue)">Painted</p>'
    const first = await unitOf(body)
    await unitOf('<p id="between">Another page, to make ids go on.</p>')
    expect(await unitOf(body)).toEqual(first)
  })
})
