// Invariant: the outline has every heading, in order, with its whole title (or the name that the manuscript gives its section), at its
// level, and leads to where it stands.

import type {TaggedHeading} from '../headings.ts'
import {showsHeading, taggedHeadings} from '../headings.ts'
import type {OutlineEntry, PdfReading} from '../read-pdf.ts'
import {plainPunctuation} from '../manuscript-text.ts'
import type {Expected, Invariant} from './invariant.ts'

function entryFaults(entry: OutlineEntry, heading: TaggedHeading | undefined): string[] {
  const place = `Outline entry ${JSON.stringify(entry.title)}`
  if (heading === undefined) return [`${place} names no heading of the tagged text, in this order`]
  if (entry.destination === undefined) return [`${place} leads nowhere`]
  if (showsHeading(heading, entry.destination)) return []
  return [`${place} leads to page index ${entry.destination.pageIndex} at ${entry.destination.topPt?.toFixed(0) ?? 'its top'} pt, ` +
    `but its heading stands on ${heading.pageIndex} at ${heading.baselinePt.toFixed(0)} pt`]
}

/** Pairs each entry with the next heading of its title; headings passed over come back as missing. */
function pair(outline: readonly OutlineEntry[], headings: readonly TaggedHeading[], {manuscript}: Expected): {entries: [OutlineEntry, TaggedHeading | undefined][]; missing: TaggedHeading[]} {
  const missing: TaggedHeading[] = []
  const isNamed = (title: string, name: string): boolean =>
    title === name || (manuscript?.headings.some((heading) => isSame(heading.title, title) && isSame(heading.name, name)) ?? false)
  let at = 0
  const entries = outline.map((entry): [OutlineEntry, TaggedHeading | undefined] => {
    const found = headings.findIndex(({title}, index) => index >= at && isNamed(title, entry.title))
    if (found < 0) return [entry, undefined]
    missing.push(...headings.slice(at, found))
    at = found + 1
    return [entry, headings[found]]
  })
  return {entries, missing: [...missing, ...headings.slice(at)]}
}

function isSame(one: string, other: string): boolean {
  return plainPunctuation(one) === plainPunctuation(other)
}

function levelFaults({outline}: PdfReading, entries: readonly [OutlineEntry, TaggedHeading | undefined][]): string[] {
  return entries.flatMap(([entry, heading], index) => {
    const [before] = entries[index - 1] ?? []
    const headingBefore = entries[index - 1]?.[1]
    if (before === undefined || heading === undefined || headingBefore === undefined) return []
    const deeper = Math.sign(entry.level - before.level)
    const expected = Math.sign(heading.level - headingBefore.level)
    return deeper === expected ? [] : [`Outline entry ${JSON.stringify(entry.title)} of ${outline.length} stands at depth ${entry.level} after ${before.level}, but the headings go from ${headingBefore.level} to ${heading.level}`]
  })
}

export const outlineIsHeadings: Invariant = (reading, expected) => {
  const {entries, missing} = pair(reading.outline, taggedHeadings(reading), expected)
  return [
    ...entries.flatMap(([entry, heading]) => entryFaults(entry, heading)),
    ...missing.map(({title, pageIndex}) => `Heading ${JSON.stringify(title)} on page index ${pageIndex} is not in the outline`),
    ...levelFaults(reading, entries)
  ]
}
