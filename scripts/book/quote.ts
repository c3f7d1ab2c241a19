// Model 1: a person's words, kept apart from every section so that no edit can change them.

/** One file of `quotes/`. */
export interface Quote {
  readonly id: string
  /** The words exactly as given, paragraphs parted by a blank line; never set in other quotation marks, dashes or spelling. */
  readonly words: string
  /** How the person is named, as they agreed to it. */
  readonly attribution: string
  readonly source: string
  readonly consent: string
  /** BCP 47 tag when it is not the book's language. */
  readonly language?: string
  readonly file: string
}
