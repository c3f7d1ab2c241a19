// A book assembled from units made by hand, read back with qpdf and pdf.js.

import {describe, expect, it} from 'vitest'
import {assemble, type AssemblyInput} from '../../scripts/assemble/assemble.ts'
import type {PrintedUnit, StructElement} from '../../scripts/assemble/printed-unit.ts'
import type {PdfReading} from '../support/read-pdf.ts'
import {readPdf} from '../support/read-pdf.ts'
import {qpdfComplaints} from '../support/qpdf.ts'
import {everyElement} from '../support/structure.ts'
import {hexOf, planUnits, smallPage, smallUnit, specimen} from './small-printed-unit.ts'

const metadata = {title: 'Small', authors: ['Tests'], keywords: [], language: 'en', date: new Date(0), producer: 'Tests'}

function inputOf(units: readonly PrintedUnit[], given: Partial<AssemblyInput> = {}): AssemblyInput {
  return {
    units,
    specimen,
    pageMap: planUnits(units),
    outline: units.map(({id}) => ({id, title: `Title of ${id}`, children: []})),
    metadata,
    headingAnchor: (unit, block) => (block === 'h' ? unit : undefined),
    ...given
  }
}

async function read(units: readonly PrintedUnit[], given?: Partial<AssemblyInput>): Promise<PdfReading> {
  const pdf = assemble(inputOf(units, given))
  expect(await qpdfComplaints(pdf)).toEqual([])
  return readPdf(pdf)
}

/** A slot of three digits at the place of the first `A` of a page's text. */
function slotted(anchor: string, align: 'start' | 'end' = 'start'): ReturnType<typeof smallPage> {
  const {page, content} = smallPage('A')
  const offset = content.indexOf('EMC')
  return {content, page: {...page, slots: [{anchor, offset, align, font: 'F1', text: '000', size: 12, matrix: [1, 0, 0, 1, 100, 250], width: 18, unitPt: 0.75}]}}
}

const linked = (anchor: string, contents = 'Words') => smallPage('A', {links: [{rect: [36, 246, 60, 262], anchor, contents}]})
const linkStructure: StructElement[] = [{role: 'H1', block: 'h', kids: [{role: 'Link', kids: [{page: 0, mcid: 0}, {page: 0, link: 0}]}]}]
const contentOf = ({objects, pages}: PdfReading, index: number) => {
  const contents = pages[index]!.dictionary['/Contents']!
  return (Array.isArray(contents) ? contents : [contents]).map(reference => objects.stream(reference)!.toString('latin1')).join('')
}

describe('assemble: pages', () => {
  it('have their size, their label and their text, in order', async () => {
    const {pages, pdfjs} = await read([smallUnit('one', [smallPage('1'), smallPage('2')]), smallUnit('two', [smallPage('3', {widthPt: 300, heightPt: 420.5})])])
    expect(pages.map(({widthPt, heightPt, label}) => [widthPt, heightPt, label])).toEqual([[400, 300, '1'], [400, 300, '2'], [300, 420.5, '3']])
    expect(pdfjs.text.map(texts => [...texts.values()].join(''))).toEqual(['1', '2', '3'])
  })

  it('are blank where the map says so, and of the size of the page before', async () => {
    const units = [smallUnit('one', [smallPage('1', {widthPt: 300})]), smallUnit('two', [smallPage('2')])]
    const {pages} = await read(units, {pageMap: planUnits(units, {start: 'recto'})})
    expect(pages.map(({label}) => label)).toEqual(['1', '2', '3'])
    expect(pages[1]).toMatchObject({widthPt: 300, heightPt: 300, annotations: []})
    expect(pages[1]!.dictionary).not.toHaveProperty('/Contents')
  })

  it('are found in a tree of many', async () => {
    const {pages} = await read([smallUnit('one', Array.from({length: 100}, () => smallPage('1')))])
    expect(pages.map(({label}) => label)).toEqual(Array.from({length: 100}, (_, i) => String(i + 1)))
  })

  it('refuse a map that does not have the unit', () => {
    const units = [smallUnit('one', [smallPage('1')]), smallUnit('two', [smallPage('1')])]
    expect(() => assemble(inputOf(units, {pageMap: planUnits(units.slice(0, 1)), outline: []}))).toThrow('Unexpected unit `two` without a page in the page map')
  })
})

