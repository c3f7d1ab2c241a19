// Review: two versions of a run of words as one, in which what was taken out and what was put in is marked. jsdiff finds the least difference.

import {diffArrays} from 'diff'

/** A stretch of words; `same` stands in both versions, `del` in the old one only, `ins` in the new one only. */
export interface Stretch {
  readonly kind: 'same' | 'del' | 'ins'
  /** For `same` and `ins`, how many of the new tokens it covers; for `del`, the words. */
  readonly tokens: readonly string[]
}

/** Words, marks and white space, each space as one. Words are not cut, since half a word is hard to read aloud. */
export function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}'’]+|[^\s\p{L}\p{N}\p{M}'’]/gu) ?? []
}

/** The stretches from old tokens to new ones. A space between two changes is changed with them, so that marks do not fall apart. */
export function redlineWords(before: readonly string[], after: readonly string[]): Stretch[] {
  const plain = (token: string) => (/^\s/.test(token) ? ' ' : token)
  const parts = diffArrays(before.map(plain), after.map(plain)).map(({added, removed, value}): Stretch => ({kind: added ? 'ins' : removed ? 'del' : 'same', tokens: value}))
  const joined = parts.flatMap((part, i): Stretch[] => {
    const isBetween = part.kind === 'same' && i > 0 && i < parts.length - 1 && part.tokens.every(token => token === ' ')
    return isBetween ? [{kind: 'del', tokens: part.tokens}, {kind: 'ins', tokens: part.tokens}] : [part]
  })
  return inOrder(joined)
}

/** Between words that stayed, first all that was taken out, then all that was put in. */
function inOrder(parts: readonly Stretch[]): Stretch[] {
  const ordered: Stretch[] = []
  let [del, ins]: [string[], string[]] = [[], []]
  const flush = () => {
    if (del.length > 0) ordered.push({kind: 'del', tokens: del})
    if (ins.length > 0) ordered.push({kind: 'ins', tokens: ins})
    ;[del, ins] = [[], []]
  }
  for (const part of parts) {
    if (part.kind === 'del') del.push(...part.tokens)
    else if (part.kind === 'ins') ins.push(...part.tokens)
    else {
      flush()
      ordered.push(part)
    }
  }
  flush()
  return ordered
}
