// Edition: says one fault once, and not again in each place that suffers from it.

import type {Diagnostic} from '../diagnostics/diagnose.ts'

/** Rules that a file breaks everywhere when it cannot be read itself. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'book.yaml': ['edition-unknown', 'variable-unknown', 'variable-missing'],
  'facts.yaml': ['fact-unknown'],
  'labels.yaml': ['label-unknown']
}

/** Without messages that follow from an edition that is none of the book's, or from a file that is no YAML. */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const broken = new Set(diagnostics.filter(({ruleId}) => ruleId === 'yaml-invalid').map(({file}) => file ?? ''))
  const followed = new Set([...broken].flatMap(file => consequences[file] ?? []))
  const left = diagnostics.filter(({ruleId}) => !followed.has(ruleId ?? ''))
  const wrongEdition = left.find(isWrongEdition)
  return wrongEdition ? [wrongEdition] : left
}

/** True when what was asked for is wrong, and not what a file says. */
export function isWrongEdition({ruleId, file}: Diagnostic): boolean {
  return ruleId === 'edition-unknown' && !file
}
