// Render: which sections have a tab at the edge of their pages and a colour of their own.

import type {RenderedBook} from './section-list.ts'

/** A section's mark: the same on paper and on screens. */
export interface SectionTab {
  /** One of the colours of `templates/hues.css`, from 1. */
  readonly hue: number
  /** Zero-based step down the edge. */
  readonly step: number
  /** Steps that the edge has. */
  readonly steps: number
  /** What the tab says. */
  readonly title: string
}

const hues = 6

/** More tabs than this would be too short for their words. */
const mostTabs = 8

/**
 * Tabs by the id of the section: those of the body, and those after it that hold others. A book of one section, or of more than the edge has
 * room for, has none.
 */
export function sectionTabs({body, backMatter}: RenderedBook, titleOf: (id: string) => string): ReadonlyMap<string, SectionTab> {
  const marked = [...body, ...backMatter.filter(({children}) => children.length > 0)]
  if (marked.length < 2 || marked.length > mostTabs) return new Map()
  return new Map(marked.map(({section: {id}}, step) => [id, {hue: (step % hues) + 1, step, steps: marked.length, title: titleOf(id)}]))
}