describe('assemble: page numbers', () => {
  const far = [smallUnit('one', [slotted('two')]), smallUnit('two', Array.from({length: 12}, () => smallPage('1')), {anchors: [{id: 'two', page: 10, xPt: 1, yPt: 2}]})]

  it('are written into their slots', async () => {
    const content = contentOf(await read(far, {outline: []}), 0)
    expect(content).toContain(`1 0 0 1 100 250 Tm\n<${hexOf('12')}>Tj\n`)
  })

  it('are set flush with the end of a slot that asks for it', async () => {
    const [, two] = far
    const content = contentOf(await read([smallUnit('one', [slotted('two', 'end')]), two!], {outline: []}), 0)
    expect(content).toContain(`1 0 0 1 106 250 Tm\n<${hexOf('12')}>Tj\n`)
  })

  it('are written on every page that has a folio, as artifacts', async () => {
    const folio = {font: 'F1', text: '0000000', size: 10, matrix: [1, 0, 0, 1, 200, 20], width: 35, align: 'center', state: '1 0 0 1 0 0 cm\n', yPt: 20} as const
    const reading = await read([smallUnit('one', [smallPage('1', {folio}), smallPage('2')])])
    expect(contentOf(reading, 0)).toContain(`/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\nq\n1 0 0 1 0 0 cm\nBT\n/F1 10 Tf\n1 0 0 1 215 20 Tm\n<${hexOf('1')}>Tj\nET\nQ\nEMC\n`)
    expect(contentOf(reading, 1)).not.toContain('/Artifact')
  })

  it('refuse a label that is wider than its slot', () => {
    const units = [smallUnit('one', [slotted('two')]), smallUnit('two', Array.from({length: 1000}, () => smallPage('1')), {anchors: [{id: 'two', page: 999, xPt: 1, yPt: 2}]})]
    expect(() => assemble(inputOf(units, {outline: []}))).toThrow('Unexpected page number `1001`, expected one no wider than `000`')
  })

  it('refuse an anchor that no page has', () => {
    expect(() => assemble(inputOf([smallUnit('one', [slotted('lost')])]))).toThrow('Unexpected link to `lost`, expected an anchor that some page has')
  })
})

describe('assemble: links', () => {
  it('lead to anchors of other units', async () => {
    const {pages, destinations} = await read([
      smallUnit('one', [linked('two')], {structure: linkStructure}),
      smallUnit('two', [smallPage('1'), smallPage('2')], {anchors: [{id: 'two', page: 1, xPt: 36, yPt: 200.25}]})
    ], {outline: []})
    expect(pages[0]!.annotations).toMatchObject([{subtype: 'Link', target: {name: 'two'}, contents: 'Words', area: {leftPt: 36, bottomPt: 246, rightPt: 60, topPt: 262}}])
    expect(destinations.get('two')).toEqual({pageIndex: 2, leftPt: 36, topPt: 200.25})
  })

  it('lead out of the book', async () => {
    const page = smallPage('A', {links: [{rect: [0, 0, 9, 9], uri: 'https://example.org/(a)?b\\c', contents: 'Out'}]})
    const {pages} = await read([smallUnit('one', [page], {structure: linkStructure})])
    expect(pages[0]!.annotations[0]!.target).toEqual({uri: 'https://example.org/(a)?b\\c'})
  })

  it('say the page’s label where its number stood, whatever the label', async () => {
    const units = [smallUnit('one', [linked('two', 'See (page \u0001)')], {structure: linkStructure}), smallUnit('two', [smallPage('1')])]
    const pageMap = planUnits(units)
    const {pages} = await read(units, {pageMap: {...pageMap, pages: pageMap.pages.map(page => ({...page, label: page.unit === 'two' ? 'Cost $& more' : page.label}))}})
    expect(pages[0]!.annotations[0]!.contents).toBe('See (page Cost $& more)')
  })

  it('move with the text behind a narrow page number', async () => {
    const one = slotted('two')
    const rect = [36, 246, 60, 262]
    const links = [{rect, anchor: 'two', contents: 'A', slotsBefore: {left: [], right: [0]}}, {rect, anchor: 'two', contents: 'B', slotsBefore: {left: [0], right: [0]}}]
    const structure: StructElement[] = [{role: 'P', kids: [{page: 0, mcid: 0}, {role: 'Link', kids: [{page: 0, link: 0}, {page: 0, link: 1}]}]}]
    const {pages} = await read([smallUnit('one', [{...one, page: {...one.page, links}}], {structure}), smallUnit('two', [smallPage('1')])], {outline: []})
    expect(pages[0]!.annotations.map(({area}) => [area.leftPt, area.rightPt])).toEqual([[36, 51], [27, 51]])
  })

  it('refuse an anchor that no page has', () => {
    expect(() => assemble(inputOf([smallUnit('one', [linked('lost')], {structure: linkStructure})]))).toThrow('Unexpected link to `lost`, expected an anchor that some page has')
  })
})

