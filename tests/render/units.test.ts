// Tests of render: what a unit's document carries besides its words.

import {describe, expect, test} from 'vitest'
import {parseStructureKey} from '../../scripts/render/structure-key.ts'
import {randomNumbers} from './random-text.ts'
import {renderFiles} from './render-files.ts'

const book = {
  'book.yaml':
    'title: Making room\nlanguage: en-US\npublishers: [A, B]\nfunder: F\nfront-matter: [about]\nsections: [rooms, last]\nback-matter: [end]\n',
  'sections/about.md': '# About\n\nSee :ref[rooms] and :ref[end].\n',
  'sections/rooms/index.md': '# Rooms\n\nFirst[^1].\n\n[^1]: Note.\n',
  'sections/rooms/door.md': '# Door\n\n## Open\n\nText.\n',
  'sections/rooms/halls/index.md': '# Halls\n\nText.\n',
  'sections/rooms/halls/long.md': '# Long\n\nText.\n',
  'sections/rooms/window.md': '# Window\n\n:::callout[Look]{lang=es}\nMira.\n\n- uno\n:::\n',
  'sections/last.md': '# Last\n\nText.\n',
  'sections/end.md': '# End\n\nText.\n'
}

describe('a book', () => {
  const {renderer, unit} = renderFiles(book)

  test('is planned as units: its own pages, entries of its order, and categories inside them', () => {
    expect(renderer.plans.map(({id, numbering}) => `${id} ${numbering}`)).toEqual([
      'cover none',
      'title-page none',
      'copyright none',
      'contents roman',
      'about roman',
      'rooms arabic',
      'halls arabic',
      'last arabic',
      'end arabic'
    ])
    expect([...unit('rooms').anchors]).toEqual(['rooms', 'rooms--note-1', 'rooms--note-1-ref-1', 'door', 'door--open'])
    expect([...unit('halls').anchors]).toEqual(['halls', 'long', 'window'])
  })

  test('has an outline of all its headings', () => {
    expect(renderer.outline.map(({title, children}) => [title, children.map(child => child.title)])).toEqual([
      ['Making room', []],
      ['Contents', []],
      ['About', []],
      ['Rooms', ['Door', 'Halls', 'Window']],
      ['Last', []],
      ['End', []]
    ])
  })

  test('has contents with a slot of four figures for each section', () => {
    const {html, references} = unit('contents')
    expect(html.match(/<span class="page-number" id="x\.\d+" lang="en-US-x-folioend">0000<\/span>/g)).toHaveLength(8)
    expect(references.map(({anchor}) => anchor)).toEqual(['about', 'rooms', 'door', 'halls', 'long', 'window', 'last', 'end'])
  })

  test('says on its own pages who made it', () => {
    expect(unit('copyright').html).toContain('<p class="copyright-funder"><strong>Funded by</strong> F</p>')
    expect(unit('cover').html).toContain('<h1 class="cover-title cover-title-short" id="_cover" lang="en-US-x-as-0">Making room</h1>')
  })
})

