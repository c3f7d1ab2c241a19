// Render: what one Markdown file becomes by itself, before anything it looks up elsewhere in the book is known.

import type {Block} from '../book/block.ts'
import type {Level, RuleId} from '../diagnostics/rules.ts'
import type {ListKind} from './lists/list-kind.ts'

/**
 * A file as HTML with slots. It depends on nothing but the file, the section's id, depth, title and labels, the edition where it says `only`, and the book's language;
 * what it wants from elsewhere stands in `lookups`, and a slot in `html` marks where each answer goes. Plain data, kept in the cache.
 */
export interface Fragment {
  /** Plain text of the title, in which facts are still slots. */
  readonly title: string
  /** Content of the section element, the title included; see `slots.ts`. */
  readonly html: string
  readonly anchors: readonly FragmentAnchor[]
  /** Names that links inside a file or from another file may use (GitHub's slugs, ids in raw HTML), with the anchor they stand for. */
  readonly aliases: Readonly<Record<string, string>>
  readonly lookups: readonly Lookup[]
  /** Blocks in order; the key of a block in a unit is made from its place here. */
  readonly blocks: readonly FragmentBlock[]
  readonly messages: readonly FragmentMessage[]
  /** Places that the subject index leads to, in the order of the file. */
  readonly marks: readonly {readonly entry: string; readonly anchor: string}[]
  /** Entries of the subject index that send readers on to another. */
  readonly sees: readonly {readonly entry: string; readonly to: string; readonly span: Span}[]
}

/** Line, column, end line and end column, one-based, and the count of characters before it. */
export type Span = readonly [line: number, column: number, endLine: number, endColumn: number, offset: number]

/** Something that a link can lead to. */
export interface FragmentAnchor {
  readonly id: string
  readonly kind: 'heading' | 'definition' | 'figure' | 'block' | 'note' | 'mark'
  /** Plain text that names it in a cross-reference, with facts as slots; empty where there is none. */
  readonly title: string
  /** Level as tagged, for headings. */
  readonly level?: number
  /** True when the manuscript gives the id, so that a second one is an error. */
  readonly isGiven: boolean
  readonly span: Span
}

/** A question to the rest of the book. */
export type Lookup =
  | {readonly kind: 'fact' | 'variable'; readonly id: string; readonly span: Span}
  | {readonly kind: 'quote'; readonly id: string; readonly anchor: string; readonly span: Span}
  | ReferenceLookup
  | LinkLookup
  | {readonly kind: 'term'; readonly to: string; readonly isAnchor: boolean; readonly span: Span}
  | ImageLookup
  /** A code that leads a phone to an address. */
  | {readonly kind: 'qr'; readonly to: string; readonly alt: string; readonly span: Span}
  /** Counts that are drawn, by the ids of their facts. */
  | {readonly kind: 'plot'; readonly facts: readonly string[]; readonly span: Span}
  /** A list that the book makes of itself; `by` is a list of labels. */
  | {readonly kind: 'list'; readonly list: ListKind; readonly by?: string; readonly span: Span}

/** `:ref[anchor]`, or `:ref[words]{to=anchor}` around words that stand in the HTML. */
export interface ReferenceLookup {
  readonly kind: 'reference'
  readonly to: string
  readonly hasWords: boolean
  readonly showsPage: boolean
  /** False inside a link, where only words may stand. */
  readonly isLink: boolean
  readonly span: Span
}

/** A Markdown or HTML link around words that stand in the HTML. */
export interface LinkLookup {
  readonly kind: 'link'
  readonly href: string
  readonly showsPage: boolean
  readonly span: Span
}

export interface ImageLookup {
  readonly kind: 'image'
  readonly src: string
  /** Absent when the image has none; empty when it is decorative. */
  readonly alt?: string
  /** Stands alone, so that a gap may be a paragraph. */
  readonly isBlock: boolean
  readonly widthPx?: number
  readonly span: Span
}

export interface FragmentBlock {
  readonly kind: Block['kind']
  readonly line: number
  readonly column: number
  readonly id?: string
}

/** A diagnostic as data. */
export interface FragmentMessage {
  readonly rule: RuleId
  readonly reason: string
  readonly span?: Span
  readonly note?: string
  readonly level?: Level
}
