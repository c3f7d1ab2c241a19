// Render: which sections are printed together as one unit.

import type {RenderedBook, RenderedSection} from './section-list.ts'

/** A section in a unit, with those of its children that stand in the same unit. */
export interface UnitSection {
  readonly rendered: RenderedSection
  readonly children: UnitSection[]
}

export type UnitKind = 'front' | 'body' | 'back'

/** A run of sections that starts on a new page. */
export interface SectionUnit {
  readonly kind: UnitKind
  /** The entry of the book's order that it belongs to. */
  readonly entry: RenderedSection
  readonly isPlain: boolean
  readonly sections: UnitSection[]
}

/**
 * Each entry of the book's order is a unit. A section inside it that has sections of its own (a category) starts another, and what follows
 * it without children goes on in that. In a plain folder, where a file is a chapter, every file of the first two levels is a unit.
 */
export function planUnits({frontMatter, body, backMatter}: RenderedBook, isPlain: boolean): SectionUnit[] {
  return [
    ...frontMatter.flatMap(section => unitsOf(section, 'front', isPlain)),
    ...body.flatMap(section => unitsOf(section, 'body', isPlain)),
    ...backMatter.flatMap(section => unitsOf(section, 'back', isPlain))
  ]
}

function unitsOf(rendered: RenderedSection, kind: UnitKind, isPlain: boolean): SectionUnit[] {
  const opening: UnitSection = {rendered, children: []}
  const units: SectionUnit[] = [{kind, entry: rendered, isPlain, sections: [opening]}]
  for (const child of rendered.children) {
    if (isPlain || child.children.length > 0) units.push({kind, entry: rendered, isPlain, sections: [whole(child)]})
    else if (units.length === 1) opening.children.push(whole(child))
    else units.at(-1)!.sections.push(whole(child))
  }
  return units
}

function whole(rendered: RenderedSection): UnitSection {
  return {rendered, children: rendered.children.map(whole)}
}

/** True for a unit that opens a part of the book: an entry that holds other sections, and in a plain folder one that is nothing but a folder. */
export function isPart({kind, entry, isPlain, sections}: SectionUnit): boolean {
  return kind !== 'front' && (!isPlain || entry.section.file === undefined) && sections[0]?.rendered === entry && entry.children.length > 0
}

/** Sections of a unit in reading order. */
export function sectionsOf({sections}: SectionUnit): RenderedSection[] {
  const flatten = ({rendered, children}: UnitSection): RenderedSection[] => [rendered, ...children.flatMap(flatten)]
  return sections.flatMap(flatten)
}
