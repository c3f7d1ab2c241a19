// Assemble: the printed text read against the text the HTML says, to put back the spaces that line ends swallowed and to notice any loss.

import type {TextRun} from './page-content.ts'

/** One stretch of marked content in reading order. */
export interface TextLeaf {
  readonly runs: readonly TextRun[]
  /** True for list markers, which are in no text of the HTML. */
  readonly marker: boolean
}

/** Leaves whose text differs from the HTML's, by their index. */
export interface TextMismatch {
  readonly leaf: number
  readonly expected: string
  readonly printed: string
}

/**
 * Walks the leaves and `expected` (see `htmlText`) together. Where the text has a space and the print has none, the run before
 * it gets `spaceAfter`. `decode` gives the text of a code, or nothing when the font has no text for it.
 */
export function alignText(leaves: readonly TextLeaf[], expected: string, decode: (font: string, code: number) => string | undefined): TextMismatch[] {
  const {characters, gaps} = withoutSpaces(expected)
  const mismatches: TextMismatch[] = []
  let at = 0
  let lastRun: TextRun | undefined
  let lastWasSpace = true

  leaves.forEach((leaf, index) => {
    if (leaf.marker) return
    let differs = false
    for (const run of leaf.runs) {
      for (const character of printedCharacters(run, decode)) {
        if (character !== undefined && /\s/.test(character)) {
          lastWasSpace = true
          lastRun = run
          continue
        }
        if (characters[at] === '\u00ad' && character !== '\u00ad') at++
        if (character !== undefined && fold(characters[at]) !== fold(character)) {
          const found = differs ? -1 : characters.indexOf(fold(character)!, at)
          if (!differs) mismatches.push({leaf: index, expected: characters.slice(at, at + 20), printed: leafText(leaf, decode)})
          differs = true
          if (found >= 0 && found < at + 200) at = found
          else continue
        }
        if (gaps[at] === ' ' && lastRun && !lastWasSpace) lastRun.spaceAfter = true
        at++
        lastWasSpace = false
        lastRun = run
      }
    }
  })
  if (at < characters.length && mismatches.length === 0) {
    mismatches.push({leaf: leaves.length - 1, expected: characters.slice(at, at + 40), printed: ''})
  }
  return mismatches
}

function* printedCharacters(run: TextRun, decode: (font: string, code: number) => string | undefined): Generator<string | undefined> {
  if (run.actualText !== undefined) {
    yield* run.actualText.split('')
    return
  }
  for (const code of run.codes) {
    const text = decode(run.font, code)
    if (text === undefined) yield undefined
    else if (text.length === 1) yield text
    else yield* text.split('')
  }
}

function leafText(leaf: TextLeaf, decode: (font: string, code: number) => string | undefined): string {
  return leaf.runs.map(run => [...printedCharacters(run, decode)].map(character => character ?? '\ufffd').join('')).join(' ')
}

function withoutSpaces(text: string): {characters: string; gaps: string[]} {
  let characters = ''
  const gaps: string[] = []
  let gap = ''
  for (const character of text) {
    if (/\s/.test(character)) {
      if (gap !== '\n') gap = character === '\n' ? '\n' : ' '
      continue
    }
    for (let i = 0; i < character.length; i++) gaps.push(i === 0 ? gap : '')
    characters += character
    gap = ''
  }
  return {characters, gaps}
}

/** `text-transform` may change case, and fonts map some punctuation to its compatible form. */
function fold(character: string | undefined): string | undefined {
  return character?.toLowerCase()
}
