// Where blocks are printed: in columns, in tables, over a page's end, one inside the other.

import {expect, test} from 'vitest'
import {normalizeUnit} from '../../scripts/assemble/normalize-unit.ts'
import {openWords} from '../review/words-in-places.ts'
import {usePrinter} from './print-unit.ts'

const print = usePrinter()

async function placesOf(body: string, keys: readonly string[], style = '') {
  const pages = await print(body, {style})
  const {places = []} = normalizeUnit(pages.pdf, {...pages, located: keys})
  const wordsIn = await openWords(pages.pdf)
  const of = (key: string) => places.filter(({block}) => block === key)
  return {of, words: (key: string) => wordsIn(of(key))}
}

const p = (key: string, words: string) => `<p lang="en-x-as-${key}">${words}</p>`
const long = (word: string, count: number) => Array.from({length: count}, (_, i) => `${word}${i + 1}`).join(' ')
const joined = (words: string) => words.replaceAll(' ', '')

test('a block that goes on in the next column has a place in each, and none covers its neighbours', async () => {
  const {of, words} = await placesOf(`<div class="two">${p('a', long('ab', 60))}${p('b', long('cd', 60))}</div>`, ['a', 'b'], '.two{columns:2;column-gap:24pt;column-fill:auto;height:200pt}')
  expect(words('a')).toBe(joined(long('ab', 60)))
  expect(words('b')).toBe(joined(long('cd', 60)))
  expect(of('b').length + of('a').length).toBeGreaterThan(2)
})

test('a block that goes over the end of a page has a place on both', async () => {
  const {of, words} = await placesOf(p('a', long('word', 300)), ['a'])
  expect(words('a')).toBe(joined(long('word', 300)))
  expect(of('a').map(({page}) => page)).toEqual([...of('a').keys()])
  expect(of('a').length).toBeGreaterThan(1)
})

test('rows hold their cells, and the same words twice are two places', async () => {
  const row = (key: string, ...cells: string[]) => `<tr lang="en-x-as-${key}">${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const {of, words} = await placesOf(`<table>${row('a', long('left', 20), 'right')}${row('b', 'right', 'right')}</table>`, ['a', 'b'])
  expect(words('a')).toContain(joined(long('left', 20)))
  expect(words('a')).toContain('right')
  expect(words('b')).toBe('rightright')
  expect(Math.max(...of('b').map(({top}) => top))).toBeLessThan(Math.min(...of('a').map(({top}) => top)))
})

test('a block inside another takes its words away from it', async () => {
  const {words} = await placesOf('<ul><li lang="en-x-as-a">outer<ul><li lang="en-x-as-b">inner</li></ul></li></ul>', ['a', 'b'])
  expect([words('a'), words('b')].map(text => text.replace(/[•◦]/g, ''))).toEqual(['outer', 'inner'])
})
