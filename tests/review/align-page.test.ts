import {expect, test} from 'vitest'
import {alignPage} from '../../scripts/review/anchor/align-page.ts'
import {lettersOf} from '../../scripts/review/anchor/letters.ts'

const blocks = [
  {id: 'CL-11', kind: 'callout', section: 'a', file: 'a.md', line: 1, text: 'Try saying: Try it'},
  {id: 'CL-13', kind: 'quote', section: 'a', file: 'a.md', line: 3, text: 'The kettle is always on.'},
  {id: 'CL-14', kind: 'paragraph', section: 'a', file: 'a.md', line: 5, text: 'No.'},
  {id: 'CL-15', kind: 'callout', section: 'a', file: 'a.md', line: 7, text: 'Say something. At the corner store'},
  {id: 'CL-16', kind: 'list-item', section: 'a', file: 'a.md', line: 9, text: 'They come to every meeting'}
]
const ids = new Map(blocks.map(({id}, index) => [id, index]))

/** Blocks of the letters of a page that paints these words in this order, each on a line of its own. */
function blocksOf(...painted: string[]): string[] {
  const letters = lettersOf(blocks)
  const glyphs = painted.flatMap((words, line) => [...words].map((text, x) => ({text, left: x * 6, right: x * 6 + 6, bottom: 700 - line * 20, top: 710 - line * 20, isArtifact: false})))
  const alignment = alignPage(glyphs, letters, ids)
  return glyphs.flatMap(({text}, index) => (/\w/.test(text) ? [alignment[index]! < 0 ? 'none' : blocks[letters.blockOf(alignment[index]!)]!.id] : []))
}

test('what is painted out of its order keeps its first letter, which went on where the last words ended', () => {
  const expected = [...Array<string>(9).fill('CL-11'), ...Array<string>(19).fill('CL-13')]
  expect(blocksOf('Try saying', 'The kettle is always on.')).toEqual(expected)
})

test('what is painted to its end keeps its last letters, though what comes next begins behind the same', () => {
  expect(blocksOf('They come to every meeting', 'At the corner store')).toEqual([...Array<string>(22).fill('CL-16'), ...Array<string>(16).fill('CL-15')])
})

test('ids in the margin say where short blocks begin, and are no part of the text', () => {
  expect(blocksOf('CL-14', 'No.')).toEqual([...Array<string>(4).fill('none'), 'CL-14', 'CL-14'])
})
