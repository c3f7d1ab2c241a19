// Render: a unit before it is written.

import type {Block} from '../book/block.ts'
import type {PrintMedium} from './print-medium.ts'
import type {SectionTab} from './section-tabs.ts'
import type {Unit, UnitHeading} from './unit.ts'

/** What page planning needs of a unit. */
export interface UnitPlan {
  readonly id: string
  readonly title: string
  readonly start: Unit['start']
  readonly numbering: Unit['numbering']
  /** Characters of manuscript that it holds, for a first guess at its pages. */
  readonly characters: number
  /** True when its text is laid out by page numbers, as the subject index is, so that it is printed when these are known. */
  readonly followsPages?: boolean
  /** Its anchors, each with the count of characters before it. */
  readonly anchors: readonly {readonly id: string; readonly at: number}[]
}

/** How a unit is written when its turn comes. */
export interface PlannedUnit {
  readonly plan: UnitPlan
  /** What it is, as the style sheets call it: `cover`, `body`, `body part` and so on. */
  readonly kind: string
  readonly tab?: SectionTab
  readonly hasOpener?: boolean
  readonly headings: readonly UnitHeading[]
  /** Blocks that come from no section's file. */
  readonly blocks?: Readonly<Record<string, Block>>
  /** HTML of what stands in `main`. */
  write(medium: PrintMedium): string
}

/** Units with ids of their own: a section may be called like one of the book's own pages. */
export function withOwnIds(units: readonly PlannedUnit[]): PlannedUnit[] {
  const taken = new Set<string>()
  return units.map(unit => {
    let {id} = unit.plan
    while (taken.has(id)) id += '-section'
    taken.add(id)
    return {...unit, plan: {...unit.plan, id}}
  })
}
