// Render: cover, title page and copyright page, from the book's publication facts.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {BookMetadata} from '../book/book.ts'
import {ownAnchors} from './book-index.ts'
import type {PrintedWords} from './printed-words.ts'
import {structureKey} from './structure-key.ts'

/** Classes of a title: short words are set large, one below the other; a word that would not fit into a line makes all of them smaller. */
function titleClasses(name: string, title: string): string[] {
  const words = title.split(/\s+/)
  const longest = Math.max(...words.map(word => word.length))
  if (words.length <= 3 && longest <= 7) return [name, `${name}-short`]
  return longest > 11 ? [name, `${name}-long`] : [name]
}

/** `block` is the key of the title. */
export function cover(metadata: BookMetadata, block: string | undefined): Element[] {
  const {title, subtitle, publishers, edition, language} = metadata
  const className = titleClasses('cover-title', title)
  return [
    ...paragraph('cover-publishers', publishers.join(' · ')),
    h('h1', {className, id: ownAnchors.cover, lang: structureKey(language, 'as', block)}, title),
    ...paragraph('cover-subtitle', subtitle),
    ...paragraph('cover-edition', edition)
  ]
}

export function titlePage({title, subtitle, publishers, edition}: BookMetadata): Element[] {
  return [
    h('p', {className: titleClasses('title-page-title', title)}, title),
    ...paragraph('title-page-subtitle', subtitle),
    ...paragraph('title-page-edition', edition),
    ...paragraph('title-page-publishers', publishers.join(' · '))
  ]
}

/** Who made the book, with whose money, when, and what others may do with it. */
export function copyrightPage(metadata: BookMetadata, words: PrintedWords): Element[] {
  const {title, publishers, funder, edition, date, licence, notice} = metadata
  return [
    ...paragraph('copyright-title', title),
    ...paragraph('copyright-notice', notice),
    ...named('copyright-publishers', words.publishedBy, publishers.join(', ')),
    ...named('copyright-funder', words.fundedBy, funder),
    ...named('copyright-edition', words.edition, edition),
    ...named('copyright-date', words.date, date),
    ...paragraph('copyright-licence', licence)
  ]
}

function named(className: string, name: string, value: string | undefined): Element[] {
  return value ? [h('p', {className}, h('strong', name), ` ${value}`)] : []
}

function paragraph(className: string, text: string | undefined): Element[] {
  return text ? [h('p', {className}, text)] : []
}
