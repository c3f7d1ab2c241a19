// Edition: the Markdown line that something in a unit's print comes from.

import type {Place} from '../book/block.ts'
import type {Unit} from '../render/unit.ts'

/** Where a block by its key stands in the manuscript; without one, where the unit begins. */
export function placeOf(unit: Unit, block?: string): {file?: string; place?: {line: number; column: number}} {
  const place: Place | undefined = (block === undefined ? undefined : unit.blocks[block]?.place) ?? Object.values(unit.blocks)[0]?.place
  return place ? {file: place.file, place: {line: place.line, column: place.column}} : {}
}
