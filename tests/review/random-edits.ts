// Edits such as an editor makes between two rounds, on texts whose blocks the test can tell apart.

import type {Random} from '../bench/random.ts'
import type {TextBlock, TextSection} from '../../scripts/review/text-block.ts'

const words = 'people space rest water quiet team door warm shift plan listen limit care trust walk table light seat calm voice story hand ask name choice break song rain tea'.split(' ')

/** A block by a name that only the test knows. */
export interface KnownBlock {
  readonly name: number
  readonly kind: TextBlock['kind']
  readonly text: string
}

export interface KnownSection {
  readonly file: string
  readonly title: string
  readonly blocks: readonly KnownBlock[]
}

let names = 0

export function sentence(random: Random, low = 6, high = 22): string {
  return Array.from({length: random.between(low, high)}, () => random.pick(words) + (random.chance(0.3) ? random.between(1, 99) : '')).join(' ')
}

export function freshBlock(random: Random): KnownBlock {
  const kind = random.pick(['paragraph', 'paragraph', 'list-item', 'table-row', 'quote'] as const)
  return {name: ++names, kind, text: sentence(random)}
}

export function randomBook(random: Random): KnownSection[] {
  return Array.from({length: random.between(3, 5)}, (_, i) => ({
    file: `sections/s${i}.md`,
    title: `Section ${'ABCDE'[i]}${'xyz'[i % 3]}`,
    blocks: [{name: ++names, kind: 'heading', text: `Section ${i} ${sentence(random, 2, 4)}`}, ...Array.from({length: random.between(6, 14)}, () => freshBlock(random))]
  }))
}

/** The book with some blocks edited, added, taken out or moved; `touched` are the names of those that are not as they were. */
export function editBook(book: readonly KnownSection[], random: Random): {book: KnownSection[]; touched: Set<number>} {
  const touched = new Set<number>()
  const edited = book.map(section => ({...section, blocks: section.blocks.flatMap(block => editBlock(block, random, touched))}))
  const from = random.pick(edited)
  const moved = from.blocks.length > 3 ? from.blocks.splice(random.between(1, from.blocks.length - 1), 1) : []
  const to = random.pick(edited)
  to.blocks.splice(random.between(1, to.blocks.length), 0, ...moved)
  return {book: edited, touched}
}

function editBlock(block: KnownBlock, random: Random, touched: Set<number>): KnownBlock[] {
  const draw = random.next()
  if (draw < 0.12) {
    touched.add(block.name)
    const parts = block.text.split(' ')
    for (let i = 0; i < Math.ceil(parts.length / 5); i++) parts[random.between(0, parts.length - 1)] = random.pick(words)
    return [{...block, text: parts.join(' ')}]
  }
  if (draw < 0.17) {
    touched.add(block.name)
    return []
  }
  return draw < 0.25 ? [block, freshBlock(random)] : [block]
}

export function asSections(book: readonly KnownSection[]): TextSection[] {
  return book.map(({file, title, blocks}, i) => ({
    id: `s${i}`,
    title,
    file,
    blocks: blocks.map(({kind, text}, ordinal) => ({kind, text, line: ordinal * 2 + 1, ordinal, held: [], isInline: false}))
  }))
}
