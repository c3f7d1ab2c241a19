// Tests of site: the page that a web site of a book opens with.

import {expect, test} from 'vitest'
import {readBook} from '../../scripts/read/read-book.ts'
import {landingPage, siteMark, type SiteFile} from '../../scripts/site/landing-page.ts'
import {memoryFiles, told} from '../read/memory-files.ts'
import {templates} from '../render/render-files.ts'

const bookYaml = 'title: Doors & more\nlanguage: en\nsubject: All about doors\nsections: [about, b]\neditions:\n  fixed: {}\n  mobile: {title: Doors on wheels, subtitle: For vans}\n'
const contents = {
  'book.yaml': `${bookYaml}site: [about]\n`,
  'quotes/calm.md': '---\nattribution: A voice\nsource: test\nconsent: test\n---\n\nBreathe in -- out.\n',
  'sections/about.md': '# About doors\n\nSee [below](#who) and :ref[b].\n\n## Who {#who}\n\n::quote[calm]\n',
  'sections/b.md': '# B\n\nText.\n'
}
const files: SiteFile[] = [
  {kind: 'pdf', name: 'doors.pdf', profile: 'print', edition: 'fixed', pages: 1, size: '10 kB'},
  {kind: 'html', name: 'doors.html', profile: 'print', edition: 'fixed', size: '20 kB'},
  {kind: 'pdf', name: 'doors-own.pdf', profile: 'own', edition: 'fixed', pages: 12, size: '1.6 MB'},
  {kind: 'pdf', name: 'doors-mobile.pdf', profile: 'print', edition: 'mobile', pages: 3, size: '11 kB'}
]

function landing(yaml: string, of: readonly SiteFile[] = files) {
  const source = memoryFiles({...contents, 'book.yaml': yaml})
  const {book, messages} = readBook(source)
  return {html: landingPage(book, of, {templates, figures: source}, '.own { color: black }'), messages: messages.map(told)}
}

test('each edition with its files, the one to read first', () => {
  const {html} = landing(contents['book.yaml'])
  expect(html.match(/<li[^]*?<\/li>/g)!.map(item => item.replace(/<a href="[^"]*" aria-label="([^"]*)">.*?<\/a>/, '$1').replace(/<[^>]*>/g, ''))).toEqual([
    'Read it or take it with you',
    'About doors',
    'Read on this screen, Doors &amp; more HTML, 20 kB',
    'Print on both sides, to bind, Doors &amp; more PDF, 1 page, 10 kB',
    'own, Doors &amp; more PDF, 12 pages, 1.6 MB',
    'Print on both sides, to bind, Doors on wheels PDF, 3 pages, 11 kB'
  ])
  expect(html).toContain('<h3>Doors on wheels</h3>\n<p>For vans</p>')
  expect(html).toContain(siteMark)
  expect(html).toContain('.own { color: black }')
})

test('sections that the book names, with links into the book where they lead out of the page', () => {
  const {html} = landing(contents['book.yaml'])
  expect(html).toContain('<h2 id="about" class="section-title">About doors</h2>')
  expect(html).not.toContain('<h1 id="about"')
  expect(html).toContain('<h3 id="who">Who</h3>')
  expect(html).toContain('href="#who"')
  expect(html).toContain('href="doors.html#b"')
  expect(html).toContain('<p>Breathe in -- out.</p>')
  expect(html).not.toContain('Text.')
})

test('what the page itself says of a book in Spanish is Spanish', () => {
  const {html} = landing(bookYaml.replace('language: en', 'language: es'))
  for (const words of ['En esta página', 'Leer o descargar', 'Leer en esta pantalla, ', 'PDF, 12 páginas, ', 'Ir al texto']) expect(html).toContain(words)
  expect(html).not.toMatch(/ pages?,|Print |Read /)
})

test('the contents of a book that names none', () => {
  const {html} = landing(bookYaml)
  expect(html).toContain('<li><a href="doors.html#about">About doors</a></li>\n<li><a href="doors.html#b">B</a></li>')
  expect(html).not.toContain('Breathe')
})

test('a section for the site that there is not, or not in the first edition', () => {
  const late = {...contents, 'book.yaml': `${bookYaml}site: [abuot, c]\n`, 'sections/c.md': '---\neditions: [mobile]\n---\n# C\n'}
  expect(readBook(memoryFiles(late)).messages.map(told).filter(message => message.includes('site-unknown'))).toEqual([
    'book.yaml:8:8-8:13 error site-unknown: Unexpected section `abuot` for the web site, expected one of the edition `fixed`\n  hint: the nearest is `about`',
    'book.yaml:8:15-8:16 error site-unknown: Unexpected section `c` for the web site, expected one of the edition `fixed`\n  hint: the nearest is `b`'
  ])
})
