// Accessibility: what is asked of a checklist's items, and how each was answered.

import type {Place} from '../book/block.ts'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import type {DescribedDocument, DescribedElement} from '../describe/document.ts'
import type {OtherVersion} from './other-version.ts'

/** `none`: the book has nothing of the kind; `person`: nobody but a person can tell. */
export type Outcome = 'pass' | 'fail' | 'person' | 'none'

/** Something that stands against an item. */
export interface Finding {
  /** What was found, in one line. */
  readonly text: string
  /** Manuscript file, and line, where it can be mended. */
  readonly file?: string
  readonly line?: number
}

export interface ChecklistItem {
  /** Stable, in kebab-case. */
  readonly id: string
  /** What must be so, as a statement. */
  readonly statement: string
  /** Where it is asked: `A6` is an item of the HHS PDF checklist of 2018, `2013 1.2` one of that of 2013, then clauses of other standards. */
  readonly asked: string
  readonly outcome: Outcome
  /** What was looked at, or for a person, what to look at. */
  readonly note: string
  readonly findings: readonly Finding[]
}

/** What the checklist is answered from. */
export interface Examined {
  /** File name of the PDF. */
  readonly fileName: string
  readonly metadata: {readonly title: string; readonly publishers: readonly string[]; readonly subject?: string; readonly keywords: readonly string[]; readonly language: string}
  /** The PDF as a reader finds it. */
  readonly document: DescribedDocument
  /** Everything that the build had to say. */
  readonly diagnostics: readonly Diagnostic[]
  /** The templates' tokens, as CSS. */
  readonly tokens: string
  /** The HTML file that was made with it. */
  readonly otherVersion: OtherVersion | undefined
  /** Where in the manuscript a tag comes from; the program's own come from nowhere. */
  placeOf(element: DescribedElement): Place | undefined
}

/** What stands against a tag, at the line it was made from. */
export function at({placeOf}: Examined, element: DescribedElement, text: string): Finding {
  const place = placeOf(element)
  return place === undefined ? {text} : {text, file: place.file, line: place.line}
}

/** An item that a machine can answer: it fails when there are findings. */
export function decided(item: Omit<ChecklistItem, 'outcome' | 'findings'>, findings: readonly Finding[]): ChecklistItem {
  return {...item, outcome: findings.length > 0 ? 'fail' : 'pass', findings}
}

/** An item for a person, with where to look; nothing to look at is `none`. */
export function forPerson(item: Omit<ChecklistItem, 'outcome' | 'findings'>, findings: readonly Finding[] = []): ChecklistItem {
  return {...item, outcome: 'person', findings}
}

/** Diagnostics of some rules, as findings. */
export function findingsOf(diagnostics: readonly Diagnostic[], ...rules: readonly string[]): Finding[] {
  return diagnostics
    .filter(({ruleId}) => rules.includes(ruleId ?? ''))
    .map(({reason, file, line}) => ({text: reason, ...(file ? {file} : {}), ...(line === undefined ? {} : {line})}))
}
