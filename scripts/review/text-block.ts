// Review: what a reviewer can point at, before it has an id.

import type {Block} from '../book/block.ts'

/** A block of the manuscript with its words. Ids are given by `match-blocks.ts`. */
export interface TextBlock {
  readonly kind: Block['kind']
  /** As printed, white space as single spaces, without that of blocks inside it. */
  readonly text: string
  /** One-based, in the section's file. */
  readonly line: number
  /** `Block.ordinal`, which leads back to the element in any HTML of the section. */
  readonly ordinal: number
  /** Ordinals of the paragraphs that open it and are one thing with it. */
  readonly held: readonly number[]
  /** Stands inside a line of another block, as a blank to fill in does. */
  readonly isInline: boolean
}

/** A section's own blocks in reading order; only sections with a file have any. */
export interface TextSection {
  readonly id: string
  readonly title: string
  readonly file: string
  /** The code that it or a section around it declares. */
  readonly code?: string
  readonly blocks: readonly TextBlock[]
}
