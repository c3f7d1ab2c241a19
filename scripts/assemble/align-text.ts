// Assemble: the printed text read against the text the HTML says, to put back the spaces that line ends swallowed and to notice any loss.

import type {TextRun} from './page-content.ts'

/** One stretch of marked content in reading order. */
export interface TextLeaf {
  readonly runs: readonly TextRun[]
  /** True for list markers, which are in no text of the HTML. */
  readonly marker: boolean
}

/** A leaf, by its index, whose text differs from the HTML's. */
export interface TextMismatch {
  readonly leaf: number
  readonly expected: string
  readonly printed: string
}

type Decode = (font: string, code: number) => string | undefined

/** How far ahead the text goes on being looked for after a difference. */
const reach = 200
const softHyphen = 0xad

/**
 * Walks the leaves and `expected` (see `htmlText`) together. Where the text has a space and the print has none, the run before
 * it gets `spaceAfter`. `decode` gives the text of a code, or nothing when the font has no text for it.
 */
export function alignText(leaves: readonly TextLeaf[], expected: string, decode: Decode): TextMismatch[] {
  const {characters, spaced} = withoutSpaces(expected)
  const mismatches: TextMismatch[] = []
  let at = 0
  let lastRun: TextRun | undefined
  let lastWasSpace = true

  const readCharacter = (code: number, run: TextRun, leaf: number, isLost: boolean): boolean => {
    if (isSpace(code)) {
      lastWasSpace = true
      lastRun = run
      return isLost
    }
    if (characters.charCodeAt(at) === softHyphen && code !== softHyphen) at++
    if (!isSame(characters.charCodeAt(at), code)) {
      if (isLost) return true
      mismatches.push({leaf, expected: characters.slice(at, at + 20), printed: leafText(leaves[leaf]!, decode)})
      const found = characters.indexOf(String.fromCharCode(code), at)
      if (found < 0 || found > at + reach) return true
      at = found
    }
    if (spaced[at] && lastRun && !lastWasSpace) lastRun.spaceAfter = true
    at++
    lastWasSpace = false
    lastRun = run
    return isLost
  }

  leaves.forEach((leaf, index) => {
    if (leaf.marker) return
    let isLost = false
    for (const run of leaf.runs) {
      if (run.actualText !== undefined) {
        for (let i = 0; i < run.actualText.length; i++) isLost = readCharacter(run.actualText.charCodeAt(i), run, index, isLost)
        continue
      }
      for (const code of run.codes) {
        const text = decode(run.font, code)
        if (text === undefined) at++
        else for (let i = 0; i < text.length; i++) isLost = readCharacter(text.charCodeAt(i), run, index, isLost)
      }
    }
  })
  if (at < characters.length && mismatches.length === 0) {
    mismatches.push({leaf: leaves.length - 1, expected: characters.slice(at, at + 40), printed: ''})
  }
  return mismatches
}

function leafText({runs}: TextLeaf, decode: Decode): string {
  return runs.map(run => run.actualText ?? run.codes.map(code => decode(run.font, code) ?? '\ufffd').join('')).join(' ')
}

/** Characters but white space, and for each whether a space (not a block's edge) stands before it. */
function withoutSpaces(text: string): {characters: string; spaced: Uint8Array} {
  const spaced = new Uint8Array(text.length)
  let length = 0
  let gap = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a) gap = 2
    else if (isSpace(code)) gap ||= 1
    else {
      spaced[length++] = gap === 1 ? 1 : 0
      gap = 0
    }
  }
  return {characters: text.replace(/\s+/g, ''), spaced}
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d) || (code > 0x1fff && /\s/.test(String.fromCharCode(code)))
}

/** `text-transform` may have changed the case. */
function isSame(expected: number, printed: number): boolean {
  if (expected === printed) return true
  return !Number.isNaN(expected) && String.fromCharCode(expected).toLowerCase() === String.fromCharCode(printed).toLowerCase()
}
