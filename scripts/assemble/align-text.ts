// Assemble: the printed text read against the text the HTML says, to put back the spaces that line ends swallowed and to notice any loss.

import type {TextRun} from './read-text-object.ts'

/** One stretch of marked content in reading order. */
export interface TextLeaf {
  readonly runs: readonly TextRun[]
  /** True for list markers, which are in no text of the HTML. */
  readonly marker: boolean
  /** Set when the runs stand in the order of the eye, not in that of the text; gets the text that they were set from. */
  readonly told?: {text: string}
}

/** A difference: the leaf it is in, by its index, and how text and print go on from the word that differs. */
export interface TextMismatch {
  readonly leaf: number
  readonly expected: string
  readonly printed: string
}

/** A character of the text that was printed as a glyph without text, such as the box for what a font lacks. */
export interface UnknownGlyph {
  readonly leaf: number
  readonly text: string
}

type Decode = (font: string, code: number) => string | undefined

/**
 * Reads the leaves and `expected` (see `htmlText`) side by side. Where the text has a space and the print has none, the run before
 * it gets `spaceAfter`; where the print has a hyphen for a soft one, that run stands for no text. A glyph without text passes for
 * any letter. `decode` gives the text of a code, or nothing when the font has no text for it.
 */
export function alignText(leaves: readonly TextLeaf[], expected: string, decode: Decode): {mismatches: readonly TextMismatch[]; unknown: readonly UnknownGlyph[]} {
  const aligner = new Aligner(expected, decode)
  leaves.forEach((leaf, index) => {
    if (!leaf.marker) aligner.readLeaf(leaf, index)
  })
  aligner.finish(leaves.length - 1)
  return {mismatches: aligner.mismatches, unknown: aligner.unknown}
}

/** Letters that must agree for the print to be found again after a difference, anywhere or near it. */
const enough = 12
const enoughNearby = 4
const nearby = 200
const excerptLength = 40

/** Glyph of every font for what it lacks. */
const missing = 0

/** What stands before a letter of the text: nothing, a space, or a block's edge. */
const gap = {none: 0, space: 1, edge: 2}

class Aligner {
  readonly mismatches: TextMismatch[] = []
  readonly unknown: UnknownGlyph[] = []
  private readonly letters: string
  private readonly gaps: Uint8Array
  private readonly hyphenable: Uint8Array
  /** Place in the letters of the text. */
  private at = 0
  private lastRun: TextRun | undefined
  private lastWasSpace = true
  private leaf: TextLeaf = {runs: [], marker: false}
  private leafIndex = -1
  /** Letters of the leaf that were read, and how many of the next ones are in no text. */
  private read = 0
  private extra = 0

  constructor(
    text: string,
    private readonly decode: Decode
  ) {
    const {letters, gaps, hyphenable} = readLetters(text)
    this.letters = letters
    this.gaps = gaps
    this.hyphenable = hyphenable
  }

  readLeaf(leaf: TextLeaf, index: number): void {
    this.leaf = leaf
    this.leafIndex = index
    this.read = 0
    if (this.extra > 0) this.extra = this.find(lettersOf(printedText(leaf, this.decode)), 0) ?? Infinity
    if (leaf.told) return this.readShuffled(leaf.runs, leaf.told)
    for (const run of leaf.runs) this.readRun(run)
  }

  /** Reads runs in the order in which the text has them, and takes over the text with its spaces. */
  private readShuffled(runs: readonly TextRun[], told: {text: string}): void {
    const [start, isAfterSpace] = [this.at, this.lastWasSpace]
    this.lastWasSpace = true
    // Where spaces by themselves stand is not known; the text has them.
    const rest = runs.filter(run => this.textOf(run).trim() !== '')
    let [first, last] = ['', '']
    while (rest.length > 0) {
      const [run] = rest.splice(this.nextOf(rest), 1)
      last = this.textOf(run!)
      first ||= last
      this.readRun(run!)
    }
    const before = !isAfterSpace && (this.gaps[start] === gap.space || /^\s/.test(first)) ? ' ' : ''
    const after = this.gaps[this.at] === gap.space || /\s$/.test(last) ? ' ' : ''
    told.text = before + this.textBetween(start, this.at) + after
    this.lastWasSpace = after !== ''
  }

  private textOf(run: TextRun): string {
    return printedText({runs: [run], marker: false}, this.decode)
  }

  /** The longest run that stands in the text at its place, or else the first. */
  private nextOf(runs: readonly TextRun[]): number {
    const text = withoutSides(this.letters.slice(this.at, this.at + nearby))
    const lengths = runs.map(run => {
      const letters = withoutSides(lettersOf(this.textOf(run)))
      return text.startsWith(letters.slice(0, nearby)) ? letters.length : -1
    })
    return Math.max(0, lengths.indexOf(Math.max(...lengths)))
  }

  private readRun(run: TextRun): void {
    if (this.hyphenable[this.at] && isLoneHyphen(run, this.decode) && !isHyphen(this.letters.charCodeAt(this.at))) run.actualText = ''
    if (run.actualText !== undefined) {
      if (run.codes.includes(missing) && this.decode(run.font, missing) === undefined) this.unknown.push({leaf: this.leafIndex, text: run.actualText})
      this.readText(run.actualText, run)
    } else {
      for (const code of run.codes) {
        const text = this.decode(run.font, code)
        if (text === undefined) this.readUnknown(run)
        else this.readText(text, run)
      }
    }
  }

  /** Reports what is left of the text, unless a difference explains it. */
  finish(lastLeaf: number): void {
    if (this.at < this.letters.length && this.mismatches.length === 0) this.mismatches.push({leaf: lastLeaf, expected: this.excerpt(this.at), printed: ''})
  }

