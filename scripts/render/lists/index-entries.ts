// Render: the subject index, from marks in the text and from what whole sections are about.

import {bookAnchor} from '../book-index.ts'
import {collate, letters} from '../collate.ts'
import type {Library} from '../library.ts'
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
  readonly locators: readonly Locator[]
  readonly entries: readonly IndexEntry[]
}

interface OpenEntry {
  titles: string[]
  locators: Locator[]
  entries: Map<string, OpenEntry>
}

/** Entries in the order of their letters, each with its sub-entries. What differs in capitals alone is one entry, written in small letters where somebody did. */
export function indexEntries({sections, index}: Library): IndexEntry[] {
  const top = new Map<string, OpenEntry>()
  const add = (path: string, locator: Locator) => {
    let entries = top
    let entry: OpenEntry | undefined
    for (const title of path.split('>').map(part => part.trim()).filter(Boolean)) {
      const key = letters(title) || title
      entry = entries.get(key) ?? {titles: [], locators: [], entries: new Map()}
      entry.titles.push(title)
      entries.set(key, entry)
      entries = entry.entries
    }
    entry?.locators.push(locator)
  }
  for (const rendered of sections) {
    const {section, fragment} = rendered
    const {title} = index.targets.get(section.id)!
    for (const path of section.matter.index ?? []) add(path, {from: section.id, to: endAnchor(rendered), section: title})
    for (const {entry, anchor} of fragment.marks) add(entry, {from: bookAnchor(anchor, section, index), section: title})
  }
  return sorted(top)
}

function sorted(entries: ReadonlyMap<string, OpenEntry>): IndexEntry[] {
  return [...entries.values()]
    .map(({titles, locators, entries}) => ({title: titles.reduce((a, b) => (b > a ? b : a)), locators, entries: sorted(entries)}))
    .sort((a, b) => collate(a.title, b.title))
}
