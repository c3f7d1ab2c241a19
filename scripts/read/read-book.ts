// Read: files become a Book. Writes nothing, fetches nothing, and parses no text beyond front matter and titles.

import type {Book} from '../book/book.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import {readManuscript} from './read-manuscript.ts'
import {readPlainFolder} from './read-plain-folder.ts'
import type {Report} from './read-text.ts'
import {reportNames} from './report-names.ts'

export interface ReadBook {
  /** As much of the book as could be read. */
  readonly book: Book
  readonly messages: readonly Diagnostic[]
}

/** The book in a folder: by its `book.yaml`, or, where there is none, every Markdown file in it. Never throws for what a file says. */
export function readBook(files: BookFiles): ReadBook {
  const messages: Diagnostic[] = []
  const report: Report = diagnostic => messages.push(diagnostic)
  reportNames(files, report)
  const book = files.list().includes('book.yaml') ? readManuscript(files, report) : readPlainFolder(files, report)
  if (book.frontMatter.length + book.body.length + book.backMatter.length === 0) report(emptyBook(book.plain))
  return {book, messages}
}

function emptyBook(plain: boolean): Diagnostic {
  if (plain) {
    const note = 'name a folder that holds `.md` files, or one with `book.yaml` and `sections/`'
    return diagnose('book-empty', 'Unexpected folder without Markdown, expected at least one `.md` file', {}, note)
  }
  return diagnose(
    'book-empty',
    'Unexpected book without sections, expected at least one `.md` file in `sections/`',
    {file: 'book.yaml'},
    'put the first section into `sections/`'
  )
}
