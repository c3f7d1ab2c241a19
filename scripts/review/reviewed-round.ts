// Review: a round with all that was said of it and answered, as reports tell it.

import {answerable, type Decision, isAnswered} from './decisions.ts'
import type {Comment} from './comment.ts'
import {groupSimilar} from './group-similar.ts'
import type {Picture} from './picture.ts'

/** A block as reports show it. */
export interface ReportedBlock {
  readonly id: string
  readonly section: string
  readonly text: string
  /** Relative to the book's folder; line as the manuscript is now, or as it was frozen when the block is gone. */
  readonly file: string
  readonly line: number
}

export interface ReviewedRound {
  readonly number: number
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly due?: string
  /** Codes of those who were asked. */
  readonly reviewers: readonly string[]
  /** In reading order. */
  readonly blocks: readonly ReportedBlock[]
  /** Titles by section id. */
  readonly sections: ReadonlyMap<string, string>
  readonly comments: readonly Comment[]
  readonly decisions: ReadonlyMap<string, Decision>
  /** By comment id. */
  readonly pictures: ReadonlyMap<string, Picture>
}

/** A comment with its answers and what it was before. */
export interface Thread {
  readonly comment: Comment
  /** Replies and states, and earlier states of the comment. */
  readonly replies: readonly Comment[]
  readonly earlier: readonly Comment[]
  readonly decision: Decision | undefined
  readonly block: ReportedBlock | undefined
}

/** Threads of a section that are alike, together. */
export interface ThreadSection {
  readonly title: string
  readonly groups: readonly (readonly Thread[])[]
}

/** Threads by section, in reading order; those that could not be placed last, under `unplaced`. */
export function threadsBySection(round: ReviewedRound, unplaced = 'Not placed'): ThreadSection[] {
  const order = new Map(round.blocks.map(({id}, index) => [id, index]))
  const placed = (comment: Comment) => order.get(comment.blocks[0] ?? '') ?? Infinity
  const first = answerable(round.comments).sort((a, b) => placed(a) - placed(b) || (a.id < b.id ? -1 : 1))
  const sections = new Map<string, Comment[]>()
  for (const comment of first) {
    const section = round.blocks[placed(comment)]?.section ?? ''
    sections.set(section, [...(sections.get(section) ?? []), comment])
  }
  return [...sections].map(([section, comments]) => ({
    title: round.sections.get(section) ?? unplaced,
    groups: groupSimilar(comments).map(group => group.map(comment => threadOf(round, comment)))
  }))
}

function threadOf({comments, decisions, blocks}: ReviewedRound, comment: Comment): Thread {
  const earlier: Comment[] = []
  for (let id = comment.revises; id !== undefined && earlier.length < comments.length; id = earlier.at(-1)?.revises) {
    const before = comments.find(each => each.id === id)
    if (!before) break
    earlier.push(before)
  }
  const ids = new Set([comment, ...earlier].map(({id}) => id))
  const replies: Comment[] = []
  for (const each of comments) {
    if (each.parent === undefined || !ids.has(each.parent)) continue
    replies.push(each)
    ids.add(each.id)
  }
  const decision = [comment, ...earlier].map(({id}) => decisions.get(id)).find(isAnswered) ?? decisions.get(comment.id)
  const place = comment.blocks[0] ?? comment.nearest
  return {comment, replies, earlier, decision, block: blocks.find(({id}) => id === place)}
}

/** Comments that still want an answer. */
export function openThreads(round: ReviewedRound): Thread[] {
  return threadsBySection(round).flatMap(({groups}) => groups.flat()).filter(({decision}) => !isAnswered(decision))
}
