// Read: ids of editions that a file names, held against those that the book declares.

import {diagnose} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {Report} from './read-text.ts'
import type {YamlText} from './yaml-node.ts'

/** A message for each of `named` that is none of `editions`. */
export function reportEditions(named: readonly YamlText[], editions: readonly string[], file: string, report: Report): void {
  for (const {text, position} of named) {
    if (editions.includes(text)) continue
    const nearest = nearestName(text, editions)
    const reason = `Unexpected edition \`${text}\`, expected one that \`book.yaml\` declares`
    const note = nearest === undefined ? 'declare it under `editions` in `book.yaml`' : `the nearest edition is \`${nearest}\``
    report(diagnose('edition-unknown', reason, {file, place: position}, note))
  }
}
