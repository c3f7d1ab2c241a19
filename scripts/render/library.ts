// Render: what the book knows, from which lookups are answered.

import type {Book} from '../book/book.ts'
import type {BookIndex} from './book-index.ts'
import type {FigureShelf} from './figure-shelf.ts'
import type {Making} from './lists/making.ts'
import type {RenderedSection} from './section-list.ts'

/** What lookups are answered from. */
export interface Library {
  readonly book: Book
  readonly index: BookIndex
  /** Sections of the edition in reading order. */
  readonly sections: readonly RenderedSection[]
  readonly edition: string | undefined
  /** What the book is made with. */
  readonly making: Making
  readonly shelf: FigureShelf
  /** True when the book's folder has such a file or folder. */
  hasFile(path: string): boolean
  /** Where each quote was first printed; filled while answering. */
  readonly quotePlaces: Map<string, string>
}
