// Tests of render: the subject index, on paper by page and on screens by section.

import {describe, expect, test} from 'vitest'
import {renderFiles, withoutKeys} from './render-files.ts'

const files = {
  'book.yaml': 'title: Test book\nlanguage: en\nsections: [a, b, c]\nback-matter: [index]\n',
  'sections/a.md': '---\nindex:\n  - waiting\n  - limits > saying no\n---\n# A\n\nThe :index[Limits] of :index[Öl & more].\n',
  'sections/b.md': '# B\n\n:index[Waiting] here.\n\n:index{as="limits > saying no; 10 minutes"}\n',
  'sections/c.md': '# C\n\nNo :index[zebra], no :index[zebra].\n',
  'sections/index.md': '# Index\n\n::index\n'
}

/** The index as text, when anchors stand on these pages. */
function indexOn(pages: Record<string, number>, isRoman = false): string {
  const {renderer, messages} = renderFiles(files)
  expect(messages).toEqual([])
  const plan = renderer.plans.find(({id}) => id === 'index')!
  expect(plan.followsPages).toBe(true)
  const label = (index: number) => (isRoman && index < 3 ? ['i', 'ii', 'iii'][index]! : String(index))
  const unit = renderer.renderUnit(plan, () => undefined, anchor => ({index: pages[anchor] ?? 0, label: label(pages[anchor] ?? 0)}))
  const html = withoutKeys(/<section class="book-list[^]*?<\/section>/.exec(unit.html)![0])
  return html.replace(/<ul[^>]*>|<\/ul>/g, '').replace(/<\/?(?:li|p|section)[^>]*>/g, '').replace(/<a[^>]*#([^"]+)" aria-label="page ([^"]+)">\2<\/a>/g, '$2[$1]').replace(/\n+/g, '\n').trim()
}

describe('on paper', () => {
  test('entries are merged and sorted, with runs of pages', () => {
    expect(indexOn({a: 1, '_end-a': 3, 'a--mark': 1, 'a--mark-1': 2, 'b--mark': 7, 'b--mark-1': 4, 'c--mark': 9, 'c--mark-1': 9})).toBe(
      [
        '10 minutes, 4[b--mark-1]',
        'L',
        'limits, 1[a--mark]',
        'saying no, 1[a]–4[b--mark-1]',
        'O',
        'Öl &amp; more, 2[a--mark-1]',
        'W',
        'waiting, 1[a]–3[_end-a], 7[b--mark]',
        'Z',
        'zebra, 9[c--mark]'
      ].join('\n')
    )
  })

  test('Roman pages and others make no run', () => {
    expect(indexOn({a: 2, '_end-a': 2, 'b--mark': 3, 'c--mark': 3, 'c--mark-1': 4}, true)).toContain('waiting, iii[a], 3[b--mark]')
  })

  test('other pages, another unit; the same pages, the same', () => {
    const {renderer} = renderFiles(files)
    const plan = renderer.plans.find(({id}) => id === 'index')!
    const render = (index: number) => renderer.renderUnit(plan, () => undefined, () => ({index, label: String(index)}))
    const first = render(3)
    expect(render(3)).toBe(first)
    expect(render(4).html).not.toBe(first.html)
  })

  test('the end of a section that the index speaks of has an anchor', () => {
    const {main, unit} = renderFiles(files)
    expect(main('a')).toMatch(/<div class="section-end" id="_end-a"><\/div>\n<\/section>$/)
    expect(unit('a').anchors).toContain('_end-a')
    expect(main('c')).not.toContain('_end')
  })
})

test('on screens an entry names its sections', () => {
  expect(renderFiles(files).screen()).toContain('<li>waiting, <a href="#a">A</a>, <a href="#b--mark">B</a></li>')
})

test('a mark without words wants an entry', () => {
  expect(renderFiles({'sections/t.md': '# T\n\nText :index[]{as=""}.\n'}).messages).toEqual([
    'sections/t.md:3:6 error directive-content Unexpected mark without an entry, expected words or `as`'
  ])
})

test('an entry sends readers on to another, and leads to no place itself unless it has words', () => {
  const book = {
    ...files,
    'sections/c.md': '# C\n\n:index[]{as="queues; limits" see="waiting; limits > saying no"} :index[Lines]{see="waiting"}\n\n:index[]{as="x" see="wating"}\n'
  }
  const {messages, renderer} = renderFiles(book)
  expect(messages).toEqual(['sections/c.md:5:1 error index-entry-unknown Unexpected entry `wating` to be sent on to, expected one that leads to a page'])
  expect(renderer.messages[0]?.note).toBe('the nearest is `waiting`')
  const html = /<ul class="index-entries">[^]*?<\/section>/.exec(renderer.renderScreen())![0].replace(/<[^>]*>/g, '')
  expect(html).toContain('limits, A. See also limits: saying no; waiting\n')
  expect(html).toContain('queues. See limits: saying no; waiting\n')
  expect(html).toContain('Lines, C. See also waiting\n')
  const links = [...renderer.renderScreen().matchAll(/<a href="#(_index-[^"]*)">([^<]*)/g)].map(([, anchor, title]) => [title, anchor])
  expect(links).toEqual([['limits: saying no', '_index-limits-saying_20no'], ['waiting', '_index-waiting'], ['waiting', '_index-waiting'], ['limits: saying no', '_index-limits-saying_20no'], ['waiting', '_index-waiting']])
  expect(renderer.plans.find(({id}) => id === 'c')!.anchors.map(({id}) => id)).toEqual(['c', 'c--mark'])
})

test('entries that others send readers on to are anchors, in the first index of a book alone', () => {
  const {unit, main, renderer} = renderFiles({...files, 'sections/index.md': '# Index\n\n::index\n\n::index\n\n:index[]{as="queues" see="waiting"}\n'})
  expect(renderer.messages).toEqual([])
  expect(unit('index').anchors).toEqual(['index', '_index-waiting'])
  expect(main('index').match(/<li id="_index-waiting">/g)).toHaveLength(1)
  expect(main('index').match(/ href="[^"]*#_index-waiting"/g)).toHaveLength(2)
})
