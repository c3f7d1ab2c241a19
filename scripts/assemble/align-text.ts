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

/**
 * Walks the leaves and `expected` (see `htmlText`) together. Where the text has a space and the print has none, the run before
 * it gets `spaceAfter`; where the print has a hyphen for a soft one, that run stands for no text.
 * `decode` gives the text of a code, or nothing when the font has no text for it.
 */
export function alignText(leaves: readonly TextLeaf[], expected: string, decode: Decode): TextMismatch[] {
  const {characters, spaced, hyphenable} = withoutSpaces(expected)
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
    const expectedCode = characters.charCodeAt(at)
    if (isInvisible(code) || (hyphenable[at] && isHyphen(code) && !isHyphen(expectedCode))) return isLost
    if (!isSame(expectedCode, code)) {
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
      if (hyphenable[at] && isLoneHyphen(run, decode) && !isHyphen(characters.charCodeAt(at))) run.actualText = ''
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

/** Chromium sets the hyphen in a run of its own where a word with a soft hyphen is broken. */
function isLoneHyphen({codes, font}: TextRun, decode: Decode): boolean {
  return codes.length === 1 && isHyphen(decode(font, codes[0]!)?.charCodeAt(0))
}

function isHyphen(code: number | undefined): boolean {
  return code === 0x2d || code === 0x2010
}

/** Marks of where a line may end or must not. */
function isInvisible(code: number): boolean {
  return code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff
}

/** Characters that are printed, but white space; for each whether a space (not a block's edge) or a soft hyphen stands before it. */
function withoutSpaces(text: string): {characters: string; spaced: Uint8Array; hyphenable: Uint8Array} {
  const spaced = new Uint8Array(text.length)
  const hyphenable = new Uint8Array(text.length)
  let length = 0
  let gap = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a) gap = 2
    else if (isSpace(code)) gap ||= 1
    else if (code === 0xad) hyphenable[length] = 1
    else if (!isInvisible(code)) {
      spaced[length++] = gap === 1 ? 1 : 0
      gap = 0
    }
  }
  return {characters: text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, ''), spaced, hyphenable}
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d) || (code > 0x1fff && /\s/.test(String.fromCharCode(code)))
}

/** `text-transform` may have changed the case. */
function isSame(expected: number, printed: number): boolean {
  if (expected === printed) return true
  return !Number.isNaN(expected) && String.fromCharCode(expected).toLowerCase() === String.fromCharCode(printed).toLowerCase()
}
