// Commands: the report of a manuscript's problems, each with its line of the manuscript.

import {join} from 'node:path'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import {formatReport} from '../diagnostics/report.ts'
import type {BookFiles} from '../io/files.ts'
import type {Terminal} from './terminal.ts'

/** Prints the report; `folder` is the book's as the person named it, so that the paths printed can be opened. */
export function reportProblems(diagnostics: readonly Diagnostic[], files: BookFiles, folder: string, terminal: Terminal): void {
  const lines = new Map<string, readonly string[]>()
  const readLines = (file: string) => {
    const known = lines.get(file)
    if (known) return known
    const read = readText(files, file).split(/\r\n|\r|\n/)
    lines.set(file, read)
    return read
  }
  terminal.err(formatReport(diagnostics, {
    readLine: (file, line) => readLines(file)[line - 1],
    color: terminal.hasColor,
    prefix: join(folder, '/')
  }))
}

/** A file that cannot be read has no lines to show. */
function readText(files: BookFiles, file: string): string {
  try {
    return Buffer.from(files.read(file)).toString('utf8')
  } catch {
    return ''
  }
}
