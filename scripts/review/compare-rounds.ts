// Review: what became of each block from one round to another.

import type {FrozenBlock, FrozenSection} from './frozen-round.ts'
import {longestRise} from './longest-rise.ts'

export interface BlockChange {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly hasMoved: boolean
  /** As it is now, or, when it was removed, as it was. */
  readonly block: FrozenBlock
  readonly section: FrozenSection
  /** Its words before; empty when it is new. */
  readonly before: string
  /** Of a removed block, the last one before it that is still there. */
  readonly after?: string
}

/** A block that stands elsewhere, and says what it said. */
export interface BlockMove {
  readonly kind: 'moved'
  readonly hasMoved: true
  readonly block: FrozenBlock
  readonly section: FrozenSection
  readonly before: string
}

export type Change = BlockChange | BlockMove

/** Changes by id, in the order of the new text, each removed block behind the one that it stood behind. White space and lines are no change. */
export function compareRounds(old: readonly FrozenSection[], now: readonly FrozenSection[]): Map<string, Change> {
  const placed = (sections: readonly FrozenSection[]) => sections.flatMap(section => section.blocks.map(block => ({block, section})))
  const [olds, news] = [placed(old), placed(now)]
  const before = new Map(olds.map((each, index) => [each.block.id, {...each, index}]))
  const stayed = longestRise(news.flatMap(({block: {id}}) => before.get(id)?.index ?? []))
  const removed = new Map<string, BlockChange[]>()
  const there = new Set(news.map(({block}) => block.id))
  let last = ''
  for (const {block, section} of olds) {
    if (there.has(block.id)) last = block.id
    else removed.set(last, [...(removed.get(last) ?? []), {kind: 'removed', hasMoved: false, block, section, before: block.text, after: last}])
  }
  const changes = new Map<string, Change>()
  const addRemoved = (after: string) => {
    for (const change of removed.get(after) ?? []) changes.set(change.block.id, change)
  }
  addRemoved('')
  for (const {block, section} of news) {
    const earlier = before.get(block.id)
    if (!earlier) changes.set(block.id, {kind: 'added', hasMoved: false, block, section, before: ''})
    else {
      const hasMoved = !stayed.has(earlier.index)
      if (earlier.block.text !== block.text) changes.set(block.id, {kind: 'changed', hasMoved, block, section, before: earlier.block.text})
      else if (hasMoved) changes.set(block.id, {kind: 'moved', hasMoved, block, section, before: block.text})
    }
    addRemoved(block.id)
  }
  return changes
}
