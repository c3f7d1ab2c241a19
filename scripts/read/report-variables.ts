// Read: words that one edition has for itself and another lacks.

import type {EditionDeclaration} from '../book/book.ts'
import {diagnose} from '../diagnostics/diagnose.ts'
import type {Report} from './read-text.ts'
import {valueOf, type YamlNode} from './yaml-node.ts'

/** A message for each edition without a word that another one has. */
export function reportVariables(yaml: YamlNode, editions: readonly EditionDeclaration[], report: Report): void {
  const names = new Set(editions.flatMap(({variables}) => [...(variables?.keys() ?? [])]))
  const declared = valueOf(yaml, 'editions')
  for (const {id, variables} of editions) {
    const place = declared?.kind === 'map' ? declared.entries.find(({key}) => key === id)?.keyPosition : undefined
    for (const name of names) {
      if (variables?.has(name)) continue
      const owner = editions.find(each => each.variables?.has(name))!
      const reason = `Unexpected edition \`${id}\` without the word \`${name}\`, expected the words that \`${owner.id}\` has`
      report(diagnose('variable-missing', reason, {file: 'book.yaml', place}, `add \`${name}: …\` under \`variables\` of \`${id}\``))
    }
  }
}
