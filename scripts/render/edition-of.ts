// Render: what the edition that is built changes in the book's publication facts.

import type {Book, BookMetadata} from '../book/book.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'

/** Publication facts with the edition's own title and subtitle, where it has them. */
export function metadataOfEdition({metadata, editions}: Book, id: string | undefined): BookMetadata {
  const edition = editions.find(each => each.id === id)
  return {
    ...metadata,
    ...(edition?.title === undefined ? {} : {title: edition.title}),
    ...(edition?.subtitle === undefined ? {} : {subtitle: edition.subtitle})
  }
}

/** Name of an edition's products, without their ending. */
export function nameOfEdition({name, editions}: Book, id: string | undefined): string {
  const edition = editions.find(each => each.id === id)
  if (!edition || edition === editions[0]) return edition?.name ?? name
  return edition.name ?? (edition.id.startsWith(`${name}-`) ? edition.id : `${name}-${edition.id}`)
}

/** A message when the edition that was asked for is none of the book's. */
export function unknownEdition({editions}: Book, id: string | undefined): Diagnostic[] {
  const ids = editions.map(edition => edition.id)
  if (id === undefined || ids.includes(id)) return []
  const nearest = nearestName(id, ids)
  const known = ids.length === 0 ? 'the book has no editions' : `the book has ${ids.map(each => `\`${each}\``).join(', ')}`
  const note = nearest === undefined ? known : `did you mean \`${nearest}\`?`
  return [diagnose('edition-unknown', `Unexpected edition \`${id}\`, expected one that \`book.yaml\` declares`, {}, note)]
}
