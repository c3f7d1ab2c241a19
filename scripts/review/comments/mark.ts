// Review: what a reviewer left in a file, as the file says it, before it is placed in the text.

/**
 * What the reviewer did: marked words (`highlight`, `underline`, `squiggly`), proposed other words (`delete`, `insert`, `replace`), wrote beside or over the
 * text (`note`, `text`), drew (`ink`, `drawing`, `stamp`), enclosed something (`attachment`, `recording`), answered another mark (`reply`, `state`), or
 * said something without a mark (`comment`).
 */
export const markKinds = ['highlight', 'underline', 'squiggly', 'delete', 'insert', 'replace', 'note', 'text', 'ink', 'drawing', 'stamp', 'attachment', 'recording', 'reply', 'state', 'comment', 'other'] as const
export type MarkKind = (typeof markKinds)[number]

/** How the comment reached us. */
export const media = ['pdf', 'xfdf', 'fdf', 'html', 'hypothesis', 'table', 'paper', 'voice'] as const
export type Medium = (typeof media)[number]

/** In points, in the space of the unrotated page. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** A line of handwriting: x and y by turns, in points, in the space of the unrotated page. */
export type Stroke = readonly number[]

export interface Mark {
  readonly kind: MarkKind
  readonly medium: Medium
  /** Name of the mark in its file, by which `parent` refers to it. */
  readonly name?: string
  /** Name that its program gave it, which it keeps when the file is saved again. */
  readonly uid?: string
  /** Name of the mark that this one answers. */
  readonly parent?: string
  /** Zero-based. */
  readonly page?: number
  /** Where the mark lies, and the lines of text that it covers. */
  readonly box?: Box
  readonly lines?: readonly Box[]
  /** The words that it is about, as the reviewer's program or the reviewer says. */
  readonly quote?: string
  readonly before?: string
  readonly after?: string
  /** Block ids, as the reviewer gave them. */
  readonly blocks?: readonly string[]
  /** Where it belongs, in the reviewer's words. */
  readonly where?: string
  /** What the reviewer says; empty when the mark says it all. */
  readonly comment: string
  /** Words that shall stand in the place of the quoted ones, or behind them when the kind is `insert`. */
  readonly suggestion?: string
  /** As the file has it; never to be shown. */
  readonly author?: string
  readonly strokes?: readonly Stroke[]
  /** Only a picture of the page can show what it is. */
  readonly isPicture?: boolean
}

/** What was found in one returned file. */
export interface ReturnedFile {
  /** JSON of the round's manifest, when the file brought it. */
  readonly manifest?: string
  readonly marks: readonly Mark[]
  /** What could not be read, in words for the person who collects. */
  readonly losses: readonly string[]
}
