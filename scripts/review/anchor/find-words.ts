// Review: quoted words found again in the text, with what stood around them (the text quote selector of the W3C annotation model).

import {foldText, type Letters} from './letters.ts'

export interface WordsFound {
  /** First letter, and the one behind the last. */
  readonly from: number
  readonly to: number
}

export interface Quoted {
  readonly quote: string
  readonly before?: string
  readonly after?: string
}

/** Fewer letters would be found anywhere. */
const fewestLetters = 4
const shortestPart = 18

/**
 * Where the words stand. Of equal places the one is taken whose surroundings are more like those of the quote, then the one that `nearness` prefers (the smaller
 * the nearer). When the words were not quoted exactly, their longest part that is there counts. Nothing when there is none.
 */
export function findWords(letters: Letters, {quote, before = '', after = ''}: Quoted, nearness: (at: number) => number = () => 0): WordsFound | undefined {
  const wanted = foldText(quote)
  const around = {before: foldText(before), after: foldText(after)}
  if (wanted.length >= Math.min(fewestLetters, letters.text.length)) {
    const exact = best(letters.text, wanted, around, nearness)
    if (exact !== undefined) return {from: exact, to: exact + wanted.length}
  }
  return findPart(letters.text, wanted, nearness)
}

function best(text: string, wanted: string, around: {before: string; after: string}, nearness: (at: number) => number): number | undefined {
  if (wanted === '') return undefined
  let found: number | undefined
  let rank: readonly [number, number] = [-1, Infinity]
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const likeness = sharedEnd(text.slice(Math.max(0, at - 40), at), around.before) + sharedStart(text.slice(at + wanted.length, at + wanted.length + 40), around.after)
    const distance = nearness(at)
    if (likeness < rank[0] || (likeness === rank[0] && distance >= rank[1])) continue
    found = at
    rank = [likeness, distance]
  }
  return found
}

/** The longest run of the quoted letters that is there, grown from pieces of it. */
function findPart(text: string, wanted: string, nearness: (at: number) => number): WordsFound | undefined {
  let longest: WordsFound | undefined
  for (let start = 0; start + shortestPart <= wanted.length; start += 6) {
    const at = best(text, wanted.slice(start, start + shortestPart), {before: '', after: ''}, nearness)
    if (at === undefined) continue
    const end = at + shortestPart + sharedStart(text.slice(at + shortestPart), wanted.slice(start + shortestPart))
    if (!longest || end - at > longest.to - longest.from) longest = {from: at, to: end}
  }
  // A part says where the whole is when it is most of it.
  return longest && (longest.to - longest.from) * 2 > wanted.length ? longest : undefined
}

function sharedStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

function sharedEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}
