// Print: what is wider than its page.

/** Something that needs more width than the page has. */
export interface Overflow {
  /** Key of the block it belongs to, as in `Unit.blocks`. */
  readonly key?: string
  /** How its text begins. */
  readonly text: string
  /** From the left edge of the content to the right edge of the thing. */
  readonly widthPx: number
  readonly roomPx: number
}
