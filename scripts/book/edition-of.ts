// Model 1: what an edition changes in the book's publication facts.

import type {Book, BookMetadata} from './book.ts'

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
