// Render: the whole book as one HTML file for screens.

import type {BookMetadata} from '../book/book.ts'
import {screenContents, type ContentsEntry} from './contents.ts'
import type {PrintedWords} from './printed-words.ts'
import {screenPage} from './screen-page.ts'
import {contentPolicy, searchScript} from './search-script.ts'

export interface ScreenDocument {
  readonly metadata: BookMetadata
  readonly words: PrintedWords
  readonly contents: readonly ContentsEntry[]
  /** Fonts included. */
  readonly css: string
  /** HTML of the sections. */
  readonly main: string
  /** Address of the page that leads to the book's other products. */
  readonly home?: string
}

/** A document that works from a disk, without a network, and without its script as well, which only adds a search. */
export function screenDocument({metadata, words, contents, css, main, home}: ScreenDocument): string {
  const {isSheet = false} = metadata
  return screenPage({
    metadata,
    words,
    policy: contentPolicy,
    css,
    className: 'screen',
    ...(home === undefined ? {} : {home}),
    contents: isSheet ? '' : screenContents(contents, words),
    main,
    end: isSheet ? '' : `<script>${searchScript}</script>`
  })
}
