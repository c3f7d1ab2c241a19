// Commands: the folder that a person names as their book.

import {existsSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {FileRefused} from '../diagnostics/file-refused.ts'
import {openBookFiles, type BookFiles} from '../io/files.ts'
import {UsageError} from './usage-error.ts'

/** Opens the folder; throws `UsageError` when it is none, is only a part of one, or may not be read. */
export function openBook(folder: string): BookFiles {
  const whole = bookAround(folder)
  if (whole !== undefined) throw new UsageError(`Unexpected \`${folder}\`, which is a part of a book, expected the folder with \`book.yaml\``, `name the whole book: \`${whole}\``)
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
  if (existsSync('book.yaml')) return 'this folder is a book itself: name it with a dot, `space-hacks build .`'
  return 'name the folder of your book, such as `space-hacks build my-book`'
}

/** The book that a folder of sections belongs to, as a path that a shell here understands. */
function bookAround(folder: string): string | undefined {
  for (let path = resolve(folder); dirname(path) !== path; path = dirname(path)) {
    if (existsSync(join(path, 'book.yaml'))) return undefined
    if (basename(path) === 'sections' && existsSync(join(path, '../book.yaml'))) return relative('.', dirname(path)) || '.'
  }
  return undefined
}
