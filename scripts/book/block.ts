// Model 1: places in the manuscript, so that anything later in the pipeline can be led back to a Markdown line.

/** A place in a manuscript file, one-based line and column; `file` is relative to the book's folder. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** The smallest thing a reader can point at: heading, paragraph, list item, table row, quote, callout, figure, form field. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'quote' | 'callout' | 'figure' | 'field' | 'code'
  readonly place: Place
  /** Anchor, where the block has one. */
  readonly id?: string
  /** Zero-based place among the blocks of its file, in reading order; absent where the block comes from no section's file. */
  readonly ordinal?: number
}
