// Whole books, from Markdown to PDF: every one keeps every invariant.

import {describe, expect, it} from 'vitest'
import {examine, openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {printedFolios} from '../support/invariants/folios.ts'

describe('the stock book', () => {
  it('reads, is tagged, outlined and paged as its golden files say', async () => {
    const book = openTestBook('stock')
    const build = await book.build()
    expect(build.diagnostics.map(String)).toEqual([])
    const {reading, faults} = await examine(book, build)
    expect(faults).toEqual([])
    const {pages, tags, outline, text} = await describePdf(reading)
    const golden = new URL('../fixtures/books/stock-expected/', import.meta.url).pathname
    await expect(pages).toMatchFileSnapshot(`${golden}pages.yaml`)
    await expect(tags).toMatchFileSnapshot(`${golden}tags.txt`)
    await expect(outline).toMatchFileSnapshot(`${golden}outline.txt`)
    await expect(text).toMatchFileSnapshot(`${golden}text.txt`)
  })

  it('fits A4 as well', async () => {
    const book = openTestBook('stock')
    const {reading, faults} = await examine(book, await book.build({paper: 'a4'}))
    expect(faults).toEqual([])
    expect(new Set(reading.pages.map(({widthPt, heightPt}) => `${widthPt.toFixed(0)} x ${heightPt.toFixed(0)}`))).toEqual(new Set(['595 x 842']))
  })

  it('builds the other edition with its own passages', async () => {
    const book = openTestBook('stock')
    const build = await book.build({edition: 'field'})
    const {reading, faults} = await examine(book, build, 'field')
    expect(faults).toEqual([])
    const {text} = await describePdf(reading)
    expect(text).toContain('In the field, step aside.')
    expect(text).not.toContain('At the desk, sit down.')
  })
})

describe('a folder of somebody’s Markdown', () => {
  it('builds in the order of its file names, with a warning for what looks like a block of ours', async () => {
    const book = openTestBook('plain-folder')
    const build = await book.build()
    expect(build.ok).toBe(true)
    expect(build.diagnostics.map(({ruleId, line}) => `${ruleId} ${line}`)).toEqual(['directive-unknown 6'])
    const {reading, faults} = await examine(book, build)
    expect(faults).toEqual([])
    expect((await describePdf(reading)).text).toContain('Prose has colons: 10:30, a:b, std::io, :smile:, ::before, http://example.org/x:y. Also :tada[party]{now}.')
    const titles = reading.outline.map(({title}) => title)
    expect(titles.filter((title) => /chapter$|^Tenth|^No title/.test(title))).toEqual(['First chapter', 'No title here, only a part', 'Tenth, sorted as a number'])
  })

  it('follows SUMMARY.md', async () => {
    const book = openTestBook('summary')
    const build = await book.build()
    expect(build.ok).toBe(true)
    const {reading, faults} = await examine(book, build)
    expect(faults).toEqual([])
    expect(reading.outline.map(({title, level}) => `${level} ${title}`).slice(2)).toEqual(
      ['1 Before you start', '1 Part one', '2 Zebra first', '3 Inside the zebra', '2 Apple second', '1 After all']
    )
  })

  it('makes a book of one short file', async () => {
    const book = openTestBook('empty', {'note.md': 'Just a line.\n'})
    const {reading, faults} = await examine(book, await book.build())
    expect(faults).toEqual([])
    expect((await describePdf(reading)).text).toContain('Just a line.')
  })
})

describe('pages', () => {
  it('start sections on right-hand pages, with blanks that are counted, and label every page as it is numbered', async () => {
    const book = openTestBook('stock')
    const build = await book.build()
    const {reading, faults} = await examine(book, build)
    expect(faults).toEqual([])
    const pages = build.pageMap!.pages
    const sections = ['welcome', 'hacks', 'forms', 'last-words'].map((anchor) => build.pageMap!.anchors.get(anchor)!)
    expect(sections.map((index) => pages[index]!.side)).toEqual(Array(4).fill('recto'))
    for (const {index, blank, folio} of pages) expect(printedFolios(reading.pages[index]!)).toEqual(blank || folio === undefined ? [] : [folio])
    expect(pages.some(({blank}) => blank)).toBe(true)
    expect(pages[sections[0]!]!.label).toMatch(/^[ivx]+$/)
    expect(pages[sections[1]!]!.label).toBe('1')
  })

  it('have no blanks on a screen', async () => {
    const book = openTestBook('stock')
    const build = await book.build({profile: 'screen'})
    expect(build.pageMap!.pages.filter(({blank}) => blank)).toEqual([])
    expect((await examine(book, build)).faults).toEqual([])
  })

  it('settle when references change how many digits they have', async () => {
    const filler = Array.from({length: 16}, (_, index) => `## Part ${index}\n\n${'Many words make a long page. '.repeat(110)}\n`).join('\n')
    const book = openTestBook('empty', {
      'book.yaml': 'title: Growing\nlanguage: en\n',
      'sections/a.md': `# A\n\nSee :ref[c], :ref[b] and [the last part](b.md#part-15).\n\n${filler}`,
      'sections/b.md': `# B\n\nSee :ref[a].\n\n${filler}`,
      'sections/c.md': '# C\n\nThe end.\n'
    })
    const {reading, faults} = await examine(book, await book.build())
    expect(faults).toEqual([])
    expect((await describePdf(reading)).text).toMatch(/See C \(page \d\d\), B \(page \d\d\) and the last part \(page \d\d\)\./)
  })
})
