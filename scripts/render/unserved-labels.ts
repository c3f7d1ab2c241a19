// Render: terms of `labels.yaml` that must be served, and are by no section of the edition.

import type {Book} from '../book/book.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {sectionLabels, termsOfEdition} from './section-labels.ts'
import type {RenderedSection} from './section-list.ts'

export function unservedLabels({labels}: Book, sections: readonly RenderedSection[], edition: string | undefined): Diagnostic[] {
  const required = [...labels.values()].filter(({isRequired}) => isRequired)
  if (required.length === 0) return []
  const served = new Set(sections.flatMap(({section}) => sectionLabels(section, labels, edition).flatMap(({terms}) => terms)))
  return required.flatMap(list =>
    termsOfEdition(list, edition)
      .filter(term => !served.has(term))
      .map(({id, line}) => {
        const where = edition === undefined ? 'the book' : `the edition \`${edition}\``
        const reason = `Unexpected label \`${id}\` that no section of ${where} carries, expected at least one`
        const note = `add \`${list.id}: [${id}]\` to the \`labels\` of a section that serves it`
        return diagnose('label-unserved', reason, {file: list.file, place: {line, column: 1}}, note)
      })
  )
}
