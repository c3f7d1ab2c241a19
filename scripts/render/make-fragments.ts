// Render: fragments of a whole book, those of unchanged files from the store.

import {createHash} from 'node:crypto'
import type {Book} from '../book/book.ts'
import type {Section} from '../book/section.ts'
import type {Fragment} from './fragment.ts'
import type {FragmentSetting} from './fragment-draft.ts'
import {makeFragment} from './make-fragment.ts'
import {cleanSource} from './parse-section.ts'
import type {RenderedBook, RenderedSection} from './section-list.ts'

/** Fragments that need not be made again. */
export interface FragmentStore {
  /** Those that this process has met, by what they are made from. */
  readonly known: Map<string, Fragment>
  /** Where they outlive the process. A key may be put again, with another text. */
  readonly kept?: {
    get(key: string): string | undefined
    put(key: string, json: string): void
  }
}

/** Files whose fragments are stored together: one read for many, and little to write when one has changed. */
const packSize = 64

type BookSections = Pick<Book, 'frontMatter' | 'body' | 'backMatter'>
type BookSetting = Omit<FragmentSetting, 'section'>
type LabelsOf = (section: Section) => FragmentSetting['section']['labels']

/**
 * Makes the fragment of every section, or finds it in the store. `shelf` keeps what is stored for one book apart from that of others; a store
 * must not hand out what another version of this program has put. Yields between files, so that a caller may let other things happen.
 */
export function* makeFragments(
  sections: BookSections,
  setting: BookSetting,
  labelsOf: LabelsOf,
  shelf: string,
  {known, kept}: FragmentStore = {known: new Map()}
): Generator<void, RenderedBook> {
  const all = [...sections.frontMatter, ...sections.body, ...sections.backMatter].flatMap(flatten)
  const settings = new Map(all.map(section => [section.id, settingOf(section, setting, labelsOf(section))]))
  const keys = new Map(all.map(section => [section.id, fragmentKey(section.source, settings.get(section.id)!)]))
  const packs = chunk(all, packSize).map((members, number) => ({
    key: packKey(shelf, number, setting),
    members: members.map(({id}) => keys.get(id)!)
  }))
  const stored = packs.map(({key}) => readPack(kept?.get(key), known))
  for (const section of all) {
    const key = keys.get(section.id)!
    if (known.has(key)) continue
    known.set(key, makeFragment(section.source, settings.get(section.id)!))
    yield
  }
  const render = (section: Section): RenderedSection => ({
    section,
    fragment: known.get(keys.get(section.id)!)!,
    children: section.children.map(render)
  })
  const rendered = {
    frontMatter: sections.frontMatter.map(render),
    body: sections.body.map(render),
    backMatter: sections.backMatter.map(render)
  }
  for (const [number, {key, members}] of packs.entries()) {
    if (kept && members.join() !== stored[number]!.join())
      kept.put(key, JSON.stringify(members.map(member => [member, known.get(member)])))
  }
  return rendered
}

function flatten(section: Section): Section[] {
  return [section, ...section.children.flatMap(flatten)]
}

function chunk<Each>(list: readonly Each[], size: number): Each[][] {
  return Array.from({length: Math.ceil(list.length / size)}, (_, index) => list.slice(index * size, (index + 1) * size))
}

/** Editions share the fragment of a file in which nothing depends on them. */
function settingOf({id, title, depth, source}: Section, {edition, ...setting}: BookSetting, labels: FragmentSetting['section']['labels']): FragmentSetting {
  return {...setting, edition: source.includes(':only') ? edition : undefined, section: {id, title: cleanSource(title), depth, labels}}
}

function fragmentKey(source: string, setting: FragmentSetting): string {
  return hash(JSON.stringify(setting), source)
}

function packKey(shelf: string, number: number, setting: BookSetting): string {
  return hash(shelf, JSON.stringify(setting), String(number))
}

function hash(...texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 32)
}

/** Adds a pack's fragments to `known` and gives their keys in order. */
function readPack(json: string | undefined, known: Map<string, Fragment>): string[] {
  if (json === undefined) return []
  const entries = JSON.parse(json) as (readonly [key: string, fragment: Fragment])[]
  for (const [key, fragment] of entries) known.set(key, fragment)
  return entries.map(([key]) => key)
}
