// Commands: a command of a review round that a person can copy.

import {defaultBook} from './default-book.ts'

/** The words of `space-hacks review` with the book's folder as the person named it, quoted for a shell (POSIX, 2.2). */
export function reviewCommand(words: string, folder: string): string {
  return `space-hacks review ${words}${folder === defaultBook ? '' : ` --book ${quoted(folder)}`}`
}

function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}
