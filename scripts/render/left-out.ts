// Render: where the book has what the edition that is built leaves out.

import type {Book} from '../book/book.ts'
import type {Section} from '../book/section.ts'

export interface LeftOut {
  /** File and line. */
  readonly place: string
  /** Editions that carry the section, where it is kept for some. */
  readonly editions?: readonly string[]
}

/** Where the manuscript gives an anchor that the edition does not have; nothing when it gives it nowhere. Called for anchors that were not found. */
export function findLeftOut(anchor: string, {frontMatter, body, backMatter}: Book): LeftOut | undefined {
  const given = new RegExp(`\\{[^{}\\n]*#${anchor.replace(/[^A-Za-z0-9_-]/g, '\\$&')}(?![A-Za-z0-9_-])`)
  for (const section of [...frontMatter, ...body, ...backMatter].flatMap(withBelow)) {
    if (section.file === undefined) continue
    const {editions} = section.matter
    const at = section.id === anchor || anchor.startsWith(`${section.id}--`) ? 0 : section.source.search(given)
    if (at >= 0) return {place: `${section.file}:${section.source.slice(0, at).split('\n').length}`, ...(editions ? {editions} : {})}
  }
  return undefined
}

/** The same for a section's file. */
export function findLeftOutFile(path: string, {frontMatter, body, backMatter}: Book): LeftOut | undefined {
  const section = [...frontMatter, ...body, ...backMatter].flatMap(withBelow).find(({file}) => file === path)
  const editions = section?.matter.editions
  return section && {place: `${path}:1`, ...(editions ? {editions} : {})}
}

function withBelow(section: Section): Section[] {
  return [section, ...section.children.flatMap(withBelow)]
}
