// Invariant: every heading has a named destination that shows it.

import {showsHeading, taggedHeadings} from '../headings.ts'
import type {Invariant} from './invariant.ts'

export const headingsHaveDestinations: Invariant = (reading, expected) => {
  const destinations = [...reading.destinations.values()]
  const headings = taggedHeadings(reading)
  const unnamed = headings.filter((heading) => !destinations.some((destination) => showsHeading(heading, destination)))
  const lost = (expected.manuscript?.headings ?? []).filter(({anchor}) => !reading.destinations.has(anchor))
  return [
    ...unnamed.map(({title, pageIndex, baselinePt}) => `Heading ${JSON.stringify(title)} on page index ${pageIndex} at ${baselinePt.toFixed(0)} pt has no named destination`),
    ...lost.map(({anchor, title}) => `Heading ${JSON.stringify(title)} has no destination ${anchor}`)
  ]
}
