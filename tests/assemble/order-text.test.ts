import {expect, test} from 'vitest'
import {orderText} from '../../scripts/assemble/order-text.ts'
import type {ContentItem} from '../../scripts/assemble/page-content.ts'
import type {TextRun} from '../../scripts/assemble/read-text-object.ts'

/** A text object of one run, which is called by its text; words in capitals run from right to left. */
const text = (word: string, y = 1): ContentItem => {
  const run: TextRun = {font: word, size: 10, matrix: [1, 0, 0, -1, 0, y], codes: [1], offsets: [0], ...(/^[A-Z]/.test(word) ? {isReversed: true} : {})}
  return {kind: 'text', runs: [run], matrix: [1, 0, 0, 1, 0, 0], fill: ''}
}
const orderOf = (...items: ContentItem[]) => orderText(items, ({font}) => font).map(item => (item.kind === 'text' ? item.runs.map(({font}) => font).join(' ') : item.kind)).join(' ')

test.each([
  ['words from left to right stay', [text('a'), text('b')], 'a b'],
  ['words from right to left are turned around', [text('a'), text('C'), text('B'), text('d')], 'a B C d'],
  ['each line by itself', [text('B'), text('A'), text('D', 2), text('C', 2)], 'A B C D'],
  ['numbers between them go with them', [text('B'), text('12'), text('A'), text('3')], 'A 12 B 3'],
  ['other words between them stay where they are', [text('A'), text('b'), text('C')], 'A b C'],
  ['an element ends a stretch', [text('A'), {kind: 'end', mcid: 1} as const, text('B')], 'A end B']
])('%s', (_, items, order) => {
  expect(orderOf(...items)).toBe(order)
})

test('runs of one text object are turned around too', () => {
  const [a, b] = [text('A'), text('B')] as {runs: TextRun[]}[]
  expect(orderOf({...text('A'), runs: [...b!.runs, ...a!.runs]} as ContentItem)).toBe('A B')
})
