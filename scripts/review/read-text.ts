// Review: a book's folder, or the frozen copy of one, rendered so far that its blocks are known.

import type {Book} from '../book/book.ts'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import {readBook} from '../read/read-book.ts'
import {renderBySteps, type Renderer, type RenderOptions} from '../render/create-renderer.ts'
import {withPauses} from '../render/with-pauses.ts'
import {readBlocks} from './read-blocks.ts'
import {reviewMedium} from './review-medium.ts'
import type {TextSection} from './text-block.ts'

export interface ReviewText {
  readonly book: Book
  readonly renderer: Renderer
  readonly sections: readonly TextSection[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads and renders a book for review, with pauses, so that a Chromium that prints meanwhile need not wait. */
export async function readText(files: BookFiles, options: Omit<RenderOptions, 'figures'>): Promise<ReviewText> {
  const {book, messages} = readBook(files)
  const renderer = await withPauses(renderBySteps(book, {...options, figures: files}))
  const html = renderer.renderSections(reviewMedium(book.metadata.language, ({path}) => path))
  const sections = readBlocks(html, [...book.frontMatter, ...book.body, ...book.backMatter])
  return {book, renderer, sections, diagnostics: [...messages, ...renderer.messages]}
}
