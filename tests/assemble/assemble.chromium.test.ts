// Assembly end to end: hand-written units become one PDF that keeps every invariant, whatever the units hold.

import {describe, expect, it} from 'vitest'
import {assembleUnits, type WrittenUnit} from '../support/assemble-units.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {pagesOf} from '../support/pages-of.ts'
import {printedFolios} from '../support/invariants/folios.ts'
import {brokenInvariants} from '../support/pdf-invariants.ts'
import type {PdfReading} from '../support/read-pdf.ts'
import {readPdf} from '../support/read-pdf.ts'
import {everyElement, type StructureElement} from '../support/structure.ts'
import {oneLine, spokenText} from '../support/spoken-text.ts'

const heading = (id: string, title: string, key = '1'): string => `<h1 id="${id}" lang="en-x-as-${key}">${title}</h1>`
const reference = (anchor: string, title: string, slot: string, id: string): string =>
  `<a href="https://book.invalid/#${anchor}">${title} (page <span id="${id}" lang="en-x-folio">${slot}</span>)</a>`
const filler = (words: number): string => Array.from({length: words}, (_, index) => ['office', 'fluffy', 'quiet', 'staff', 'door', 'table'][index % 6]).join(' ')

async function assembled(units: readonly WrittenUnit[], titles: readonly [string, string][]): Promise<{reading: PdfReading; faults: string[]; printFaults: unknown[]; labels: string[]}> {
  const {pdf, pageMap, printed} = await assembleUnits(units, titles.map(([id, title]) => ({id, title, children: []})))
  const reading = await readPdf(pdf)
  return {
    reading,
    faults: await brokenInvariants(reading, {pages: pageMap.pages}),
    printFaults: printed.flatMap(({faults}) => faults),
    labels: reading.pages.map(({label}) => label)
  }
}

function elementsOf(reading: PdfReading, role: string): StructureElement[] {
  return [...everyElement(reading.structure.elements)].filter((element) => element.standardRole === role)
}

function textOf(reading: PdfReading, element: StructureElement): string {
  return oneLine(spokenText(reading, element))
}

