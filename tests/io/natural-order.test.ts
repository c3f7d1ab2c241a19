import {expect, test} from 'vitest'
import {sortNaturally} from '../../scripts/io/natural-order.ts'

/** Each list is in order; any shuffling of it sorts back. */
const lists = [
  ['chapter-1.md', 'chapter-2.md', 'chapter-010.md', 'chapter-10.md', 'chapter-11.md'],
  ['intro.md', 'intro-2.md', 'introduction.md'],
  ['1.9.md', '1.10.md', '2.md', 'a.md'],
  ['Apple.md', 'apple.md', 'École.md', 'ecole2.md', 'zebra.md'],
  ['a/1.md', 'a/2.md', 'a/10/x.md', 'a.md', 'a-b/1.md', 'b.md'],
  ['99999999999999999998.md', '99999999999999999999.md', '100000000000000000000.md'],
  ['2024-01-09 notes.md', '2024-01-10 notes.md'],
  ['.md', 'a', 'a.md', 'a.txt']
]

test.each(lists.map(list => [list]))('%j', list => {
  expect(sortNaturally([...list].reverse())).toEqual(list)
  const shuffled = list.map((_, index) => list[(index * 3 + 1) % list.length]!)
  if (new Set(shuffled).size === list.length) expect(sortNaturally(shuffled)).toEqual(list)
})

test('the same on every machine, ten thousand names in no time', () => {
  const names = Array.from({length: 10_000}, (_, index) => `folder-${index % 100}/file ${(index * 7919) % 10_000}.md`)
  const started = performance.now()
  expect(sortNaturally(names)[0]).toBe('folder-0/file 0.md')
  expect(performance.now() - started).toBeLessThan(1000)
})
