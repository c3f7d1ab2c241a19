// Review: what makes two marks the same comment, so that a file can be collected twice.

import {createHash} from 'node:crypto'
import type {Mark} from './comments/mark.ts'
import {shortHash} from './short-hash.ts'

export interface Identity {
  readonly id: string
  /** Tells the mark when its words have changed; absent when its program gave it no name, or one that others have too. */
  readonly mark?: string
}

/** Names that a program made so that no other mark has them; counters such as `fitz-A0` are in every file. */
const unique = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|^[\w-]{20,}$/i

/**
 * Ids of marks of one file and one round, in their order. A mark with a name of its own is known by it and what it says, whoever collects it; any other by its
 * place, its reviewer's code and what it says. Equal marks of one file are told apart by their number.
 */
export function identify(marks: readonly {readonly mark: Mark; readonly reviewer: string}[], round: number): Identity[] {
  const seen = new Map<string, number>()
  return marks.map(({mark, reviewer}) => {
    const {kind, comment, suggestion, quote, medium, uid, page, box, blocks} = mark
    const isNamed = uid !== undefined && (medium === 'html' || medium === 'hypothesis' || unique.test(uid))
    const place = box ? [page, ...[box.left, box.bottom, box.right, box.top].map(value => Math.round(value))] : [page, blocks]
    const parts = JSON.stringify([round, isNamed ? uid : [reviewer, place], kind, comment, suggestion ?? null, quote ?? null])
    const count = seen.get(parts) ?? 0
    seen.set(parts, count + 1)
    return {id: hash(count === 0 ? parts : `${parts}${count}`), ...(isNamed ? {mark: hash(uid)} : {})}
  })
}

function hash(text: string): string {
  return shortHash(createHash('sha256').update(text).digest(), 8)
}
