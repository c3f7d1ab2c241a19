// Model 2: the document outline, which viewers show as bookmarks (ISO 32000-1, 12.3.3).

import {formatText} from './serialize.ts'
import type {PdfWriter} from './write-pdf.ts'

/** An entry with its destination as PDF text, and the object number of its heading's structure element where there is one. */
export interface OutlineEntry {
  readonly title: string
  readonly destination: string
  readonly element?: number
  readonly children: readonly OutlineEntry[]
}

/** Adds an outline whose first level stands open; returns its object number, or nothing when there are no entries. */
export function addOutline(writer: PdfWriter, entries: readonly OutlineEntry[]): number | undefined {
  if (entries.length === 0) return undefined
  const root = writer.reserve()
  const [first, last] = addLevel(writer, entries, root)
  return writer.add(`<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${entries.length}>>`, root)
}

function addLevel(writer: PdfWriter, entries: readonly OutlineEntry[], parent: number): [number, number] {
  const numbers = entries.map(() => writer.reserve())
  entries.forEach((entry, i) => {
    const previous = i > 0 ? `/Prev ${numbers[i - 1]} 0 R` : ''
    const next = i + 1 < entries.length ? `/Next ${numbers[i + 1]} 0 R` : ''
    const element = entry.element === undefined ? '' : `/SE ${entry.element} 0 R`
    let children = ''
    if (entry.children.length > 0) {
      const [first, last] = addLevel(writer, entry.children, numbers[i]!)
      children = `/First ${first} 0 R/Last ${last} 0 R/Count ${-entry.children.length}`
    }
    writer.add(`<</Title${formatText(entry.title)}/Parent ${parent} 0 R/Dest ${entry.destination}${element}${previous}${next}${children}>>`, numbers[i])
  })
  return [numbers[0]!, numbers.at(-1)!]
}
