// Assemble: anchors that Chromium did not print, put where links to them do least harm.

import type {PrintedUnit} from './printed-unit.ts'

/**
 * A unit with each of `anchors`. In tables in tables, Chromium may lose a cell with all that is in it (seen in 156): links to it then lead to
 * the start of the unit, and a fault says so.
 */
export function withEveryAnchor(printed: PrintedUnit, anchors: readonly string[]): PrintedUnit {
  const known = new Set(printed.anchors.map(({id}) => id))
  const lost = anchors.filter(id => !known.has(id))
  const [first] = printed.pages
  if (lost.length === 0 || !first) return printed
  return {
    ...printed,
    anchors: [...printed.anchors, ...lost.map(id => ({id, page: 0, xPt: 0, yPt: first.heightPt}))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    faults: [...printed.faults, ...lost.map(detail => ({kind: 'anchor-unprinted', detail}) as const)]
  }
}
