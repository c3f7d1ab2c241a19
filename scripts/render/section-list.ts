// Render: the sections of the edition that is built, in reading order, each with its fragment.

import type {Book} from '../book/book.ts'
import type {Section} from '../book/section.ts'
import type {Fragment} from './fragment.ts'

/** A section with what its file has become. */
export interface RenderedSection {
  readonly section: Section
  readonly fragment: Fragment
  readonly children: readonly RenderedSection[]
}

export interface RenderedBook {
  readonly frontMatter: readonly RenderedSection[]
  readonly body: readonly RenderedSection[]
  readonly backMatter: readonly RenderedSection[]
}

/** Every section in reading order. */
export function allSections({frontMatter, body, backMatter}: RenderedBook): RenderedSection[] {
  return [...frontMatter, ...body, ...backMatter].flatMap(withDescendants)
}

/** A section and all below it, in reading order. */
function withDescendants(section: RenderedSection): RenderedSection[] {
  return [section, ...section.children.flatMap(withDescendants)]
}

/** The book's sections without those that other editions carry. */
export function sectionsOfEdition(book: Book, edition: string | undefined): Pick<Book, 'frontMatter' | 'body' | 'backMatter'> {
  const keep = (sections: readonly Section[]): Section[] =>
    sections
      .filter(({matter}) => !matter.editions || (edition !== undefined && matter.editions.includes(edition)))
      .map(each => ({...each, title: each.titles?.get(edition ?? '') ?? each.title, children: keep(each.children)}))
  return {frontMatter: keep(book.frontMatter), body: keep(book.body), backMatter: keep(book.backMatter)}
}
