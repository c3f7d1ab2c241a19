// Invariant: the text read through the tag tree is the manuscript's text, word for word and in order.

import {oneLine, spokenText} from '../spoken-text.ts'
import type {ManuscriptWord} from '../manuscript-text.ts'
import {plainPunctuation} from '../manuscript-text.ts'
import type {PdfReading} from '../read-pdf.ts'
import type {StructureElement} from '../structure.ts'
import {everyElement} from '../structure.ts'
import type {Invariant} from './invariant.ts'

/** Terms, which label what explains them; a list that counts says how. */
function termLabels(elements: readonly StructureElement[]): Set<StructureElement> {
  const lists = [...everyElement(elements)].filter(({standardRole, attributes}) => standardRole === 'L' && !attributes.has('List/ListNumbering'))
  const kidsOf = ({kids}: StructureElement): StructureElement[] => kids.filter((kid) => kid.kind === 'element')
  return new Set(lists.flatMap((list) => kidsOf(list).flatMap((item) => kidsOf(item).filter(({standardRole}) => standardRole === 'Lbl'))))
}

/** A word, and the same with plain punctuation. */
interface Spoken {
  readonly text: string
  readonly plain: string
}

type Expected = Spoken & ManuscriptWord

/** Numbers and bullets of lists are no words of the manuscript. */
function spokenWords(reading: PdfReading, elements: readonly StructureElement[]): Spoken[] {
  const terms = termLabels(elements)
  const text = elements.map((element) => spokenText(reading, element, (alt) => ` [${alt}] `, (inner) => inner.standardRole === 'Lbl' && !terms.has(inner))).join('\n')
  return oneLine(text).split(' ').filter((word) => word !== '').map((word) => ({text: word, plain: plainPunctuation(word)}))
}

function sameWord(spoken: Spoken | undefined, word: Expected): boolean {
  if (spoken === undefined) return false
  return word.exact ? spoken.text === word.text : spoken.plain === word.plain
}

/** Place in `spoken` from which the most of the first words agree: cover, title page and contents come before it. */
function findStart(spoken: readonly Spoken[], words: readonly Expected[]): number {
  const opening = words.slice(0, 40)
  let best = {start: 0, agreeing: -1}
  for (let start = 0; start < spoken.length; start++) {
    let agreeing = 0
    while (agreeing < opening.length && sameWord(spoken[start + agreeing], opening[agreeing]!)) agreeing++
    if (agreeing > best.agreeing) best = {start, agreeing}
  }
  return best.start
}

function around(words: readonly Spoken[], at: number): string {
  return JSON.stringify(words.slice(Math.max(0, at - 5), at + 8).map(({text}) => text).join(' '))
}

/** Compares word by word; after a difference goes on where the next eight words agree again. */
function differences(spoken: readonly Spoken[], words: readonly Expected[]): string[] {
  const faults: string[] = []
  let at = 0
  let expected = 0
  while (expected < words.length || at < spoken.length) {
    const word = words[expected]
    if (word !== undefined && sameWord(spoken[at], word)) {
      at++
      expected++
      continue
    }
    faults.push(`Section ${word?.section ?? 'end'}: the tags read ${around(spoken, at)}, expected ${around(words, expected)}`)
    const next = faults.length >= 20 ? undefined : findAgreement(spoken, words, at, expected)
    if (next === undefined) return faults
    ;[at, expected] = next
  }
  return faults
}

function findAgreement(spoken: readonly Spoken[], words: readonly Expected[], at: number, expected: number): [number, number] | undefined {
  const run = 8
  for (let distance = 1; distance < 200; distance++) {
    for (let skipped = 0; skipped <= distance; skipped++) {
      const [a, b] = [at + skipped, expected + distance - skipped]
      if (b + run > words.length || a + run > spoken.length) continue
      let agreeing = 0
      while (agreeing < run && sameWord(spoken[a + agreeing], words[b + agreeing]!)) agreeing++
      if (agreeing === run) return [a, b]
    }
  }
  return undefined
}

export const manuscriptWords: Invariant = (reading, {manuscript}) => {
  if (manuscript === undefined) return []
  const labelOf = (anchor: string): string | undefined => reading.pages[reading.destinations.get(anchor)?.pageIndex ?? -1]?.label
  const words = manuscript.words(labelOf).map((word) => ({...word, plain: plainPunctuation(word.text)}))
  const spoken = spokenWords(reading, reading.structure.elements)
  return differences(spoken.slice(findStart(spoken, words)), words)
}
