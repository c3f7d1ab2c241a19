// Render: a span of a section's file as the place of a diagnostic.

import type {Section} from '../book/section.ts'
import type {DiagnosticPlace} from '../diagnostics/diagnose.ts'
import type {Span} from './fragment.ts'

export function placeOf({file}: Section, [line, column, endLine, endColumn]: Span): DiagnosticPlace {
  return {file, place: {start: {line, column}, end: {line: endLine, column: endColumn}}}
}
