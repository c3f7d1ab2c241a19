// Marks by the hundred on two columns, a table, lists, a paragraph over a page break and the same sentence four times. Where the words are is what pdf.js says.

import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {expect, test} from 'vitest'
import {type Random, seededRandom} from '../bench/random.ts'
import {collectFixtures, draftManifest, readFixture} from '../support/collect-fixture.ts'
import {type Annotation, markPdf} from '../support/mark-pdf.ts'
import type {BlockPlace} from '../../scripts/review/manifest.ts'

/** A piece of a line, and the block that it is of. */
interface Piece extends BlockPlace {
  readonly block: string
}

/** The pages are 5 inches high, and their margins 0.6. */
function isInMargin([, , , , , y = 0]: readonly number[]): boolean {
  return y < 0.6 * 72 || y > 4.4 * 72
}

/** Pieces of text in the order in which they are painted, which in this draft is that of the blocks; ids and what stands in the margins left out. */
async function piecesOf(pdf: Uint8Array): Promise<Piece[]> {
  const {blocks} = await draftManifest()
  const ids = new Set(blocks.map(({id}) => id))
  const loading = getDocument({data: new Uint8Array(pdf), disableFontFace: true, useSystemFonts: false, verbosity: 0})
  const document = await loading.promise
  const pieces: Piece[] = []
  const letters = (text: string) => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')
  let [block, left] = [-1, '']
  for (let number = 1; number <= document.numPages; number++) {
    const {items} = await (await document.getPage(number)).getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '' || ids.has(item.str.trim()) || isInMargin(item.transform as number[])) continue
      const own = letters(item.str)
      if (left === '' && own !== '') left = letters(blocks[++block]?.text ?? '')
      if (own !== '' && !left.startsWith(own)) throw new Error(`Unexpected “${item.str}” on page ${number}, expected ${blocks[block]?.id}: ${left.slice(0, 30)}`)
      left = left.slice(own.length)
      const [, , , height = 0, x = 0, y = 0] = item.transform as number[]
      pieces.push({block: blocks[block]!.id, page: number - 1, left: x, right: x + item.width, bottom: y - height * 0.22, top: y + height * 0.75})
    }
  }
  await loading.destroy()
  return pieces
}

/** Some of the lines of a block, from somewhere in the first to somewhere in the last, drawn by a hand that is not exact. */
function wordsMarked(pieces: readonly Piece[], random: Random): {block: string; places: Piece[]} {
  const {block, page} = random.pick(pieces)
  const lines = pieces.filter(each => each.block === block && each.page === page)
  const from = random.between(0, lines.length - 1)
  const chosen = lines.slice(from, from + random.between(1, 3))
  const tremble = () => (random.next() - 0.5) * 2
  const places = chosen.map((piece, index): Piece => {
    const width = piece.right - piece.left
    return {
      ...piece,
      left: piece.left + (index === 0 ? random.next() * 0.4 * width : 0) + tremble(),
      right: piece.right - (index === chosen.length - 1 ? random.next() * 0.4 * width : 0) + tremble(),
      bottom: piece.bottom + tremble(),
      top: piece.top + tremble()
    }
  })
  return {block, places}
}

test('of 1,000 marks on words every one is kept, and 98 in 100 are on the right block', async () => {
  const draft = readFixture('draft.pdf')
  const pieces = await piecesOf(draft)
  const random = seededRandom(98)
  const marks = Array.from({length: 1000}, () => wordsMarked(pieces, random))
  const subtypes = ['Highlight', 'Underline', 'Squiggly', 'StrikeOut'] as const
  const annotations = marks.map(({places, block}, index): Annotation => ({subtype: subtypes[index % 4]!, places, words: `${index} ${block}`, author: 'A B'}))
  const {comments} = await collectFixtures([await markPdf(draft, annotations)])
  expect(comments).toHaveLength(marks.length)
  const right = comments.filter(({comment: {blocks, comment}}) => blocks.length === 1 && blocks[0] === comment.split(' ')[1])
  expect(right.length / marks.length).toBeGreaterThanOrEqual(0.98)
  expect(comments.every(({comment}) => comment.blocks.length > 0)).toBe(true)
})

test('of 300 notes beside the text every one is kept, and most are on the block at their height', async () => {
  const draft = readFixture('draft.pdf')
  const pieces = await piecesOf(draft)
  const random = seededRandom(300)
  const notes = Array.from({length: 300}, () => {
    const piece = random.pick(pieces)
    const x = piece.left + random.next() * (piece.right - piece.left) - 9
    const y = (piece.bottom + piece.top) / 2
    return {block: piece.block, places: [{page: piece.page, left: x, right: x + 18, bottom: y - 9, top: y + 9}]}
  })
  const {comments} = await collectFixtures([await markPdf(draft, notes.map(({places, block}, index) => ({subtype: 'Text', places, words: `${index} ${block}`})))])
  expect(comments).toHaveLength(notes.length)
  const right = comments.filter(({comment: {blocks, comment}}) => blocks[0] === comment.split(' ')[1])
  expect(right.length / notes.length).toBeGreaterThanOrEqual(0.95)
})
