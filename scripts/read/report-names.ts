// Read: what can be wrong with the names in a book's folder before any file is opened.

import {diagnose} from '../diagnostics/diagnose.ts'
import {FileRefused} from '../diagnostics/file-refused.ts'
import type {BookFiles} from '../io/files.ts'
import {refusalOf, type Report} from './read-text.ts'

/** Reports names that differ only in capitals or in how accents are encoded, folders that cannot be entered, and a misspelt `book.yaml`. */
export function reportNames(files: BookFiles, report: Report): void {
  const paths = files.list()
  const seen = new Set<string>()
  const byFold = new Map<string, string>()
  for (const path of paths) {
    if (path.endsWith('/')) reportFolder(files, path, report)
    for (const name of withFolders(path)) {
      if (seen.has(name)) continue
      seen.add(name)
      const fold = foldName(name)
      const same = byFold.get(fold)
      if (same === undefined) byFold.set(fold, name)
      else report(sameName(name, same))
    }
  }
  const misspelt = paths.find(path => /^book\.ya?ml$/i.test(path))
  if (misspelt !== undefined && !paths.includes('book.yaml')) {
    report(diagnose('book-file-name', `Unexpected name \`${misspelt}\`, expected \`book.yaml\``, {file: misspelt}, 'rename the file'))
  }
}

/** `a/b/c.md` gives `a`, `a/b` and `a/b/c.md`. */
function withFolders(path: string): string[] {
  const names: string[] = []
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) names.push(path.slice(0, at))
  return path.endsWith('/') ? names : [...names, path]
}

/** Equal for two names in the same folder that some systems take for one. */
function foldName(path: string): string {
  const start = path.lastIndexOf('/') + 1
  return path.slice(0, start) + path.slice(start).normalize('NFC').toLowerCase()
}

/** A link to a folder elsewhere may hold nothing that the book needs, so it only warns. */
function reportFolder(files: BookFiles, path: string, report: Report): void {
  try {
    files.read(path)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    const diagnostic = refusalOf(error, path)
    diagnostic.fatal = false
    report(diagnostic)
  }
}

function sameName(name: string, same: string) {
  const difference = name.toLowerCase() === same.toLowerCase() ? 'capitals' : 'how its accents are encoded'
  return diagnose(
    'file-name-case',
    `Unexpected name that differs from \`${same}\` only in ${difference}, expected a name of its own`,
    {file: name},
    'rename one of the two'
  )
}
