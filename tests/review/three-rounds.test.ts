// What was said of a text in round 1 is still on its blocks in round 3, whatever was edited in between.

import {expect, test} from 'vitest'
import {collect} from '../../scripts/review/collect.ts'
import type {RoundManifest} from '../../scripts/review/manifest.ts'
import {matchBlocks, type Matching} from '../../scripts/review/match-blocks.ts'
import {seededRandom} from '../bench/random.ts'
import {asSections, editBook, type KnownBlock, type KnownSection, randomBook} from './random-edits.ts'

const hash = (round: number) => String(round).repeat(8)

function manifestOf(round: number, book: readonly KnownSection[], {ids}: Matching): RoundManifest {
  return {
    format: 'space-hacks-round', version: 1, book: 'known', title: 'Known', round, date: '2026-11-01', hash: hash(round), product: 'html', sections: [],
    blocks: book.flatMap(({file, blocks}) => blocks.map(({kind, text}, index) => ({id: ids.get(file)![index]!, kind, section: file, file, line: 2 * index + 1, text})))
  }
}

test.each(Array.from({length: 20}, (_, seed) => seed))('every comment of round 1 has its place in round 3 (seed %i)', async seed => {
  const random = seededRandom(5000 + seed)
  const first = randomBook(random)
  const matchings = [matchBlocks([], asSections(first))]
  const manifests = [manifestOf(1, first, matchings[0]!)]
  const touched = new Set<number>()
  let book: readonly KnownSection[] = first
  for (const round of [2, 3]) {
    const edited = editBook(book, random)
    for (const name of edited.touched) touched.add(name)
    book = edited.book
    matchings.push(matchBlocks(matchings.at(-1)!.registry, asSections(book)))
    manifests.push(manifestOf(round, book, matchings.at(-1)!))
  }
  const blocks = first.flatMap(({file, blocks: own}) => own.map((block, index) => ({...block, id: matchings[0]!.ids.get(file)![index]!})))
  const comments = blocks.map(({id, text}, index) => ({id: `comment-${index}`, block: id, comment: `About ${id}`, ...(index % 2 === 0 ? {} : {quote: text.slice(0, 25)})}))
  const file = Buffer.from(JSON.stringify({format: 'space-hacks-comments', version: 1, book: 'known', round: 1, hash: hash(1), reviewer: 'R1', comments}))
  const known = (round: number) => ({hash: hash(round), isClosed: round < 3, reviewers: ['R1'], comments: new Map<string, never>()})
  const collection = await collect([{read: () => file}], {
    book: 'known', rounds: new Map([1, 2, 3].map(round => [round, known(round)])), secret: 'tests', openCommand: 'open', draft: () => undefined, frozen: round => Promise.resolve(manifests[round - 1])
  })
  expect(collection.comments).toHaveLength(blocks.length)
  expect(collection.comments.map(({comment}) => comment.blocks)).toEqual(blocks.map(({id}) => [id]))
  expect(collection.comments.every(({round}) => round === 3)).toBe(true)

  // In the text of round 3 its block is there, or it is known to be gone; what nobody touched says what it said.
  const now = new Map(manifests[2]!.blocks.map(block => [block.id, block]))
  const gone = new Set(matchings[2]!.registry.flatMap(each => each.gone.map(({id}) => id)))
  for (const {id, name, text} of blocks as readonly (KnownBlock & {id: string})[]) {
    expect([id, now.has(id) || gone.has(id)]).toEqual([id, true])
    if (!touched.has(name)) expect(now.get(id)?.text).toBe(text)
  }
})
