// Invariant: every annotation has Contents, stands under a Link or Form element and on words of it, and its page is tabbed in structure
// order (PDF/UA-1, 7.18).

import type {Annotation, PdfReading} from '../read-pdf.ts'
import type {StructureElement} from '../structure.ts'
import {everyElement, everyLeaf} from '../structure.ts'
import type {Invariant} from './invariant.ts'

function holders(reading: PdfReading): Map<string, StructureElement[]> {
  const found = new Map<string, StructureElement[]>()
  for (const element of everyElement(reading.structure.elements)) {
    for (const kid of element.kids) {
      if (kid.kind === 'object') found.set(kid.object, [...(found.get(kid.object) ?? []), element])
    }
  }
  return found
}

/** Pieces of text are taken by where they start, figures by their box. */
function standsOnWords(reading: PdfReading, {area, pageIndex}: Annotation, holder: StructureElement): boolean {
  const page = reading.pages[pageIndex]
  const own = new Set([...everyLeaf(holder)].flatMap((leaf) => (leaf.kind === 'marked' && leaf.page === page?.reference ? [leaf.mcid] : [])))
  const painted = page?.content.painted.filter(({mcid}) => mcid !== undefined && own.has(mcid)) ?? []
  const texts = painted.filter(({text}) => text.trim() !== '')
  const slackPt = 2
  const isInside = ({xPt, yPt}: {xPt: number; yPt: number}): boolean =>
    xPt >= area.leftPt - slackPt && xPt <= area.rightPt + slackPt && yPt >= area.bottomPt - slackPt && yPt <= area.topPt + slackPt
  return painted.length > texts.length && texts.length === 0 || texts.some(isInside) || boxesOf(reading, holder).some(([left, bottom, right, top]) =>
    left <= area.rightPt && right >= area.leftPt && bottom <= area.topPt && top >= area.bottomPt)
}

function boxesOf(reading: PdfReading, holder: StructureElement): [number, number, number, number][] {
  return [...everyElement([holder])].flatMap(({attributes}) => {
    const box = attributes.get('Layout/BBox')
    return box === undefined ? [] : [reading.objects.numbers(box) as [number, number, number, number]]
  })
}

function annotationFaults(reading: PdfReading, annotation: Annotation, held: Map<string, StructureElement[]>): string[] {
  const place = `Page ${annotation.pageIndex}, ${annotation.subtype} annotation ${annotation.reference}`
  const elements = held.get(annotation.reference) ?? []
  const [holder] = elements
  const role = annotation.subtype === 'Widget' ? 'Form' : 'Link'
  const listed = annotation.structParent === undefined ? undefined : reading.structure.parentTree.get(annotation.structParent)
  const faults: string[] = []
  if (holder !== undefined && !standsOnWords(reading, annotation, holder)) faults.push(`${place} stands on none of its element's words`)
  if ((annotation.contents ?? '').trim() === '') faults.push(`${place} has no Contents`)
  if (elements.length !== 1) faults.push(`${place} is reached ${elements.length} times from the structure tree, expected once`)
  if (holder !== undefined && holder.standardRole !== role) faults.push(`${place} stands under ${holder.role}, expected ${role}`)
  if (listed !== holder?.reference) faults.push(`${place} has parent ${String(listed ?? 'none')} in the ParentTree, expected ${holder?.reference ?? 'none'}`)
  return faults
}

export const annotations: Invariant = (reading) => {
  const held = holders(reading)
  const untabbed = reading.pages.filter((page) => page.annotations.length > 0 && reading.objects.name(page.dictionary['/Tabs']) !== 'S')
  return [
    ...reading.pages.flatMap((page) => page.annotations.flatMap((annotation) => annotationFaults(reading, annotation, held))),
    ...untabbed.map(({index}) => `Page ${index} has annotations, but no structure tab order`)
  ]
}
