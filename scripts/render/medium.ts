// Render: what differs between paper and screens when fragments are put together.

import type {Span} from './fragment.ts'
import type {Picture} from './figure-shelf.ts'
import type {RenderedSection} from './section-list.ts'
import type {StructureCode} from './structure-key.ts'

/** A page of the book. */
export interface PagePlace {
  readonly index: number
  readonly label: string
}

/** Where a fragment's HTML goes, and what it tells of itself on the way. */
export interface Medium {
  /** What follows comes from this section's own file. */
  enter(section: RenderedSection): void
  /** Address of an anchor of the book. */
  href(anchor: string): string
  /** Address of a picture. */
  source(picture: Picture): string
  /** What follows the words of a cross-reference; empty on screens. */
  page(anchor: string): string
  /** Where an anchor is in print, for what is laid out by it; absent on screens. */
  pageOf?(anchor: string): PagePlace
  /** `lang` attribute with a space before it, or nothing. */
  stamp(code: StructureCode, language: string, differs: boolean, block: number | undefined): string
  /** An id that occurs once in the document and is no anchor. */
  freshId(): string
  /** Told of every link to an anchor of the book; notes and the links back from them have no place of their own. */
  onLink(anchor: string, span?: Span): void
}
