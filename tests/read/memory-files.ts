// Tests of read: a book's folder that exists only in the test.

import {FileRefused, type RefusalReason} from '../../scripts/diagnostics/file-refused.ts'
import {levelOf, type Diagnostic} from '../../scripts/diagnostics/diagnose.ts'
import type {BookFiles} from '../../scripts/io/files.ts'
import {sortNaturally} from '../../scripts/io/natural-order.ts'

/** Content of a file, or why it is refused. */
export type MemoryFile = string | Uint8Array | {readonly refused: RefusalReason}

/** Files by path; `folder` gives the folder's name where it matters. */
export function memoryFiles(contents: Readonly<Record<string, MemoryFile>>, folder = '/books/my-notes'): BookFiles {
  const paths = sortNaturally(Object.keys(contents))
  return {
    folder,
    list: () => paths,
    read(path) {
      const content = Object.hasOwn(contents, path) ? contents[path] : undefined
      if (content === undefined) throw new FileRefused('missing', path)
      if (typeof content === 'string') return new TextEncoder().encode(content)
      if (content instanceof Uint8Array) return content
      throw new FileRefused(content.refused, path)
    }
  }
}

/** A diagnostic in full on two lines: place, level, rule and message; then the hint. */
export function told(diagnostic: Diagnostic): string {
  const {file, place, ruleId, reason, note} = diagnostic
  const where = place === undefined ? '' : 'start' in place ? `:${pointText(place.start)}-${pointText(place.end)}` : `:${pointText(place)}`
  return `${file ?? ''}${where} ${levelOf(diagnostic)} ${ruleId}: ${reason}${note === undefined ? '' : `\n  hint: ${note}`}`
}

function pointText({line, column}: {line: number; column: number}): string {
  return `${line}:${column}`
}
