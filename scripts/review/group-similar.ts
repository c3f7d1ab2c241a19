// Review: comments that say the same, so that they are answered together. None is dropped for it.

import {foldText} from './anchor/letters.ts'
import type {Comment} from './comment.ts'

/** Share of words that two comments on one block have in common when they are taken for alike. */
const alike = 0.5

/** Comments in groups of those that are about the same words, propose the same, or say nearly the same of one block; in the order of the first of each. */
export function groupSimilar(comments: readonly Comment[]): Comment[][] {
  const groups: Comment[][] = []
  for (const comment of comments) {
    const group = groups.find(each => each.some(other => isSimilar(comment, other)))
    if (group) group.push(comment)
    else groups.push([comment])
  }
  return groups
}

function isSimilar(a: Comment, b: Comment): boolean {
  if (!a.blocks.some(block => b.blocks.includes(block))) return false
  const [quoteA, quoteB] = [foldText(a.quote), foldText(b.quote)]
  const isSameQuote = quoteA !== '' && quoteB !== '' && (quoteA.includes(quoteB) || quoteB.includes(quoteA))
  if (a.suggestion !== undefined && b.suggestion !== undefined) return isSameQuote && foldText(a.suggestion) === foldText(b.suggestion)
  return isSameQuote || wordShare(a.comment, b.comment) >= alike
}

function wordShare(a: string, b: string): number {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)]
  if (wordsA.size === 0 || wordsB.size === 0) return 0
  let both = 0
  for (const word of wordsA) if (wordsB.has(word)) both++
  return both / (wordsA.size + wordsB.size - both)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))
}
