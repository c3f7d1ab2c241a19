// Render: the headings of the book as the tree that a PDF's outline shows.

import type {UnitHeading} from './unit.ts'
import {withoutColour} from './without-colour.ts'

export interface OutlineEntry extends UnitHeading {
  readonly children: readonly OutlineEntry[]
}

interface OpenEntry extends UnitHeading {
  readonly children: OpenEntry[]
}

/** Headings in reading order; each belongs to the last one of a higher level before it. */
export function outlineBook(headings: readonly UnitHeading[]): OutlineEntry[] {
  const top: OpenEntry[] = []
  const open: OpenEntry[] = []
  for (const heading of headings) {
    const entry: OpenEntry = {...heading, title: withoutColour(heading.title), children: []}
    while (open.length > 0 && open.at(-1)!.level >= heading.level) open.pop()
    const siblings = open.at(-1)?.children ?? top
    siblings.push(entry)
    open.push(entry)
  }
  return top
}
