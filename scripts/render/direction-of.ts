// Render: the direction in which words are set, as HTML says it.

import {isRightToLeft} from '../book/is-right-to-left.ts'

/** A `dir` attribute with a space before it for a language that is written from right to left; nothing for others, which HTML takes all to be. */
export function directionOf(language: string): string {
  return isRightToLeft(language) ? ' dir="rtl"' : ''
}
