import {expect, test} from 'vitest'
import {nearestName} from '../../scripts/diagnostics/nearest-name.ts'

const keys = ['title', 'subtitle', 'language', 'publishers', 'licence', 'front-matter', 'sections', 'back-matter']

test.each([
  ['titel', 'title'],
  ['tittle', 'title'],
  ['Title', 'title'],
  ['license', 'licence'],
  ['front_matter', 'front-matter'],
  ['frontmatter', 'front-matter'],
  ['publisher', 'publishers'],
  ['q-017', undefined],
  ['author', undefined],
  ['', undefined]
])('%j', (name, nearest) => {
  expect(nearestName(name, keys)).toBe(nearest)
})

test('short names allow one error, the first of equals wins, no candidates no answer', () => {
  expect(nearestName('ab', ['xy', 'b', 'a'])).toBe('b')
  expect(nearestName('q-017', ['q-71', 'q-17', 'q-18'])).toBe('q-17')
  expect(nearestName('x', [])).toBeUndefined()
})