describe('assemble: structure', () => {
  it('is one tree, with every mark and annotation under its element', async () => {
    const structure: StructElement[] = [
      {role: 'H1', block: 'h', kids: [{page: 0, mcid: 0}], lang: 'fr'},
      {role: 'P', kids: [{page: 1, mcid: 0}, {page: 2, mcid: 0}, {role: 'Link', kids: [{page: 1, link: 0}]}]}
    ]
    const link = smallPage('2', {links: [{rect: [0, 0, 9, 9], anchor: 'one', contents: 'Up'}]})
    const reading = await read([smallUnit('zero', [smallPage('0')]), smallUnit('one', [smallPage('1'), link, smallPage('3')], {structure})])
    const {elements, parentTree} = reading.structure
    expect(elements.map(({role}) => role)).toEqual(['Document'])
    const claimed = new Map<string, string>()
    for (const element of everyElement(elements)) {
      for (const kid of element.kids) {
        if (kid.kind === 'marked') claimed.set(`${kid.page} ${kid.mcid}`, element.reference)
        if (kid.kind === 'object') claimed.set(kid.object, element.reference)
        if (kid.kind === 'element') expect(kid.statedParent).toBe(element.reference)
      }
    }
    expect(claimed.size).toBe(5)
    for (const {reference, structParents, annotations} of reading.pages) {
      expect(parentTree.get(structParents!)).toEqual([claimed.get(`${reference} 0`)])
      for (const annotation of annotations) expect(parentTree.get(annotation.structParent!)).toBe(claimed.get(annotation.reference))
    }
    expect(parentTree.size).toBe(5)
    expect([...everyElement(elements)].find(({role, language}) => role === 'H1' && language === 'fr')).toBeDefined()
  })

  it('keeps what elements say, and finds them by id', async () => {
    const structure: StructElement[] = [
      {role: 'Figure', alt: 'A square (small)', bbox: [1, 2, 30, 40.5], kids: [{page: 0, mcid: 0}]},
      {role: 'TH', id: 'one-th-1', attributes: ['<</O/Table/Scope/Column>>'], kids: []},
      {role: 'Note', id: 'one-note-1', actualText: 'Über', expansion: 'Full', kids: []}
    ]
    const {structure: tree} = await read([smallUnit('one', [smallPage('1')], {structure})])
    const byRole = new Map([...everyElement(tree.elements)].map(element => [element.role, element]))
    expect(byRole.get('Figure')).toMatchObject({alt: 'A square (small)'})
    expect(Object.fromEntries(byRole.get('Figure')!.attributes)).toEqual({'Layout/BBox': [1, 2, 30, 40.5]})
    expect(Object.fromEntries(byRole.get('TH')!.attributes)).toEqual({'Table/Scope': '/Column'})
    expect(byRole.get('Note')).toMatchObject({actualText: 'Über', expansion: 'Full'})
    expect([...tree.ids]).toEqual([['one-note-1', byRole.get('Note')!.reference], ['one-th-1', byRole.get('TH')!.reference]])
  })

  it('is where the outline leads, too', async () => {
    const {objects, structure, outline} = await read([smallUnit('one', [smallPage('1')]), smallUnit('two', [smallPage('2')])])
    expect(outline.map(({title, destination}) => [title, destination?.pageIndex])).toEqual([['Title of one', 0], ['Title of two', 1]])
    const headings = [...everyElement(structure.elements)].filter(({role}) => role === 'H1').map(({reference}) => reference)
    const first = objects.dictionary(objects.dictionary(objects.catalog['/Outlines'])!['/First'])!
    expect([first['/SE'], objects.dictionary(first['/Next'])!['/SE']]).toEqual(headings)
  })

  it('refuses an outline that leads nowhere', () => {
    expect(() => assemble(inputOf([smallUnit('one', [smallPage('1')])], {outline: [{id: 'lost', title: 'Lost', children: []}]}))).toThrow('Unexpected link to `lost`')
  })
})

