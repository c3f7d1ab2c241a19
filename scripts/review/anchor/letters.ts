// Review: texts reduced to their letters and digits, so that spaces, hyphens at line ends, ligatures, quotation marks and capitals make no difference when words
// are found again.

import type {ManifestBlock} from '../manifest.ts'

/** The letters of several blocks, one behind the other. */
export interface Letters {
  readonly text: string
  /** Index in `blocks`, and offset in that block's text, of a letter. */
  blockOf(at: number): number
  offsetOf(at: number): number
  /** First letter of a block, and of the one behind the last. */
  startOf(block: number): number
  readonly blocks: readonly ManifestBlock[]
}

/** The letters of the blocks' texts. */
export function lettersOf(blocks: readonly ManifestBlock[]): Letters {
  const starts: number[] = []
  const offsets: number[] = []
  let all = ''
  for (const {text} of blocks) {
    starts.push(all.length)
    let at = 0
    for (const character of text) {
      const letters = fold(character)
      for (let i = 0; i < letters.length; i++) offsets.push(at)
      all += letters
      at += character.length
    }
  }
  starts.push(all.length)
  return {
    text: all,
    blocks,
    offsetOf: at => offsets[at]!,
    startOf: block => starts[block]!,
    blockOf(at) {
      let low = 0
      let high = blocks.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle]! <= at) low = middle
        else high = middle - 1
      }
      return low
    }
  }
}

/** Letters and digits of a text. */
export function foldText(text: string): string {
  if (text.length === 1) return fold(text)
  let folded = ''
  for (const character of text) folded += fold(character)
  return folded
}

const known = new Map<string, string>()
/** Most characters are of ASCII, whose letters are found sooner so. */
const ascii = Array.from({length: 128}, (_, code) => reduce(String.fromCharCode(code)))

/** What a character counts as: `ﬁ` is `fi`, `É` is `e`, a dash is nothing. */
function fold(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 128) return ascii[code]!
  let letters = known.get(character)
  if (letters === undefined) known.set(character, (letters = reduce(character)))
  return letters
}

function reduce(character: string): string {
  return character.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
