// Model 1: what an edition changes in the book's publication facts.

import type {Book, BookMetadata, EditionDeclaration} from './book.ts'

/** Publication facts with the edition's own title and subtitle, where it has them. Without an id, the first edition is meant. */
export function metadataOfEdition(book: Book, id: string | undefined): BookMetadata {
  const edition = editionOf(book, id)
  return {
    ...book.metadata,
    ...(edition?.title === undefined ? {} : {title: edition.title}),
    ...(edition?.subtitle === undefined ? {} : {subtitle: edition.subtitle})
  }
}

/** Name of an edition's products, without their ending. */
export function nameOfEdition(book: Book, id: string | undefined): string {
  const {name, editions} = book
  const edition = editionOf(book, id)
  if (!edition || edition === editions[0]) return edition?.name ?? name
  return edition.name ?? (edition.id.startsWith(`${name}-`) ? edition.id : `${name}-${edition.id}`)
}

function editionOf({editions}: Book, id: string | undefined): EditionDeclaration | undefined {
  return id === undefined ? editions[0] : editions.find(each => each.id === id)
}
