// Tests of render: what is kept of a file between builds, and what an edit costs.

import {describe, expect, test} from 'vitest'
import type {FragmentStore} from '../../scripts/render/make-fragments.ts'
import {renderFiles} from './render-files.ts'

type Kept = NonNullable<FragmentStore['kept']>

function memoryStore(): Kept & {readonly entries: Map<string, string>; puts: number} {
  const entries = new Map<string, string>()
  return {
    entries,
    puts: 0,
    get: key => entries.get(key),
    put(key, json) {
      this.puts++
      entries.set(key, json)
    }
  }
}

const files = {
  'facts.yaml': 'n: "1"\n',
  'sections/a.md': '# A\n\n:fact[n] :ref[b] ![x](x.svg) :nope[x]\n',
  'sections/b.md': '# B\n\n## Part :fact[n]\n\nText[^1].\n\n[^1]: Note.\n',
  'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>'
}

/** By a process that has met no fragment yet. */
function everything(contents: Record<string, string>, kept?: Kept): unknown {
  const {renderer, unit, messages} = renderFiles(contents, kept ? {fragments: {known: new Map(), kept}} : {})
  return {units: renderer.plans.map(({id}) => unit(id)), screen: renderer.renderScreen(), messages, outline: renderer.outline}
}

describe('a second build', () => {
  test('of the same text is the same, and stores nothing', () => {
    const store = memoryStore()
    const first = everything(files, store)
    expect(store.puts).toBe(1)
    expect(everything(files, store)).toEqual(first)
    expect(store.puts).toBe(1)
  })

  test('takes every fragment from the store', () => {
    const store = memoryStore()
    everything(files, store)
    const [key, json] = [...store.entries][0]!
    store.entries.set(key, json.replaceAll('Text<', 'Stored<'))
    expect(renderFiles(files, {fragments: {known: new Map(), kept: store}}).main('b')).toContain('<p>Stored<')
  })

  test.each([
    ['text', {'sections/b.md': '# B\n\nOther text.\n'}],
    ['title', {'sections/b.md': files['sections/b.md'].replace('# B', '# Bee')}],
    ['fact', {'facts.yaml': 'n: "2"\n'}],
    ['figure', {'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="1"/>'}],
    ['new file', {'sections/aa.md': '# AA\n\nText.\n'}]
  ])('after a change (%s) is what a first build would be', (_, change) => {
    const store = memoryStore()
    everything(files, store)
    const changed = {...files, ...change}
    expect(everything(changed, store)).toEqual(everything(changed))
  })
})

test('editions share the fragment of a file without passages of their own', () => {
  const known: FragmentStore['known'] = new Map()
  const contents = {
    'book.yaml': 'title: Test book\nlanguage: en\neditions:\n  fixed: {variables: {site: room}}\n  mobile: {variables: {site: van}}\n',
    'sections/a.md': '# A\n\nThe :var[site].\n',
    'sections/b.md': '# B\n\nText:only[ in the van]{edition=mobile}.\n'
  }
  const mains = ['fixed', 'mobile'].flatMap(edition => {
    const {main} = renderFiles(contents, {edition, fragments: {known}})
    return [main('a'), main('b')]
  })
  expect(mains.map(html => /<p>(.*?)<\/p>/.exec(html)?.[1])).toEqual(['The room.', 'Text.', 'The van.', 'Text in the van.'])
  expect(known.size).toBe(3)
})

test('a fact in a heading is in the title everywhere, and its id in the anchor', () => {
  const {renderer, unit} = renderFiles(files)
  expect(renderer.outline.at(-1)!.children[0]).toEqual({id: 'b--part-n', level: 2, title: 'Part 1', children: []})
  expect(unit('b').html).toContain('<h2 id="b--part-n" lang="en-x-as-1">Part 1</h2>')
})