  private readText(text: string, run: TextRun): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (isSpace(code)) this.pass(run, true)
      else if (!isInvisible(code)) this.readLetter(code, run)
    }
  }

  private readLetter(code: number, run: TextRun): void {
    this.read++
    const expected = this.letters.charCodeAt(this.at)
    if (this.extra > 0) this.extra--
    else if (this.hyphenable[this.at] && isHyphen(code) && !isHyphen(expected)) return
    else if (isSame(expected, code) || (this.leaf.told && isMirrored(expected, code)) || this.findAgain()) this.take(1)
    this.pass(run, false)
  }

  private readUnknown(run: TextRun): void {
    this.read++
    if (this.extra > 0) this.extra--
    else {
      const text = String.fromCodePoint(this.letters.codePointAt(this.at) ?? 0xfffd)
      this.unknown.push({leaf: this.leafIndex, text})
      this.take(text.length)
    }
    this.pass(run, false)
  }

  private take(count: number): void {
    if (this.gaps[this.at] === gap.space && this.lastRun && !this.lastWasSpace) this.lastRun.spaceAfter = true
    this.at += count
  }

  private pass(run: TextRun, isSpace: boolean): void {
    this.lastRun = run
    this.lastWasSpace = isSpace
  }

  /** Reports a difference, and goes on where the print, from the word that differs, stands in the text. False when the letter just read does not. */
  private findAgain(): boolean {
    let back = 0
    while (back < this.read - 1 && back < this.at && this.gaps[this.at - back] === gap.none) back++
    this.at -= back
    const printed = fromLetter(printedText(this.leaf, this.decode), this.read - 1 - back)
    this.mismatches.push({leaf: this.leafIndex, expected: this.excerpt(this.at), printed: printed.slice(0, excerptLength)})
    const passedOver = this.find(lettersOf(printed), back) ?? Infinity
    this.extra = Math.max(0, passedOver - back - 1)
    if (passedOver > back) return false
    this.at += back - passedOver
    return true
  }

  /**
   * Sets the place in the text to that of the print, some of whose first letters may be passed over; returns how many, if it is found.
   * The first `agreed` letters stand in the text already.
   */
  private find(printed: string, agreed: number): number | undefined {
    const print = withoutCase(printed)
    const text = withoutCase(this.letters.slice(this.at))
    if (print.length < enoughNearby) return text.startsWith(print) ? 0 : undefined
    for (let start = 0; start < nearby; start++) {
      const needle = print.slice(start, Math.max(start, agreed) + enough)
      if (needle.length < enoughNearby) return undefined
      const isFar = start === 0 && needle.length >= enough
      const found = (isFar ? text : text.slice(0, nearby + needle.length)).indexOf(needle)
      if (found < 0) continue
      this.at += found
      return start
    }
    return undefined
  }

  private excerpt(from: number): string {
    let text = ''
    for (let i = from; i < this.letters.length && text.length < excerptLength; i++) text += (i > from && this.gaps[i] !== gap.none ? ' ' : '') + this.letters[i]!
    return text
  }

  private textBetween(from: number, to: number): string {
    let text = ''
    for (let i = from; i < to; i++) text += (i > from && this.gaps[i] !== gap.none ? ' ' : '') + this.letters[i]!
    return text
  }
}

/** Text of a leaf as it was printed, a space where a line ends. */
function printedText({runs}: TextLeaf, decode: Decode): string {
  let text = ''
  let y: number | undefined
  for (const {actualText, codes, font, matrix} of runs) {
    if (y !== undefined && matrix[5] !== y) text += ' '
    y = matrix[5]
    text += actualText ?? codes.map(code => decode(font, code) ?? '\ufffd').join('')
  }
  return text
}

function lettersOf(text: string): string {
  return [...text].filter(character => !isSpace(character.charCodeAt(0)) && !isInvisible(character.charCodeAt(0))).join('')
}

/** The text from one of its letters on. */
function fromLetter(text: string, letter: number): string {
  let passed = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isSpace(code) && !isInvisible(code) && passed++ === letter) return text.slice(i)
  }
  return ''
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

/** What is printed of a text but white space, what stands before each letter, and whether a soft hyphen does. */
function readLetters(text: string): {letters: string; gaps: Uint8Array; hyphenable: Uint8Array} {
  const gaps = new Uint8Array(text.length)
  const hyphenable = new Uint8Array(text.length)
  let length = 0
  let before = gap.none
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a) before = gap.edge
    else if (isSpace(code)) before ||= gap.space
    else if (code === 0xad) hyphenable[length] = 1
    else if (!isInvisible(code)) {
      gaps[length++] = before
      before = gap.none
    }
  }
  return {letters: text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, ''), gaps, hyphenable}
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d) || (code > 0xff && code !== 0xfeff && /\s/.test(String.fromCharCode(code)))
}

/** `text-transform` may have changed the case. */
function isSame(expected: number, printed: number): boolean {
  if (expected === printed) return true
  return !Number.isNaN(expected) && String.fromCharCode(expected).toLowerCase() === String.fromCharCode(printed).toLowerCase()
}

const brackets = '()[]{}<>«»‹›'

/** A bracket in words from right to left is painted, and sometimes told, as its mirror image. */
function isMirrored(expected: number, printed: number): boolean {
  const at = brackets.indexOf(String.fromCharCode(printed))
  return at >= 0 && brackets.charCodeAt(at ^ 1) === expected
}

/** Text that does not tell brackets that open from those that close. */
function withoutSides(text: string): string {
  return text.replace(/[()[\]{}<>«»‹›]/g, bracket => brackets[brackets.indexOf(bracket) & ~1]!)
}

/** Small letters, unless that would change the length. */
function withoutCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}
