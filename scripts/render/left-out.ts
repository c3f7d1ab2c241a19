// Render: where the book has what the edition that is built leaves out.

import type {Book} from '../book/book.ts'
import type {Section} from '../book/section.ts'
import type {Library} from './library.ts'

export interface LeftOut {
  /** File and line. */
  readonly place: string
  /** Editions that carry the section, where it is kept for some. */
  readonly editions?: readonly string[]
}

/** Where the manuscript gives an anchor that the edition does not have; nothing when it gives it nowhere, or has no editions. Called for anchors that were not found. */
export function findLeftOut(anchor: string, {book, sections}: Pick<Library, 'book' | 'sections'>): LeftOut | undefined {
  if (book.editions.length === 0) return undefined
  const carried = new Set(sections.map(({section}) => section.id))
  const given = new RegExp(`\\{[^{}\\n]*#${anchor.replace(/[^A-Za-z0-9_-]/g, '\\$&')}(?![A-Za-z0-9_-])`)
  for (const {id, file, source, matter: {editions}} of everySection(book)) {
    if (file === undefined) continue
    const isOfSection = !carried.has(id) && (id === anchor || anchor.startsWith(`${id}--`))
    const at = isOfSection ? 0 : source.search(given)
    if (at >= 0) return {place: `${file}:${source.slice(0, at).split('\n').length}`, ...(editions ? {editions} : {})}
  }
  return undefined
}

/** The same for a section's file. */
export function findLeftOutFile(path: string, book: Book): LeftOut | undefined {
  const section = everySection(book).find(({file}) => file === path)
  const editions = section?.matter.editions
  return section && {place: `${path}:1`, ...(editions ? {editions} : {})}
}

function everySection({frontMatter, body, backMatter}: Book): Section[] {
  const withBelow = (section: Section): Section[] => [section, ...section.children.flatMap(withBelow)]
  return [...frontMatter, ...body, ...backMatter].flatMap(withBelow)
}
