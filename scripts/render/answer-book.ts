// Render: every section's lookups are answered, and everything that is wrong in the book is told in reading order.

import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {answerLookups} from './answer-lookups.ts'
import type {Answer} from './answer.ts'
import {strayEntries} from './lists/index-entries.ts'
import type {Library} from './library.ts'
import {placeOf} from './place-of.ts'
import type {RenderedSection} from './section-list.ts'

export interface AnsweredBook {
  /** Answers by the id of the section that asks. */
  readonly answers: ReadonlyMap<string, readonly Answer[]>
  readonly messages: readonly Diagnostic[]
}

/** Answers what the sections ask, from the first to the last. */
export function answerBook(sections: readonly RenderedSection[], library: Library): AnsweredBook {
  const answers = new Map<string, readonly Answer[]>()
  const messages = [...library.index.messages, ...strayEntries(sections)]
  for (const rendered of sections) {
    const answered = answerLookups(rendered, library)
    answers.set(rendered.section.id, answered.answers)
    messages.push(...fragmentMessages(rendered), ...answered.messages)
  }
  return {answers, messages: inReadingOrder(messages, sections)}
}

function fragmentMessages({section, fragment}: RenderedSection): Diagnostic[] {
  return fragment.messages.map(({rule, reason, span, note, level}) =>
    diagnose(rule, reason, span ? placeOf(section, span) : {file: section.file}, note, level)
  )
}

function inReadingOrder(messages: readonly Diagnostic[], sections: readonly RenderedSection[]): Diagnostic[] {
  const order = new Map(sections.map(({section}, index) => [section.file, index]))
  const rank = ({file}: Diagnostic) => order.get(file) ?? -1
  return messages.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
