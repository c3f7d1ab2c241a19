// Ids stay with their blocks whatever is done to others, and what is doubtful is said.

import {describe, expect, test} from 'vitest'
import {matchBlocks, type Matching} from '../../scripts/review/match-blocks.ts'
import type {Registry} from '../../scripts/review/registry.ts'
import type {TextSection} from '../../scripts/review/text-block.ts'
import {seededRandom} from '../bench/random.ts'
import {asSections, editBook, randomBook, type KnownSection} from './random-edits.ts'

/** Ids by the names that only the test knows. */
function idsByName(book: readonly KnownSection[], {ids}: Matching): Map<number, string> {
  return new Map(book.flatMap(({file, blocks}) => blocks.map(({name}, i) => [name, ids.get(file)![i]!] as const)))
}

describe('three rounds of random edits', () => {
  test.each(Array.from({length: 40}, (_, seed) => seed))('change no id of a block that was left alone, and use none twice (seed %i)', seed => {
    const random = seededRandom(seed)
    let book = randomBook(random)
    let matching = matchBlocks([], asSections(book))
    const everUsed = new Map<string, number>()
    const doubted = new Set<string>()
    for (let round = 1; round <= 3; round++) {
      const before = idsByName(book, matching)
      for (const [name, id] of before) {
        if (!doubted.has(id)) expect(everUsed.get(id) ?? name).toBe(name)
        everUsed.set(id, name)
      }
      const {book: next, touched} = editBook(book, random)
      const nextMatching = matchBlocks(matching.registry, asSections(next))
      const after = idsByName(next, nextMatching)
      const strayed = [...before].filter(([name, id]) => !touched.has(name) && after.get(name) !== id)
      expect(strayed).toEqual([])
      expect(new Set(after.values()).size).toBe(after.size)
      for (const {kind, ids} of nextMatching.findings) if (kind === 'doubtful') doubted.add(ids[0]!)
      book = next
      matching = nextMatching
    }
  })

  test('keep the ids of blocks of which a few words changed', () => {
    let kept = 0
    let edited = 0
    for (let seed = 100; seed < 140; seed++) {
      const random = seededRandom(seed)
      const book = randomBook(random)
      const first = matchBlocks([], asSections(book))
      const {book: next, touched} = editBook(book, random)
      const [before, after] = [idsByName(book, first), idsByName(next, matchBlocks(first.registry, asSections(next)))]
      for (const name of touched) {
        if (!after.has(name)) continue
        edited++
        if (after.get(name) === before.get(name)) kept++
      }
    }
    expect(edited).toBeGreaterThan(100)
    expect(kept / edited).toBeGreaterThan(0.97)
  })
})

const a = 'Keep a kettle where everyone can reach it, and tea beside it.'
const b = 'Say what will happen next before it happens, in plain words.'
const c = 'Two people stay near the door until the room is quiet again.'

function section(...texts: string[]): TextSection[] {
  return [{id: 'care', title: 'Code of care', file: 'sections/care.md', blocks: texts.map((text, i) => ({kind: 'paragraph', text, line: 2 * i + 1, ordinal: i, held: [], isInline: false}))}]
}

function rounds(before: string[], after: string[]): Matching {
  return matchBlocks(matchBlocks([], section(...before)).registry, section(...after))
}

const file = 'sections/care.md'

test('blocks are numbered in reading order behind a code from the title', () => {
  const {ids, findings} = matchBlocks([], section(a, b))
  expect(ids.get(file)).toEqual(['CC-1', 'CC-2'])
  expect(findings).toEqual([{kind: 'code-proposed', ids: [], file, line: 1, before: 'CC'}])
})

test('a declared code is used without a word', () => {
  const {ids, findings} = matchBlocks([], section(a).map(each => ({...each, code: 'CARE'})))
  expect([ids.get(file), findings]).toEqual([['CARE-1'], []])
})

test('a moved block keeps its id and is told of', () => {
  const {ids, findings} = rounds([a, b, c], [c, a, b])
  expect(ids.get(file)).toEqual(['CC-3', 'CC-1', 'CC-2'])
  expect(findings).toEqual([{kind: 'moved', ids: ['CC-3'], file, line: 1, before: 'after CC-2'}])
})

test('a block that is split is told of, and its first part keeps the id', () => {
  const {ids, findings} = rounds([`${a} ${b}`, c], [a, b, c])
  expect(new Set(ids.get(file))).toEqual(new Set(['CC-1', 'CC-3', 'CC-2']))
  expect(findings.map(({kind, ids: [id]}) => [kind, id])).toEqual([['split', 'CC-1']])
})

test('blocks that become one are told of', () => {
  const {ids, findings, registry} = rounds([a, b, c], [`${a} ${b}`, c])
  expect(ids.get(file)).toContain('CC-3')
  expect(findings.map(({kind}) => kind)).toEqual(['merged'])
  expect(registry[0]!.gone).toHaveLength(1)
})

test('a block with other words in the same place keeps its id, which is told as doubtful', () => {
  const {ids, findings} = rounds([a, b, c], [a, 'Nothing of this was here.', c])
  expect(ids.get(file)).toEqual(['CC-1', 'CC-2', 'CC-3'])
  expect(findings.map(({kind, ids}) => [kind, ids])).toEqual([['doubtful', ['CC-2']]])
})

test('words that were only added to are not doubtful', () => {
  const {ids, findings} = rounds([a, 'Water', c], [a, 'Water, 12 bottles', c])
  expect([ids.get(file), findings]).toEqual([['CC-1', 'CC-2', 'CC-3'], []])
  expect(rounds([a, 'ice', c], [a, 'some thicket of rice', c]).findings.map(({kind}) => kind)).toEqual(['doubtful'])
})

test('a block that comes back gets its id back', () => {
  const without = rounds([a, b, c], [a, c])
  expect(without.registry[0]!.gone.map(({id}) => id)).toEqual(['CC-2'])
  const again = matchBlocks(without.registry, section(a, b, c))
  expect(again.ids.get(file)).toEqual(['CC-1', 'CC-2', 'CC-3'])
  expect(again.findings.map(({kind}) => kind)).toEqual(['restored'])
})

test('the number of a block that is gone is not given again', () => {
  const without = rounds([a, b], [a])
  expect(matchBlocks(without.registry, section(a, c)).ids.get(file)).toEqual(['CC-1', 'CC-3'])
})

test('of the same words twice, each keeps its own id', () => {
  expect(rounds([a, b, a, c], [a, b, 'Something new stands here now.', a, c]).ids.get(file)).toEqual(['CC-1', 'CC-2', 'CC-5', 'CC-3', 'CC-4'])
})

test('a file that is renamed keeps its code and ids', () => {
  const first = matchBlocks([], section(a, b, c))
  const renamed = section(a, b, c).map(each => ({...each, file: 'sections/tea.md', title: 'Tea'}))
  expect(matchBlocks(first.registry, renamed).ids.get('sections/tea.md')).toEqual(['CC-1', 'CC-2', 'CC-3'])
})

test('a book of which nothing changed gives the same registry', () => {
  const {registry} = rounds([a, b, c], [a, c])
  const again: Registry = matchBlocks(registry, section(a, c)).registry
  expect(again).toEqual(registry)
})
