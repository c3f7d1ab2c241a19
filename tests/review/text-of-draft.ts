// What the tags of a draft say, parted into the book's own words and what the draft adds to them.

import {manuscriptWords} from '../support/invariants/manuscript-words.ts'
import {expectedOf} from '../support/book-test.ts'
import type {PdfReading} from '../support/read-pdf.ts'
import {oneLine, spokenText} from '../support/spoken-text.ts'
import type {StructureElement, StructureKid} from '../support/structure.ts'

/** As `draft` adds them to every section. */
export const questions = [
  'Is anything wrong here, or not how it is in real life?',
  'Is anything missing?',
  'Could anything here hurt or shame someone, or get someone into trouble?',
  'Is anything hard to read, or could it be said more simply?'
]

const name = /^[A-Z]{2}-\d+(?: (?:added|changed|removed|moved))?$/
const question = /^What do you think of “.*”\?$/

export interface PartedText {
  /** Names of blocks and questions, in the order in which they are read. */
  readonly added: readonly string[]
  /** Differences between the rest and the manuscript of a round, word by word. */
  readonly faults: readonly string[]
}

/** `taken` are words that stand in the draft although the manuscript has them no more; `sections` are those of the draft, all without it. */
export async function partText(reading: PdfReading, folder: string, {taken = [], sections}: {taken?: readonly string[]; sections?: readonly string[]} = {}): Promise<PartedText> {
  const added: string[] = []
  let isBook = false
  const withoutAdded = (element: StructureElement): StructureElement[] => {
    const text = oneLine(spokenText(reading, element))
    // Before that stands a page on how to comment, which speaks of names.
    isBook ||= element.role === 'P' && name.test(text)
    if (element.role === 'Del' && taken.includes(text)) return []
    if (isBook && (name.test(text) || question.test(text) || questions.includes(text))) {
      added.push(text)
      return []
    }
    return [{...element, kids: element.kids.flatMap((kid): StructureKid[] => (kid.kind === 'element' ? withoutAdded(kid) : [kid]))}]
  }
  const elements = reading.structure.elements.flatMap(withoutAdded)
  const {manuscript} = expectedOf(folder, {})
  const words = (labelOf: Parameters<NonNullable<typeof manuscript>['words']>[0]) => manuscript!.words(labelOf).filter(({section}) => sections?.includes(section) !== false)
  const faults = await manuscriptWords({...reading, structure: {...reading.structure, elements}}, {manuscript: {headings: manuscript!.headings, words}})
  return {added, faults}
}
