// Tests of render: words in the margins, and which sections have a tab.

import {expect, test} from 'vitest'
import {pageWords} from '../../scripts/render/page-words.ts'
import {renderFiles} from './render-files.ts'

test('with sides, the book is named on the left, the section on the right, and the tab stands outside on both', () => {
  expect(pageWords({book: 'B', section: 'S', tab: 'T', hasSides: true})).toBe(
    '@page:left{@top-left{content:"B"}@left-top{content:"T"}}@page:right{@top-right{content:"S"}@right-top{content:"T"}}'
  )
})

test('without sides, every page names both; without a tab there is none', () => {
  expect(pageWords({book: 'B', section: 'S', tab: undefined, hasSides: false})).toBe('@page{@top-left{content:"B"}@top-right{content:"S"}}')
})

test('tabs step down from section to section; front matter and short back matter have none', () => {
  const {unit} = renderFiles({
    'book.yaml': 'title: T\nlanguage: en\nfront-matter: [f]\nsections: [a, b]\nback-matter: [forms, z]\n',
    ...Object.fromEntries(['f', 'a', 'b', 'z'].map(name => [`sections/${name}.md`, `# ${name}\n\nText.\n`])),
    'sections/forms/index.md': '# Forms\n',
    'sections/forms/x.md': '# X\n\nText.\n'
  })
  const places = ['f', 'a', 'b', 'forms', 'z'].map(id => /<html[^>]*>/.exec(unit(id).html)?.[0])
  expect(places.map(html => /hue-\d/.exec(html ?? '')?.[0])).toEqual([undefined, 'hue-1', 'hue-2', 'hue-3', undefined])
  expect(places.map(html => /--tab:\d;--tabs:\d/.exec(html ?? '')?.[0])).toEqual([undefined, '--tab:0;--tabs:3', '--tab:1;--tabs:3', '--tab:2;--tabs:3', undefined])
  expect(unit('forms').html).toContain('<body class="unit unit-back part">')
})