describe('a unit', () => {
  const {renderer, unit} = renderFiles(book)

  test('is a document with a hidden link to each of its anchors and the words of its running heads', () => {
    const {html} = unit('last')
    expect(html.slice(0, html.indexOf('<style>\n'))).toBe(
      '<!doctype html>\n<html lang="en-US" class="profile-print hue-2" style="--tab:1;--tabs:2">\n<head>\n<meta charset="utf-8">\n<title>Last</title>\n<style>@media screen{html{display:none}}@page{@top-left{content:"Making room"}@top-right{content:"Last"}@right-top{content:"Last"}}</style>\n'
    )
    expect(html.slice(html.indexOf('</head>'))).toBe(
      '</head>\n<body class="unit unit-body">\n<nav hidden><a href="#last"></a></nav>\n<main>\n<section class="section section-depth-0 hue-2" lang="en-US-x-sect">\n<h1 id="last" class="section-title" lang="en-US-x-as-0">Last</h1>\n<p lang="en-US-x-as-1">Text.</p>\n</section>\n</main>\n</body>\n</html>\n'
    )
  })

  test('leads every key in its HTML back to a line', () => {
    const {html, blocks} = unit('halls')
    const keys = [...html.matchAll(/ lang="([^"]*)"/g)].map(([, lang]) => parseStructureKey(lang!).key).filter(key => key !== undefined)
    expect(keys).toEqual(Object.keys(blocks))
    expect(
      Object.values(blocks).map(({kind, place, id}) => `${place.file}:${place.line}:${place.column} ${kind} ${id ?? ''}`.trim())
    ).toEqual([
      'sections/rooms/halls/index.md:1:1 heading halls',
      'sections/rooms/halls/index.md:3:1 paragraph',
      'sections/rooms/halls/long.md:1:1 heading long',
      'sections/rooms/halls/long.md:3:1 paragraph',
      'sections/rooms/window.md:1:1 heading window',
      'sections/rooms/window.md:3:1 callout',
      'sections/rooms/window.md:3:1 paragraph',
      'sections/rooms/window.md:4:1 paragraph',
      'sections/rooms/window.md:6:1 list-item'
    ])
  })

  test('says the language of a passage on each block in it', () => {
    expect(unit('halls').html.match(/ lang="es-x-[a-z]+/g)).toEqual([
      ' lang="es-x-aside',
      ' lang="es-x-as',
      ' lang="es-x-as',
      ' lang="es-x-as'
    ])
  })

  test('names the anchors that it refers to, with their places', () => {
    expect(unit('about').references).toEqual([
      {anchor: 'rooms', place: {file: 'sections/about.md', line: 3, column: 5}},
      {anchor: 'end', place: {file: 'sections/about.md', line: 3, column: 21}}
    ])
  })

  test('has slots of the shape of the labels, and is the same unit while they stay', () => {
    const plan = renderer.plans.find(({id}) => id === 'about')!
    const label = (rooms: string) => (anchor: string) => (anchor === 'rooms' ? rooms : 'xii')
    const first = renderer.renderUnit(plan, label('12'))
    expect(first.html.match(/folio">[^<]*/g)).toEqual(['folio">00', 'folio">xii'])
    expect(renderer.renderUnit(plan, label('99'))).toBe(first)
    expect(renderer.renderUnit(plan, label('100')).html.match(/folio">[^<]*/g)).toEqual(['folio">000', 'folio">xii'])
  })

  test('asks for its fonts by their content', () => {
    const {html, assets} = unit('last')
    expect(assets).toEqual([...renderer.assets.keys()])
    for (const url of assets) expect(html).toContain(url)
    expect(assets[0]).toMatch(/^https:\/\/book\.invalid\/asset\/[0-9a-f]{24}\.woff2$/)
  })
})

test.each([
  ['Space Hacks', 'cover-title cover-title-short', 'title-page-title title-page-title-short'],
  ['A longer title of words', 'cover-title', 'title-page-title'],
  ['mdBook Documentation', 'cover-title cover-title-long', 'title-page-title title-page-title-long']
])('the title %s is set in a size that fits', (title, onCover, onTitlePage) => {
  const {unit} = renderFiles({'book.yaml': `title: ${title}\nlanguage: en\n`, 'sections/a.md': '# A\n\nText.\n'})
  expect(unit('cover').html).toContain(`<h1 class="${onCover}"`)
  expect(unit('title-page').html).toContain(`<p class="${onTitlePage}"`)
})

test('print asks for no sign in colour, which every computer would take from a font of its own', () => {
  const {unit, renderer} = renderFiles({'book.yaml': 'title: Signs\nlanguage: en\n', 'sections/a.md': '# A \u26a0\ufe0f\n\nText \u26a0\ufe0f, `\u2764\ufe0f`, 1\ufe0f\u20e3.\n'})
  expect(unit('a').html).toContain('Text \u26a0, ')
  expect(unit('a').html).not.toContain('\ufe0f')
  expect(renderer.outline.map(({title}) => title)).toEqual(['Signs', 'Contents', 'A \u26a0'])
})

test('a section called like one of the book’s own pages has another unit', () => {
  const {renderer} = renderFiles({'book.yaml': 'title: T\nlanguage: en\n', 'sections/contents.md': '# Contents\n\nText.\n'})
  expect(renderer.plans.map(({id}) => id)).toEqual(['cover', 'title-page', 'contents', 'contents-section'])
})

test('the specimen shows the characters of page numbers in every face', () => {
  const {renderer} = renderFiles(book)
  expect(renderer.specimen().html).toContain(
    'style="font:normal 400 12pt/1.5 &#x22;Test&#x22;;font-variant-numeric:tabular-nums">0123456789ivxlcdm-</p>'.replaceAll(
      '&#x22;',
      '&#x22;'
    )
  )
})

test('by chance: levels never skip in what is printed, and each anchor is there once', () => {
  const random = randomNumbers(3)
  for (let round = 0; round < 60; round++) {
    const file = () =>
      Array.from(
        {length: random(8)},
        () => `${'#'.repeat(1 + random(6))} ${['One', 'Two', 'Über', '½', ':::', ''][random(6)]}\n\nText.\n`
      ).join('\n')
    const files = Object.fromEntries(
      ['a', 'b/index', 'b/c', 'b/d/index', 'b/d/e'].map(path => [`sections/${path}.md`, `${file()}\nEnd.\n`])
    )
    const {renderer, unit} = renderFiles({'book.yaml': 'title: T\nlanguage: en\n', ...files})
    const anchors: string[] = []
    for (const {id} of renderer.plans.slice(4)) {
      const {html, anchors: own, headings} = unit(id)
      anchors.push(...own)
      const levels = [...html.matchAll(/<h([1-6]) id="([^"]*)"/g)]
      expect(headings.map(heading => [String(heading.level), heading.id])).toEqual(levels.map(([, level, anchor]) => [level, anchor]))
      levels.reduce((last, [, level]) => {
        expect(Number(level)).toBeLessThanOrEqual(last + 1)
        return Number(level)
      }, 6)
      for (const anchor of own) {
        expect(anchor).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(html.split(` id="${anchor}"`)).toHaveLength(2)
      }
    }
    expect(new Set(anchors).size).toBe(anchors.length)
  }
})
