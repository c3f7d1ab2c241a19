// Model 1: what is said. A book as its editors wrote it, before anything is laid out.

import type {Abbreviation} from './abbreviation.ts'
import type {LabelList} from './label-list.ts'
import type {Quote} from './quote.ts'
import type {Section} from './section.ts'

/** Publication facts from `book.yaml`; in a plain folder only `title` and `language` are certain. */
export interface BookMetadata {
  readonly title: string
  readonly subtitle?: string
  /** BCP 47 tag. */
  readonly language: string
  readonly publishers: readonly string[]
  readonly funder?: string
  readonly edition?: string
  /** Publication date, `YYYY-MM-DD`. */
  readonly date?: string
  readonly licence?: string
  /** What readers must know before they rely on the book; stands on the copyright page. */
  readonly notice?: string
  readonly subject?: string
  readonly keywords: readonly string[]
  /** True for a few pages with the title above the text, without cover and contents. */
  readonly isSheet?: boolean
}

/** A count, date or name that the text may only use by its id, from `facts.yaml`. */
export interface Fact {
  readonly id: string
  /** The words that replace `:fact[id]` in the text. */
  readonly text: string
  readonly source?: string
  /** The count that the text says, where it does not say it in figures. */
  readonly number?: number
  /** What is counted, for plots. */
  readonly label?: string
  /** File and line that declares it. */
  readonly file: string
  readonly line: number
}

/** An edition that `book.yaml` declares; the first one is built when none is asked for. */
export interface EditionDeclaration {
  readonly id: string
  readonly title?: string
  readonly subtitle?: string
  /** Name of the edition's products. */
  readonly name?: string
  /** Words by which `:var[name]` speaks of this edition's own things. */
  readonly variables?: ReadonlyMap<string, string>
}

/** Everything a manuscript says, in reading order. Paths are relative to `folder`, with forward slashes. */
export interface Book {
  /** Absolute path of the book's folder; used to find figures, never printed in a product. */
  readonly folder: string
  /** Products are called `<name>.pdf` and `<name>.html`: ASCII letters, digits and hyphens. */
  readonly name: string
  /** True when there was no `book.yaml`. */
  readonly plain: boolean
  readonly metadata: BookMetadata
  readonly editions: readonly EditionDeclaration[]
  /** Ids of the sections that introduce the book on its web site. */
  readonly site: readonly string[]
  readonly frontMatter: readonly Section[]
  readonly body: readonly Section[]
  readonly backMatter: readonly Section[]
  readonly quotes: ReadonlyMap<string, Quote>
  readonly facts: ReadonlyMap<string, Fact>
  readonly labels: ReadonlyMap<string, LabelList>
  /** By their short form. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>
}
