// Invariant: every marked-content id of every page is reached once from the structure tree, and the ParentTree says the same
// (ISO 32000-1, 14.7.4.4).

import type {Page, PdfReading} from '../read-pdf.ts'
import type {StructureElement} from '../structure.ts'
import {everyElement} from '../structure.ts'
import type {Invariant} from './invariant.ts'

/** Elements by `<page reference> <mcid>`; more than one owner is a fault. */
function owners(reading: PdfReading): Map<string, StructureElement[]> {
  const found = new Map<string, StructureElement[]>()
  for (const element of everyElement(reading.structure.elements)) {
    for (const kid of element.kids) {
      if (kid.kind !== 'marked') continue
      const key = `${kid.page} ${kid.mcid}`
      found.set(key, [...(found.get(key) ?? []), element])
    }
  }
  return found
}

function pageFaults(reading: PdfReading, page: Page, owned: Map<string, StructureElement[]>): string[] {
  const faults = page.content.faults.map((fault) => `Page ${page.index}: ${fault}`)
  const listed = page.structParents === undefined ? undefined : reading.structure.parentTree.get(page.structParents)
  const seen = new Set<number>()
  for (const mcid of page.content.mcids) {
    const place = `Page ${page.index}, marked content ${mcid}`
    if (seen.has(mcid)) faults.push(`${place} is opened twice`)
    seen.add(mcid)
    const elements = owned.get(`${page.reference} ${mcid}`) ?? []
    if (elements.length !== 1) faults.push(`${place} is reached ${elements.length} times from the structure tree, expected once`)
    const parent = Array.isArray(listed) ? (listed[mcid] as string | undefined) : undefined
    if (parent !== elements[0]?.reference) faults.push(`${place} has parent ${parent ?? 'none'} in the ParentTree, expected ${elements[0]?.reference ?? 'none'}`)
  }
  return faults
}

function danglingKids(reading: PdfReading, owned: Map<string, StructureElement[]>): string[] {
  const painted = new Set(reading.pages.flatMap((page) => page.content.mcids.map((mcid) => `${page.reference} ${mcid}`)))
  return [...owned].filter(([key]) => !painted.has(key)).map(([key, [element]]) =>
    `Element ${element?.reference} (${element?.role}) asks for marked content ${key}, which no page has`)
}

function statedParents(reading: PdfReading): string[] {
  const faults: string[] = []
  const visit = (element: StructureElement, parent: string | undefined): void => {
    if (element.statedParent !== parent) faults.push(`Element ${element.reference} (${element.role}) names ${element.statedParent ?? 'none'} as its parent, expected ${parent ?? 'none'}`)
    for (const kid of element.kids) if (kid.kind === 'element') visit(kid, element.reference)
  }
  for (const element of reading.structure.elements) visit(element, reading.structure.reference)
  return faults
}

export const markedContent: Invariant = (reading) => {
  const owned = owners(reading)
  return [...reading.pages.flatMap((page) => pageFaults(reading, page, owned)), ...danglingKids(reading, owned), ...statedParents(reading)]
}
