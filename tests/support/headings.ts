// Test support: the headings of a PDF as its tags give them, and where each stands on paper.

import type {PdfReading} from './read-pdf.ts'
import type {StructureElement} from './structure.ts'
import {everyElement, everyLeaf} from './structure.ts'
import {oneLine, spokenText, textOfMark} from './spoken-text.ts'

/** A heading element with the place of its first glyph. */
export interface TaggedHeading {
  readonly element: StructureElement
  /** 1 to 6. */
  readonly level: number
  readonly title: string
  readonly pageIndex: number
  readonly baselinePt: number
  readonly sizePt: number
}

function headingAt(reading: PdfReading, element: StructureElement, level: number): TaggedHeading | undefined {
  for (const leaf of everyLeaf(element)) {
    if (leaf.kind !== 'marked' || textOfMark(reading, leaf).trim() === '') continue
    const pageIndex = reading.pageIndexes.get(leaf.page ?? '')
    const first = reading.pages[pageIndex ?? -1]?.content.painted.find(({kind, mcid, text}) => kind === 'text' && mcid === leaf.mcid && text.trim() !== '')
    if (pageIndex === undefined || first === undefined) continue
    return {element, level, title: oneLine(spokenText(reading, element, undefined, isNoteNumber)), pageIndex, baselinePt: first.yPt, sizePt: first.sizePt}
  }
  return undefined
}

/** A note's number is not part of the title that it stands at. */
function isNoteNumber({standardRole}: StructureElement): boolean {
  return standardRole === 'Reference'
}

/** Headings with visible text, in reading order. */
export function taggedHeadings(reading: PdfReading): TaggedHeading[] {
  return [...everyElement(reading.structure.elements)].flatMap((element) => {
    const level = /^H([1-6])$/.exec(element.standardRole)?.[1]
    return level === undefined ? [] : (headingAt(reading, element, Number(level)) ?? [])
  })
}

/** True when a destination shows the heading at the top of the window, not more than about two lines above it. */
export function showsHeading(heading: TaggedHeading, destination: {readonly pageIndex: number; readonly topPt?: number}): boolean {
  if (destination.pageIndex !== heading.pageIndex) return false
  if (destination.topPt === undefined) return true
  return destination.topPt >= heading.baselinePt && destination.topPt <= heading.baselinePt + 3 * heading.sizePt
}
