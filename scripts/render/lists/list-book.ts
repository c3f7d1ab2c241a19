// Render: what a list of the book holds, from the sections of the edition and what they say.

import type {LabelList} from '../../book/label-list.ts'
import type {Quote} from '../../book/quote.ts'
import {bookAnchor} from '../book-index.ts'
import {collate} from '../collate.ts'
import type {Library} from '../library.ts'
import {sectionLabels, termsOfEdition} from '../section-labels.ts'
import {indexEntries} from './index-entries.ts'
import type {BookList, LabelGroup, ListLink} from './book-list.ts'
import type {ListKind} from './list-kind.ts'

/** A list of the kind that was asked for; `labels` is there for the kinds that go by labels. */
export function listBook(kind: ListKind, labels: LabelList | undefined, library: Library): BookList {
  switch (kind) {
    case 'finder':
      return {kind, groups: withCommonGroup(labels, byTerm(labels, library))}
    case 'crosswalk':
      return {kind, title: labels?.title ?? '', groups: byTerm(labels, library)}
    case 'glossary':
      return {kind, links: definitions(library)}
    case 'quotes-index':
      return {kind, quotes: quotes(library)}
    case 'colophon':
      return {kind, making: library.making, ...(library.book.metadata.date === undefined ? {} : {date: library.book.metadata.date})}
    case 'index':
      return {kind, entries: indexEntries(library)}
    case 'abbreviations':
      return {kind, abbreviations: [...library.book.abbreviations.values()].toSorted((a, b) => collate(a.short, b.short))}
  }
}

/** Sections that stand in every group in a group of their own, where the list has words for that, so that they are not listed again and again. */
function withCommonGroup(labels: LabelList | undefined, groups: LabelGroup[]): LabelGroup[] {
  if (labels?.all === undefined || groups.length < 2) return groups
  const isCommon = ({anchor}: ListLink) => groups.every(({links}) => links.some(link => link.anchor === anchor))
  const rest = groups.map(({term, links}) => ({term, links: links.filter(link => !isCommon(link))}))
  return [{term: labels.all, links: groups[0]!.links.filter(isCommon)}, ...rest].filter(({links}) => links.length > 0)
}

/** The terms that the edition has, each with the sections that carry it, in reading order. */
function byTerm(labels: LabelList | undefined, {sections, index, book, edition}: Library): LabelGroup[] {
  if (!labels) return []
  return termsOfEdition(labels, edition).map(term => ({
    term: term.text,
    links: sections
      .map(({section}) => section)
      .filter(section => sectionLabels(section, book.labels, edition).some(({list, terms}) => list === labels && terms.includes(term)))
      .map(({id}) => ({title: index.targets.get(id)!.title, anchor: id}))
  }))
}

function definitions({index}: Library): ListLink[] {
  return [...index.targets]
    .filter(([, {kind}]) => kind === 'definition')
    .map(([anchor, {title}]) => ({title, anchor}))
    .sort((a, b) => collate(a.title, b.title))
}

function quotes({sections, index, book}: Library): Extract<BookList, {kind: 'quotes-index'}>['quotes'] {
  return sections.flatMap(({section, fragment}) =>
    fragment.lookups.flatMap(lookup => {
      const quote = lookup.kind === 'quote' ? book.quotes.get(lookup.id) : undefined
      if (lookup.kind !== 'quote' || !quote) return []
      const anchor = bookAnchor(lookup.anchor, section, index)
      return [{title: firstWords(quote), anchor, attribution: quote.attribution, section: index.targets.get(section.id)!.title}]
    })
  )
}

const mostWords = 8

/** As the person began, to the letter. */
function firstWords({words}: Quote): string {
  const all = words.split(/\s+/)
  return all.length <= mostWords ? all.join(' ') : `${all.slice(0, mostWords).join(' ')} …`
}
