// Edition: which line of the manuscript each structure element of the book's PDF comes from.

import type {PrintedUnit, StructElement} from '../assemble/printed-unit.ts'
import type {Place} from '../book/block.ts'

/**
 * Places of all elements in the order in which the tree is read, the document's own first. An element that no block was made into has the place
 * of what it stands in, or, as tables and sections do, that of the first block in it.
 */
export function elementPlaces(units: readonly PrintedUnit[], placeOf: (unit: string, block: string) => Place | undefined): (Place | undefined)[] {
  const places: (Place | undefined)[] = [undefined]
  const visit = (unit: string, {role, block, kids}: StructElement, outer: Place | undefined): Place | undefined => {
    const own = block === undefined ? undefined : placeOf(unit, block)
    const index = places.push(own ?? outer) - 1
    let first: Place | undefined
    for (const kid of kids) {
      const place = 'role' in kid ? visit(unit, kid, own ?? outer) : undefined
      first ??= place
    }
    if (own === undefined && (outer === undefined || role === 'Table')) places[index] = first
    return places[index]
  }
  for (const {id, structure} of units) for (const element of structure) visit(id, element, undefined)
  return places
}
