// Print: what is wider than its page.

/** Something that needs more width than the page has. */
export interface Overflow {
  /** Key of the block it belongs to, as in `Unit.blocks`. */
  readonly key?: string
  /** How its text begins. */
  readonly text: string
  /** From the edge of the content at which lines begin to the far edge of the thing. */
  readonly widthPx: number
  readonly roomPx: number
}
