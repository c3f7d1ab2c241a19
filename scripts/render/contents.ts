// Render: the contents, for paper with leaders and slots for page numbers, for screens as links.

import {anchorUrl} from './asset-url.ts'
import {ownAnchors, type BookIndex} from './book-index.ts'
import {escapeHtml} from './escape-html.ts'
import type {PrintedWords} from './printed-words.ts'
import type {SectionTab} from './section-tabs.ts'
import type {RenderedBook, RenderedSection} from './section-list.ts'
import {structureKey} from './structure-key.ts'

export interface ContentsEntry {
  readonly anchor: string
  readonly title: string
  /** Colour of the section's tab. */
  readonly hue?: number
  readonly children: readonly ContentsEntry[]
}

/** Deeper sections are found in the PDF's outline. */
const deepestLevel = 2

/** Entries for sections, three levels of them; a book of one section without others below shows that section's headings. */
export function contentsEntries({frontMatter, body, backMatter}: RenderedBook, index: BookIndex, tabs: ReadonlyMap<string, SectionTab>): ContentsEntry[] {
  const top = [...frontMatter, ...body, ...backMatter]
  const [only] = top
  if (only && top.length === 1 && only.children.length === 0) return [{...entryOf(only, 0, index), children: headingsOf(only, index)}]
  return top.map(section => {
    const tab = tabs.get(section.section.id)
    return {...entryOf(section, 0, index), ...(tab ? {hue: tab.hue} : {})}
  })
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

/** HTML of the contents on paper. Slots have room for four figures, so that no number ever moves a line. */
export function printedContents(entries: readonly ContentsEntry[], language: string, words: PrintedWords): string {
  const entryLang = ` lang="${structureKey(language, 'toci')}"`
  const slotLang = structureKey(language, 'folioend')
  let count = 0
  const list = listWriter(` lang="${structureKey(language, 'toc')}"`, entryLang, ({anchor, title}) => {
    const slot = `<span class="page-number" id="x.${++count}" lang="${slotLang}">0000</span>`
    return `<a href="${anchorUrl(anchor)}">${titleHtml(title)} <span class="contents-leader" aria-hidden="true"></span>${slot}</a>`
  })
  const heading = `<h1 id="${ownAnchors.contents}" lang="${structureKey(language, 'as')}">${escapeHtml(words.contents)}</h1>`
  return `<nav class="contents">${heading}${list(entries, 0)}</nav>`
}

/** The same as links inside one document, with the words of the search that a script may add, and a link back from below. */
export function screenContents(entries: readonly ContentsEntry[], words: PrintedWords): string {
  const list = listWriter('', '', ({anchor, title}) => `<a href="#${anchor}">${titleHtml(title)}</a>`)
  const heading = `<h2 id="${ownAnchors.contents}">${escapeHtml(words.contents)}</h2>`
  const search = ` data-search="${escapeHtml(words.search)}" data-found="${escapeHtml(words.found)}" data-none="${escapeHtml(words.nothingFound)}"`
  const back = `<p class="to-contents"><a href="#${ownAnchors.contents}">${escapeHtml(words.contents)}</a></p>`
  return `<nav class="contents" aria-labelledby="${ownAnchors.contents}"${search}>${heading}${list(entries, 0)}${back}</nav>`
}

type ListWriter = (entries: readonly ContentsEntry[], level: number) => string

function listWriter(listAttributes: string, entryAttributes: string, line: (entry: ContentsEntry) => string): ListWriter {
  const list: ListWriter = (entries, level) => {
    if (entries.length === 0) return ''
    const items = entries.map(entry => `<li class="contents-entry${entry.hue === undefined ? '' : ` hue-${entry.hue}`}"${entryAttributes}>${line(entry)}${list(entry.children, level + 1)}</li>`)
    const className = level === 0 ? 'contents-list contents-level-0' : `contents-level-${level}`
    return `\n<ol class="${className}"${listAttributes}>\n${items.join('\n')}\n</ol>`
  }
  return list
}

function titleHtml(title: string): string {
  return `<span class="contents-title">${escapeHtml(title)}</span>`
}
