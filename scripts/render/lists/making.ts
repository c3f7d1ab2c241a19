// Render: what a book is made with, for its colophon.

/** What a book is made with. */
export interface Making {
  /** Version of this program. */
  readonly program: string
  /** Version of the Chromium that prints, where one does. */
  readonly chromium?: string
  readonly fonts: readonly {readonly family: string; readonly licence: string}[]
}
