// Render: an edition that was asked for and is none of the book's.

import type {Book} from '../book/book.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'

/** A message when the edition that was asked for is none of the book's. */
export function unknownEdition({editions}: Book, id: string | undefined): Diagnostic[] {
  const ids = editions.map(edition => edition.id)
  if (id === undefined || ids.includes(id)) return []
  const nearest = nearestName(id, ids)
  const known = ids.length === 0 ? 'the book has no editions' : `the book has ${ids.map(each => `\`${each}\``).join(', ')}`
  const note = nearest === undefined ? known : `did you mean \`${nearest}\`?`
  return [diagnose('edition-unknown', `Unexpected edition \`${id}\`, expected one that \`book.yaml\` declares`, {}, note)]
}
