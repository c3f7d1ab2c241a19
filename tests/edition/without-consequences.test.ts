// Tests of edition: one fault is said once.

import {expect, test} from 'vitest'
import {createRenderer} from '../../scripts/render/create-renderer.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {withoutConsequences} from '../../scripts/edition/without-consequences.ts'
import {memoryFiles, told} from '../read/memory-files.ts'
import {templates} from '../render/render-files.ts'

function toldOf(files: Record<string, string>, edition?: string): string[] {
  const source = memoryFiles({'book.yaml': 'title: T\nlanguage: en\n', ...files})
  const {book, messages} = readBook(source)
  const renderer = createRenderer(book, {profile: 'print', paper: 'letter', templates, figures: source, ...(edition === undefined ? {} : {edition})})
  return withoutConsequences([...messages, ...renderer.messages]).map(told).map(text => text.split('\n')[0]!)
}

test('facts that cannot be read are not missed one by one', () => {
  const text = '# A\n\n:fact[a] and :fact[b], and :fcat[c].\n'
  expect(toldOf({'facts.yaml': 'a: [1\nb: 2\n', 'sections/a.md': text}).map(line => line.split(' ').slice(1, 3).join(' '))).toEqual(['error yaml-invalid:', 'warning directive-unknown:'])
  expect(toldOf({'facts.yaml': 'b: "2"\n', 'sections/a.md': text})).toHaveLength(2)
})

test('an edition that the book does not have is all that is said', () => {
  const files = {'book.yaml': 'title: T\nlanguage: en\neditions: {fixed: {variables: {room: room}}}\n', 'sections/a.md': '# A\n\nA :var[room].\n'}
  expect(toldOf(files, 'mobile')).toEqual([expect.stringContaining('edition-unknown: Unexpected edition `mobile`')])
  expect(toldOf(files, 'fixed')).toEqual([])
})
