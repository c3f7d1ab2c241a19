// Render: the words in the margins of a unit's pages.

import {cssString} from './css-string.ts'

export interface PageWords {
  readonly book: string
  readonly section: string
  /** Of the tab at the outer edge. */
  readonly tab: string | undefined
  readonly hasSides: boolean
}

/** Running heads and tab as a style sheet: the book's title on left-hand pages, the section's on right-hand ones; where there are no sides, both. */
export function pageWords({book, section, tab, hasSides}: PageWords): string {
  const [bookTitle, sectionTitle] = [cssString(book), cssString(section)]
  const tabTitle = tab === undefined ? undefined : cssString(tab)
  const box = (name: string, words: string | undefined) => (words === undefined ? '' : `@${name}{content:${words}}`)
  if (!hasSides) return `@page{${box('top-left', bookTitle)}${box('top-right', sectionTitle)}${box('right-top', tabTitle)}}`
  return `@page:left{${box('top-left', bookTitle)}${box('left-top', tabTitle)}}@page:right{${box('top-right', sectionTitle)}${box('right-top', tabTitle)}}`
}
