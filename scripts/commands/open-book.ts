// Commands: the folder that a person names as their book.

import {existsSync} from 'node:fs'
import {FileRefused} from '../diagnostics/file-refused.ts'
import {openBookFiles, type BookFiles} from '../io/files.ts'
import {UsageError} from './usage-error.ts'

/** Opens the folder; throws `UsageError` when it is none, or may not be read. */
export function openBook(folder: string): BookFiles {
  try {
    return openBookFiles(folder)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    throw new UsageError(`Unexpected book \`${folder}\`, expected ${expectations[error.reason] ?? 'a folder'}`, hintFor(folder), {cause: error})
  }
}

const expectations: Readonly<Partial<Record<FileRefused['reason'], string>>> = {
  missing: 'a folder that is there',
  unreadable: 'a folder that may be read'
}

function hintFor(folder: string): string {
  if (folder.endsWith('.md') && existsSync(folder)) return 'a book is a folder of Markdown files; name the folder'
  return 'name the folder of your book, such as `space-hacks build my-book`'
}
