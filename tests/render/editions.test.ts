// Tests of render: what editions have for themselves, and what leads to things that an edition leaves out.

import {expect, test} from 'vitest'
import {readBook} from '../../scripts/read/read-book.ts'
import {nameOfEdition} from '../../scripts/book/edition-of.ts'
import {memoryFiles, told} from '../read/memory-files.ts'
import {renderFiles} from './render-files.ts'

const bookYaml = [
  'title: Test book',
  'language: en',
  'sections: [a, b]',
  'editions:',
  '  fixed: {variables: {site: drop-in}}',
  '  mobile: {title: On the move, variables: {site: van}}'
].join('\n')
const files = {
  'book.yaml': bookYaml,
  'sections/a.md': '# Open the :var[site]:only[ again]{edition=mobile}\n\n## The :var[site]\n\nOur :var[site]. See :ref[a].\n',
  'sections/b.md': '# B\n\nText.\n'
}

test('a word of the edition stands in text, headings and titles', () => {
  const fixed = renderFiles(files)
  expect(fixed.messages).toEqual([])
  expect(fixed.main('a')).toContain('Open the drop-in</h1>\n<h2 id="a--the-site">The drop-in</h2>\n<p>Our drop-in. See ')
  expect(fixed.main('contents')).toContain('Open the drop-in')
  const mobile = renderFiles(files, {edition: 'mobile'})
  expect(mobile.main('a')).toContain('Open the van again</h1>\n<h2 id="a--the-site">The van</h2>\n<p>Our van. See ')
  expect(mobile.main('a')).toContain('<span class="cross-reference-title">Open the van again</span>')
  expect(mobile.renderer.outline.map(({title}) => title)).toContain('Open the van again')
})

test('a word that an edition lacks', () => {
  const {messages} = readBook(memoryFiles({...files, 'book.yaml': bookYaml.replace('{site: drop-in}', '{sit: drop-in}')}))
  expect(messages.map(told)).toEqual([
    'book.yaml:5:3-5:8 error variable-missing: Unexpected edition `fixed` without the word `site`, expected the words that `mobile` has\n  hint: add `site: …` under `variables` of `fixed`',
    'book.yaml:6:3-6:9 error variable-missing: Unexpected edition `mobile` without the word `sit`, expected the words that `fixed` has\n  hint: add `sit: …` under `variables` of `mobile`'
  ])
  expect(renderFiles({...files, 'sections/b.md': '# B\n\n:var[sites]\n'}).messages).toEqual([
    'sections/b.md:3:1 error variable-unknown Unexpected `:var[sites]`, expected a name under `variables` of `fixed` in `book.yaml`'
  ])
})

test('what leads to something that the edition leaves out names both places', () => {
  const book = {
    ...files,
    'sections/b.md': '---\neditions: [mobile]\n---\n# Park\n\n## Where {#where}\n\nText.\n',
    'sections/a.md': '# A\n\n:ref[b], :ref[where], [there](b.md), [parking](#where) and :ref[gone].\n\n::::only{edition=mobile}\n:::callout[Tip]{#gone}\nText.\n:::\n::::\n'
  }
  const {renderer, messages} = renderFiles(book)
  const expected = 'expected something that the edition `fixed` carries'
  expect(messages).toEqual([
    `sections/a.md:3:1 error reference-left-out Unexpected cross-reference \`b\`, ${expected}`,
    `sections/a.md:3:10 error reference-left-out Unexpected cross-reference \`where\`, ${expected}`,
    `sections/a.md:3:23 error reference-left-out Unexpected link to \`b.md\`, ${expected}`,
    `sections/a.md:3:38 error reference-left-out Unexpected link to \`#where\`, ${expected}`,
    `sections/a.md:3:60 error reference-left-out Unexpected cross-reference \`gone\`, ${expected}`
  ])
  expect(renderer.messages.map(({note}) => note?.split(';')[0])).toEqual([
    'it stands at sections/b.md:1, which is kept for `mobile`',
    'it stands at sections/b.md:6, which is kept for `mobile`',
    'it stands at sections/b.md:1, which is kept for `mobile`',
    'it stands at sections/b.md:6, which is kept for `mobile`',
    'it stands at sections/a.md:6'
  ])
  expect(renderFiles(book, {edition: 'mobile'}).messages).toEqual([])
})

test('what the book has nowhere is unknown, and not left out', () => {
  const book = {...files, 'sections/b.md': '# Park\n\nText.\n', 'sections/a.md': '# A\n\n:ref[b--gone] and [there](#b--gone).\n'}
  expect(renderFiles(book).messages.map(message => message.split(' ')[2])).toEqual(['reference-unknown', 'link-unknown'])
})

test('products of an edition have a name of their own', () => {
  const name = (yaml: string, edition?: string) => nameOfEdition(readBook(memoryFiles({'book.yaml': `title: T\nname: hacks\n${yaml}`})).book, edition)
  expect(name('')).toBe('hacks')
  expect(name('editions: {fixed: , mobile: }', 'fixed')).toBe('hacks')
  expect(name('editions: {fixed: , mobile: }', 'mobile')).toBe('hacks-mobile')
  expect(name('editions: {hacks: , hacks-in-motion: }', 'hacks-in-motion')).toBe('hacks-in-motion')
  expect(name('editions: {fixed: , mobile: {name: vans}}', 'mobile')).toBe('vans')
})
