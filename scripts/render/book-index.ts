// Render: what the whole book offers to links: anchors with their titles, files, terms. Each anchor once.

import {posix} from 'node:path'
import type {Book} from '../book/book.ts'
import type {Section} from '../book/section.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {FragmentAnchor} from './fragment.ts'
import {placeOf} from './place-of.ts'
import type {RenderedSection} from './section-list.ts'
import {fillText} from './slots.ts'
import {truePunctuation} from './true-punctuation.ts'

export interface Target {
  readonly kind: FragmentAnchor['kind']
  /** Words that name it in a cross-reference. */
  readonly title: string
}

export interface BookIndex {
  readonly targets: ReadonlyMap<string, Target>
  /** Sections by the path of their file or folder. */
  readonly sections: ReadonlyMap<string, RenderedSection>
  /** Anchors of definitions by their term in small letters. */
  readonly terms: ReadonlyMap<string, string>
  /** For each section's id: what an anchor of its fragment is called in the book, where that differs. */
  readonly renamed: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly messages: readonly Diagnostic[]
}

/** Anchors that the renderer itself makes. */
export const ownAnchors = {cover: '_cover', contents: '_contents'} as const

/** Indexes sections in reading order. A second anchor of the same name gets another; if the manuscript gave it, that is an error. */
export function indexBook(sections: readonly RenderedSection[], facts: Book['facts']): BookIndex {
  const targets = new Map<string, Target>(Object.values(ownAnchors).map(anchor => [anchor, {kind: 'heading', title: ''}]))
  const owners = new Map<string, {section: RenderedSection; anchor: FragmentAnchor}>()
  const terms = new Map<string, string>()
  const renamed = new Map<string, Map<string, string>>()
  const messages: Diagnostic[] = []
  for (const {section} of sections) targets.set(section.id, {kind: 'heading', title: truePunctuation(section.title)})

  for (const each of sections) {
    const {section, fragment} = each
    for (const anchor of fragment.anchors) {
      if (anchor.id === section.id) continue
      const title = titleOf(anchor, each, facts)
      const id = freeAnchor(anchor.id, targets)
      if (id !== anchor.id) {
        if (anchor.isGiven) messages.push(duplicate(anchor, each, owners.get(anchor.id), sections))
        setRenamed(renamed, section.id, anchor.id, id)
      }
      targets.set(id, {kind: anchor.kind, title})
      owners.set(id, {section: each, anchor})
      const term = title.toLowerCase()
      if (anchor.kind === 'definition' && !terms.has(term)) terms.set(term, id)
    }
  }
  return {targets, sections: sectionsByPath(sections), terms, renamed, messages}
}

/** Name in the book of an anchor as its fragment calls it. */
export function bookAnchor(anchor: string, section: Section, index: BookIndex): string {
  return index.renamed.get(section.id)?.get(anchor) ?? anchor
}

/** What has no title of its own is named by its section. */
function titleOf(anchor: FragmentAnchor, {section, fragment}: RenderedSection, facts: Book['facts']): string {
  if (anchor.title === '') return truePunctuation(section.title)
  return fillText(anchor.title, number => {
    const lookup = fragment.lookups[number]
    return lookup?.kind === 'fact' ? (facts.get(lookup.id)?.text ?? '') : ''
  })
}

function freeAnchor(id: string, targets: ReadonlyMap<string, Target>): string {
  if (!targets.has(id)) return id
  let count = 2
  while (targets.has(`${id}-${count}`)) count++
  return `${id}-${count}`
}

function setRenamed(renamed: Map<string, Map<string, string>>, section: string, from: string, to: string): void {
  const names = renamed.get(section) ?? new Map<string, string>()
  renamed.set(section, names.set(from, to))
}

function duplicate(
  anchor: FragmentAnchor,
  {section}: RenderedSection,
  owner: {section: RenderedSection; anchor: FragmentAnchor} | undefined,
  sections: readonly RenderedSection[]
): Diagnostic {
  const holder = owner?.section ?? sections.find(each => each.section.id === anchor.id)
  const line = owner?.anchor.span[0] ?? 1
  const note = holder?.section.file === undefined ? 'the book itself uses that id' : `${holder.section.file}:${line} has it already`
  return diagnose('id-duplicate', `Unexpected second \`#${anchor.id}\`, expected an id of its own`, placeOf(section, anchor.span), note)
}

/** Files, and folders where a section stands for one. */
function sectionsByPath(sections: readonly RenderedSection[]): Map<string, RenderedSection> {
  const byPath = new Map<string, RenderedSection>()
  for (const each of sections) if (each.section.file !== undefined) byPath.set(posix.normalize(each.section.file), each)
  for (const each of sections) {
    const folder = folderOf(each)
    if (folder !== undefined && !byPath.has(folder)) byPath.set(folder, each)
  }
  return byPath
}

/** The folder that a section is the opening of; one without an opening is known by what is in it. */
function folderOf({section, children}: RenderedSection): string | undefined {
  if (section.file !== undefined) return /(?:^|\/)(?:index|readme)\.[a-z]+$/i.test(section.file) ? posix.dirname(section.file) : undefined
  const [first] = children
  if (!first) return undefined
  const inside = folderOf(first) ?? first.section.file
  return inside === undefined ? undefined : posix.dirname(inside)
}
