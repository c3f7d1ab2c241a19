// Render: the subject index, from marks in the text and from what whole sections are about.

import {diagnose, type Diagnostic} from '../../diagnostics/diagnose.ts'
import {nearestName} from '../../diagnostics/nearest-name.ts'
import {bookAnchor} from '../book-index.ts'
import {collate, letters} from '../collate.ts'
import type {Library} from '../library.ts'
import {placeOf} from '../place-of.ts'
import type {RenderedSection} from '../section-list.ts'
import {endAnchor} from '../section-ends.ts'

/** A run of text that an entry leads to. */
export interface Locator {
  readonly from: string
  /** Anchor at the end of the run, where it is longer than a word. */
  readonly to?: string
  /** Title of the section that it stands in. */
  readonly section: string
}

export interface IndexEntry {
  readonly title: string
  /** Where other entries send readers on to this one. */
  readonly anchor?: string
  readonly locators: readonly Locator[]
  /** Other entries that readers are sent on to, with those above them in their titles; without an anchor when there is none. */
  readonly sees: readonly {readonly title: string; readonly anchor?: string}[]
  readonly entries: readonly IndexEntry[]
}

interface OpenEntry {
  titles: string[]
  locators: Locator[]
  /** Titles by anchor. */
  sees: Map<string, string>
  entries: Map<string, OpenEntry>
}

/** Entries in the order of their letters, each with its sub-entries. What differs in capitals alone is one entry, written in small letters where somebody did. */
export function indexEntries({sections, index}: Library): IndexEntry[] {
  const top = new Map<string, OpenEntry>()
  const open = (path: string): OpenEntry | undefined => {
    let entries = top
    let entry: OpenEntry | undefined
    for (const title of titlesOf(path)) {
      const key = keyOf(title)
      entry = entries.get(key) ?? {titles: [], locators: [], sees: new Map(), entries: new Map()}
      entry.titles.push(title)
      entries.set(key, entry)
      entries = entry.entries
    }
    return entry
  }
  for (const rendered of sections) {
    const {section, fragment} = rendered
    const {title} = index.targets.get(section.id)!
    for (const path of section.matter.index ?? []) open(path)?.locators.push({from: section.id, to: endAnchor(rendered), section: title})
    for (const {entry, anchor} of fragment.marks) open(entry)?.locators.push({from: bookAnchor(anchor, section, index), section: title})
    for (const {entry, to} of fragment.sees) open(entry)?.sees.set(anchorFor(to), titlesOf(to).join(': '))
  }
  const asked = new Set(sections.flatMap(({fragment}) => fragment.sees.map(({to}) => anchorFor(to))))
  return sorted(top, [], new Set(pathsOf(top).map(entryAnchor).filter(anchor => asked.has(anchor))))
}

function pathsOf(entries: ReadonlyMap<string, OpenEntry>): string[][] {
  return [...entries].flatMap(([key, {entries: below}]) => [[key], ...pathsOf(below).map(path => [key, ...path])])
}

/** `seen` holds the anchors of the entries that others send readers on to. */
function sorted(entries: ReadonlyMap<string, OpenEntry>, above: readonly string[], seen: ReadonlySet<string>): IndexEntry[] {
  return [...entries]
    .map(([key, {titles, locators, sees, entries}]) => {
      const anchor = entryAnchor([...above, key])
      return {
        title: titles.reduce((a, b) => (b > a ? b : a)),
        ...(seen.has(anchor) ? {anchor} : {}),
        locators,
        sees: [...sees].map(([to, words]) => ({title: words, ...(seen.has(to) ? {anchor: to} : {})})).sort((a, b) => collate(a.title, b.title)),
        entries: sorted(entries, [...above, key], seen)
      }
    })
    .sort((a, b) => collate(a.title, b.title))
}

/** Of the entry that `see` means. */
function anchorFor(to: string): string {
  return entryAnchor(titlesOf(to).map(keyOf))
}

/** No id of a manuscript begins with `_`. */
function entryAnchor(path: readonly string[]): string {
  return `_index-${path.map(key => key.replace(/[^a-z0-9]/gu, sign => `_${sign.codePointAt(0)!.toString(16)}`)).join('-')}`
}

/** Entries for a second index in the same book, which links lead to the first of. */
export function withoutAnchors(entries: readonly IndexEntry[]): IndexEntry[] {
  return entries.map(({anchor: _, ...entry}) => ({...entry, entries: withoutAnchors(entry.entries)}))
}

/** Anchors of entries and all below them. */
export function entryAnchors(entries: readonly IndexEntry[]): string[] {
  return entries.flatMap(({anchor, entries: below}) => [...(anchor === undefined ? [] : [anchor]), ...entryAnchors(below)])
}

function titlesOf(path: string): string[] {
  return path.split('>').map(part => part.trim()).filter(Boolean)
}

function keyOf(title: string): string {
  return letters(title) || title
}

/** A message for each entry that sends readers on to one that leads nowhere. */
export function strayEntries(sections: readonly RenderedSection[]): Diagnostic[] {
  const pathOf = (entry: string) => titlesOf(entry).map(keyOf)
  const known = new Map<string, string>()
  for (const {section, fragment} of sections) {
    for (const entry of [...(section.matter.index ?? []), ...fragment.marks.map(mark => mark.entry)]) {
      const path = pathOf(entry)
      for (const end of path.keys()) known.set(path.slice(0, end + 1).join('>'), titlesOf(entry).slice(0, end + 1).join(' > ').toLowerCase())
    }
  }
  return sections.flatMap(({section, fragment}) =>
    fragment.sees.flatMap(({to, span}) => {
      if (known.has(pathOf(to).join('>'))) return []
      const nearest = nearestName(to, [...known.values()])
      const reason = `Unexpected entry \`${to}\` to be sent on to, expected one that leads to a page`
      return [diagnose('index-entry-unknown', reason, placeOf(section, span), nearest === undefined ? undefined : `the nearest is \`${nearest}\``)]
    })
  )
}
