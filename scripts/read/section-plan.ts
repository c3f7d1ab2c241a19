// Read: which files become which sections, before they have ids; every way to order a book ends in such a plan.

import {stemOf, type MarkdownFolder} from './markdown-folder.ts'
import type {SectionFile} from './open-section-file.ts'

export interface SectionPlan {
  /** Name of the file or folder, for the id, and for the title when nothing better is there. */
  readonly name: string
  readonly file?: SectionFile
  /** Title from `SUMMARY.md`, which goes before that of the file. */
  readonly title?: string
  readonly children: readonly SectionPlan[]
}

/** Sections in the three parts of a book. */
export interface BookPlan {
  readonly front: readonly SectionPlan[]
  readonly body: readonly SectionPlan[]
  readonly back: readonly SectionPlan[]
}

/** A file by its path, or a folder. */
export type FolderEntry = string | MarkdownFolder

export interface PlanOptions {
  readonly open: (path: string) => SectionFile | undefined
  /** The entries below a folder's opening in reading order. */
  readonly orderOf: (folder: MarkdownFolder, opening: SectionFile | undefined) => readonly FolderEntry[]
}

/** A section for each entry; files that `open` gives nothing for, and folders without any, are left out. */
export function planSections(entries: readonly FolderEntry[], options: PlanOptions): SectionPlan[] {
  return entries.flatMap(entry => planSection(entry, options) ?? [])
}

function planSection(entry: FolderEntry, options: PlanOptions): SectionPlan | undefined {
  if (typeof entry === 'string') {
    const file = options.open(entry)
    return file && {name: stemOf(entry), file, children: []}
  }
  const file = entry.opening === undefined ? undefined : options.open(entry.opening)
  const children = planSections(options.orderOf(entry, file), options)
  if (!file && children.length === 0) return undefined
  return {name: entry.name, ...(file ? {file} : {}), children}
}
