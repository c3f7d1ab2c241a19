// Render: lists that the book makes of itself, as values: what is where by label, definitions, voices, abbreviations, subjects.

import type {IndexEntry} from './index-entries.ts'
import type {Making} from './making.ts'

/** A place of the book with the words that lead to it. */
export interface ListLink {
  readonly title: string
  readonly anchor: string
}

/** A label with the sections that carry it. */
export interface LabelGroup {
  readonly term: string
  readonly links: readonly ListLink[]
}

export type BookList =
  /** Sections by label. */
  | {readonly kind: 'finder'; readonly groups: readonly LabelGroup[]}
  /** The same as a table; `title` heads the first column. */
  | {readonly kind: 'crosswalk'; readonly title: string; readonly groups: readonly LabelGroup[]}
  | {readonly kind: 'glossary'; readonly links: readonly ListLink[]}
  /** Where each voice appears: its first words, who speaks, and in which section. */
  | {readonly kind: 'quotes-index'; readonly quotes: readonly (ListLink & {readonly attribution: string; readonly section: string})[]}
  | {readonly kind: 'abbreviations'; readonly abbreviations: readonly {readonly short: string; readonly text: string}[]}
  /** What the book was made with; on screens without Chromium. */
  | {readonly kind: 'colophon'; readonly making: Making; readonly date?: string}
  /** The subject index. */
  | {readonly kind: 'index'; readonly entries: readonly IndexEntry[]}

/** Rough count of the characters that a list prints, for a guess at its pages. */
export function charactersOfList(list: BookList): number {
  return JSON.stringify(list).length
}