describe('assemble: fonts and resources', () => {
  it('writes a face once, with every unit’s glyphs', async () => {
    const {objects, pages, pdfjs} = await read([smallUnit('one', [smallPage('1')], {}, '1'), smallUnit('two', [smallPage('2')], {}, '2'), smallUnit('three', [smallPage('AB')], {}, 'AB')])
    const fonts = pages.map(({dictionary}) => objects.dictionary(objects.dictionary(dictionary['/Resources'])!['/Font'])!['/F1'])
    expect(new Set(fonts).size).toBe(1)
    expect(pdfjs.text.map(texts => [...texts.values()].join(''))).toEqual(['1', '2', 'AB'])
  })

  it('writes an object once that several units share', async () => {
    const image = {hash: 'a'.repeat(32), text: `<</Subtype/Form/BBox[0 0 1 1]/Resources @${'b'.repeat(32)}@>>`, stream: 2}
    const shared = [image, {hash: 'b'.repeat(32), text: '<<>>'}]
    const page = () => smallPage('1', {resources: [['XObject', `/X5 @${image.hash}@`]]})
    const unit = (id: string) => {
      const made = smallUnit(id, [page()], {shared})
      return {...made, blobs: [...made.blobs, Buffer.from('0 0 1 1 re f')]}
    }
    const {objects, pages} = await read([unit('one'), unit('two')])
    const images = pages.map(({dictionary}) => objects.dictionary(objects.dictionary(dictionary['/Resources'])!['/XObject'])!['/X5'])
    expect(new Set(images).size).toBe(1)
    expect(objects.stream(images[0])!.toString()).toBe('0 0 1 1 re f')
    expect(objects.dictionary(objects.dictionary(images[0])!['/Resources'])).toEqual({})
  })
})

describe('assemble: the document', () => {
  it('says what it is', async () => {
    const {objects} = await read([smallUnit('one', [smallPage('1')])])
    const {catalog} = objects
    expect(objects.string(catalog['/Lang'])).toBe('en')
    expect(objects.dictionary(catalog['/MarkInfo'])).toEqual({'/Marked': true})
    expect(objects.dictionary(catalog['/ViewerPreferences'])).toEqual({'/DisplayDocTitle': true})
    expect(objects.stream(catalog['/Metadata'])!.toString()).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(objects.string(objects.dictionary(objects.trailer['/Info'])!['/Title'])).toBe('Small')
  })

  it('is the same, byte for byte, however often it is assembled', () => {
    const units = [smallUnit('one', [linked('two'), slotted('two')], {structure: linkStructure}), smallUnit('two', [smallPage('1')])]
    expect(assemble(inputOf(units))).toEqual(assemble(inputOf(structuredClone(units))))
  })
})
