// Render: what the book answers to a fragment's lookup.

import type {Quote} from '../book/quote.ts'
import type {BookList} from './lists/book-list.ts'
import type {Picture} from './figure-shelf.ts'
import type {PlottedCount} from './plot.ts'

export type Answer =
  /** Plain text in place of the lookup. */
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'quote'; readonly quote: Quote}
  /** A link to an anchor; `title` is what names it. */
  | {readonly kind: 'anchor'; readonly anchor: string; readonly title: string}
  | {readonly kind: 'address'; readonly href: string}
  /** A link that is taken off its words. */
  | {readonly kind: 'words'}
  | {readonly kind: 'picture'; readonly picture: Picture; readonly alt: string}
  | {readonly kind: 'plot'; readonly counts: readonly PlottedCount[]}
  | {readonly kind: 'list'; readonly list: BookList}
  /** A gap, named by what was asked for. */
  | {readonly kind: 'missing'; readonly what: string}