describe('assemble', () => {
  it('makes a book of a unit of one page', async () => {
    const {reading, faults, labels} = await assembled([{id: 'one', body: `${heading('one', 'Only page')}<p>Short.</p>`}], [['one', 'Only page']])
    expect(faults).toEqual([])
    expect(labels).toEqual(['1'])
    expect((await describePdf(reading)).text).toBe('Only page\nShort.\n')
  })

  it('leaves out an outline without titles', async () => {
    const {reading, faults} = await assembled([{id: 'one', body: '<p>No heading here.</p>'}], [])
    expect(faults).toEqual([])
    expect(reading.objects.catalog).not.toHaveProperty('/Outlines')
  })

  it('numbers front matter in roman, starts the body on a right-hand page after a blank, and prints each label as the folio', async () => {
    const {reading, faults, labels} = await assembled([
      {id: 'cover', body: `${heading('cover', 'Cover')}`, numbering: 'none'},
      {id: 'preface', body: `${heading('preface', 'Preface')}<p>See ${reference('body', 'Body', '0', 's1')} and ${reference('preface', 'Preface', 'ii', 's2')}.</p>`, numbering: 'roman'},
      {id: 'body', body: `${heading('body', 'Body')}<p>Words.</p>`, start: 'recto'},
      {id: 'more', body: `${heading('more', 'More')}<p>Words.</p>`, start: 'recto'}
    ], [['cover', 'Cover'], ['preface', 'Preface'], ['body', 'Body'], ['more', 'More']])
    expect(faults).toEqual([])
    expect(labels).toEqual(['cover', 'ii', '1', '2', '3'])
    expect(reading.pages.map((page) => printedFolios(page))).toEqual([[], ['ii'], ['1'], [], ['3']])
    expect(reading.pages[3]?.content.painted).toEqual([])
    expect((await describePdf(reading)).text).toContain('See Body (page 1) and Preface (page ii).')
  })

  it('keeps a paragraph over three pages one element, with a space at every wrap', async () => {
    const words = filler(900)
    const {reading, faults} = await assembled([{id: 'long', body: `${heading('long', 'Long')}<p>${words}</p>`}], [['long', 'Long']])
    expect(faults).toEqual([])
    const [paragraph, ...others] = elementsOf(reading, 'P')
    expect(others).toEqual([])
    expect(pagesOf(reading, paragraph!).length).toBeGreaterThanOrEqual(3)
    expect(textOf(reading, paragraph!)).toBe(words)
  })

  it('adds no space where a long word is broken', async () => {
    const address = `https://example.org/${'a-very-long/'.repeat(20)}end`
    const {reading, faults} = await assembled([{id: 'long', body: `${heading('long', 'Long')}<p style="overflow-wrap:anywhere">Go to ${address} now.</p>`}], [['long', 'Long']])
    expect(faults).toEqual([])
    expect(textOf(reading, elementsOf(reading, 'P')[0]!)).toBe(`Go to ${address} now.`)
  })

  it('reads a repeated table head once', async () => {
    const rows = Array.from({length: 60}, (_, index) => `<tr><td>Sign ${index}</td><td>Step ${index}</td></tr>`).join('')
    const table = `<table><caption>Signs and steps</caption><thead><tr><th scope="col">Sign</th><th scope="col">Step</th></tr></thead><tbody>${rows}</tbody></table>`
    const {reading, faults} = await assembled([{id: 'table', body: `${heading('table', 'Table')}${table}`}], [['table', 'Table']])
    expect(faults).toEqual([])
    expect(reading.pages.length).toBeGreaterThanOrEqual(3)
    expect(elementsOf(reading, 'TH').map((header) => [textOf(reading, header), pagesOf(reading, header)])).toEqual([['Sign', [0]], ['Step', [0]]])
    const artifacts = reading.pages.slice(1).map(({content}) => content.painted.filter(({artifact}) => artifact !== undefined).map(({text}) => text).join(''))
    for (const text of artifacts) expect(text).toContain('SignStep')
  })

  it('makes a wrapped link one Link with an annotation on each line, and fills its page number', async () => {
    const {reading, faults} = await assembled([
      {id: 'one', body: `${heading('one', 'One')}<p>${filler(9)} ${reference('two', 'The second unit with a title that is long enough to wrap', '0', 's')} ${filler(9)}</p>`},
      {id: 'two', body: `${heading('two', 'The second unit with a title that is long enough to wrap')}<p>Words.</p>`}
    ], [['one', 'One'], ['two', 'The second unit with a title that is long enough to wrap']])
    expect(faults).toEqual([])
    const [link, ...others] = elementsOf(reading, 'Link')
    expect(others).toEqual([])
    const annotations = reading.pages[0]?.annotations ?? []
    expect(new Set(annotations.map(({area}) => Math.round(area.bottomPt))).size).toBeGreaterThan(1)
    expect(link!.kids.filter(({kind}) => kind === 'object')).toHaveLength(annotations.length)
    expect(textOf(reading, link!)).toBe('The second unit with a title that is long enough to wrap (page 2)')
    for (const {contents} of annotations) expect(contents).toBe('The second unit with a title that is long enough to wrap (page 2)')
  })

  it('keeps titles of any script in outline and destinations', async () => {
    const title = 'Cómo respirar: Übung № 3 — “ça va”'
    const {reading, faults} = await assembled([{id: 'one', body: `${heading('one', title)}<p>Words.</p>`}], [['one', title]])
    expect(faults).toEqual([])
    expect(reading.outline.map((entry) => entry.title)).toEqual([title])
  })

  it('puts the space of a line end back after a glyph that Chromium explains by ActualText', async () => {
    const words = Array.from({length: 120}, (_, index) => `the ${'dogs’ cats’ birds’'.split(' ')[index % 3]}`).join(' ')
    const {reading, faults} = await assembled([{id: 'one', body: `${heading('one', 'Apostrophes')}<p>${words}</p><p><em>${words}</em></p><p class="serif">${words}</p>`}], [['one', 'Apostrophes']])
    expect(faults).toEqual([])
    expect(elementsOf(reading, 'P').map((paragraph) => textOf(reading, paragraph))).toEqual([words, words, words])
  })

  it('puts the space of a line end back where no font has a space to paint', async () => {
    const {reading, faults} = await assembled([{id: 'one', body: '<h1 id="one" lang="en-x-as-1" style="width:1px">Some notes</h1>', numbering: 'none'}], [['one', 'Some notes']])
    expect(faults).toEqual([])
    expect(textOf(reading, elementsOf(reading, 'H1')[0]!)).toBe('Some notes')
  })

  it('reads ligatures as their letters', async () => {
    const words = 'office fluffy baffling affirm fjord waffle final flow'
    const {reading, faults} = await assembled([{id: 'one', body: `${heading('one', 'Ligatures')}<p>${words}</p>`}], [['one', 'Ligatures']])
    expect(faults).toEqual([])
    expect(textOf(reading, elementsOf(reading, 'P')[0]!)).toBe(words)
  })

  it('marks decoration as artifact: rules, backgrounds, generated content, hidden text', async () => {
    const body = `${heading('one', 'Decoration')}<hr><p style="background:#eee;border:1px solid;padding:4px">Boxed.</p>` +
      '<style>.dot::before{content:"\\2022  "}</style><p class="dot">After a dot.</p><p aria-hidden="true">Not spoken.</p>'
    const {reading, faults} = await assembled([{id: 'one', body}], [['one', 'Decoration']])
    expect(faults).toEqual([])
    expect((await describePdf(reading)).text).toBe('Decoration\nBoxed.\nAfter a dot.\n')
  })

  it('nests lists, notes and asides as the standard wants them', async () => {
    const body = `${heading('one', 'Nested')}<ul><li>One<ol><li>Deep</li></ol></li><li><p>Two</p><p>Still two</p></li></ul>` +
      '<aside lang="en-x-aside-1a"><p>Aside with <em>weight</em> and <strong>more</strong>.</p></aside>' +
      '<p lang="es-x-as-2b">Hola, <span id="x" lang="fr">merci</span>.</p>'
    const {reading, faults} = await assembled([{id: 'one', body}], [['one', 'Nested']])
    expect(faults).toEqual([])
    expect((await describePdf(reading)).tags).toMatchInlineSnapshot(`
      "Document
        H1
          page 0: "Nested"
        L List/ListNumbering=Disc
          LI
            Lbl actual="•"
              page 0: ""
            LBody
              page 0: "One"
              L List/ListNumbering=Decimal
                LI
                  Lbl
                    page 0: "1. "
                  LBody
                    page 0: "Deep"
          LI
            Lbl actual="•"
              page 0: ""
            LBody
              P
                page 0: "Two"
              P
                page 0: "Still two"
        Aside (Div)
          P
            page 0: "Aside with "
            Em (Span)
              page 0: "weight"
            page 0: " and "
            Strong (Span)
              page 0: "more"
            page 0: "."
        P lang="es"
          page 0: "Hola, "
          Span lang="fr"
            page 0: "merci"
          page 0: "."
      "
    `)
  })

  it('reports no fault of its own on any of this', async () => {
    const {printFaults} = await assembled([{id: 'one', body: `${heading('one', 'Plain')}<p>${filler(300)}</p>`}], [['one', 'Plain']])
    expect(printFaults).toEqual([])
  })
})
