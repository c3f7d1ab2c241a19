// Render: the contents, for paper with leaders and slots for page numbers, for screens as links.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {anchorUrl} from './asset-url.ts'
import {ownAnchors, type BookIndex} from './book-index.ts'
import type {PrintedWords} from './printed-words.ts'
import type {RenderedBook, RenderedSection} from './section-list.ts'
import {structureKey} from './structure-key.ts'

export interface ContentsEntry {
  readonly anchor: string
  readonly title: string
  readonly children: readonly ContentsEntry[]
}

/** Deeper sections are found in the PDF's outline. */
const deepestLevel = 2

/** Entries for sections, three levels of them; a book of one section without others below shows that section's headings. */
export function contentsEntries({frontMatter, body, backMatter}: RenderedBook, index: BookIndex): ContentsEntry[] {
  const top = [...frontMatter, ...body, ...backMatter]
  const [only] = top
  if (only && top.length === 1 && only.children.length === 0) return [{...entryOf(only, 0, index), children: headingsOf(only, index)}]
  return top.map(section => entryOf(section, 0, index))
}

function entryOf({section, children}: RenderedSection, level: number, index: BookIndex): ContentsEntry {
  const below = level < deepestLevel ? children.map(child => entryOf(child, level + 1, index)) : []
  return {anchor: section.id, title: index.targets.get(section.id)?.title ?? section.title, children: below}
}

function headingsOf({section, fragment}: RenderedSection, index: BookIndex): ContentsEntry[] {
  return fragment.anchors
    .filter(({kind, level, id}) => kind === 'heading' && level === section.depth + 2 && id !== section.id)
    .map(({id}) => ({anchor: id, title: index.targets.get(id)?.title ?? '', children: []}))
}

/** Anchors of entries and of all below them. */
export function entryAnchors(entries: readonly ContentsEntry[]): string[] {
  return entries.flatMap(({anchor, children}) => [anchor, ...entryAnchors(children)])
}

/** Slots have room for four figures, so that no number ever moves a line. */
export function printedContents(entries: readonly ContentsEntry[], language: string, words: PrintedWords): Element {
  let count = 0
  const list = (level: number, below: readonly ContentsEntry[]): Element[] =>
    below.length === 0 ? [] : [h('ol', {className: listClasses(level), lang: structureKey(language, 'toc')}, below.map(each => line(level, each)))]
  const line = (level: number, {anchor, title, children}: ContentsEntry): Element =>
    h('li.contents-entry', {lang: structureKey(language, 'toci')}, [
      h('a', {href: anchorUrl(anchor)}, [
        h('span.contents-title', title),
        h('span.contents-leader', {ariaHidden: 'true'}),
        h('span.page-number', {id: `x.${++count}`, lang: structureKey(language, 'folioend')}, '0000')
      ]),
      ...list(level + 1, children)
    ])
  const heading = h('h1', {id: ownAnchors.contents, lang: structureKey(language, 'as')}, words.contents)
  return h('nav.contents', [heading, ...list(0, entries)])
}

/** The same as links inside one document. */
export function screenContents(entries: readonly ContentsEntry[], words: PrintedWords): Element {
  const list = (level: number, below: readonly ContentsEntry[]): Element[] =>
    below.length === 0 ? [] : [h('ol', {className: listClasses(level)}, below.map(each => line(level, each)))]
  const line = (level: number, {anchor, title, children}: ContentsEntry): Element =>
    h('li.contents-entry', [h('a', {href: `#${anchor}`}, h('span.contents-title', title)), ...list(level + 1, children)])
  return h('nav.contents', {ariaLabelledBy: ownAnchors.contents}, [h('h2', {id: ownAnchors.contents}, words.contents), ...list(0, entries)])
}

function listClasses(level: number): string[] {
  return level === 0 ? ['contents-list', 'contents-level-0'] : [`contents-level-${level}`]
}
