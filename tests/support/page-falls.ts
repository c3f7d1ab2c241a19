// Test support: where blocks and headings fall on pages, read from the tags.

import type {PdfReading} from './read-pdf.ts'
import {spokenText} from './spoken-text.ts'
import type {StructureElement, StructureKid} from './structure.ts'

/** Counts quotes and callouts, and names those that stand on more than one page. */
export function splitBlocks(roots: readonly StructureElement[]): {whole: number; split: string[]} {
  const blocks = roots.flatMap(elementsOf).filter(({role}) => ['Aside', 'BlockQuote'].includes(role))
  const split = blocks.filter(element => new Set(pagesOf(element)).size > 1)
  return {whole: blocks.length - split.length, split: split.map(nameOf)}
}

/** Counts headings, and names those whose text begins on another page; the labels below a title are no text. */
export function strandedHeadings(roots: readonly StructureElement[]): {headings: number; stranded: string[]} {
  const leaves = roots.flatMap(elementsOf).filter(({kids}) => kids.some(({kind}) => kind === 'marked'))
  const stranded = leaves.filter((leaf, index) => {
    const next = leaves.slice(index + 1).find(other => !isHeading(other))
    return isHeading(leaf) && next !== undefined && pagesOf(leaf).at(-1) !== pagesOf(next)[0]
  })
  return {headings: leaves.filter(isHeading).length, stranded: stranded.map(nameOf)}
}

/** Counts lists that words ending in a colon announce, and names those that begin on another page than these words stand on. */
export function partedLists(reading: PdfReading): {announced: number; parted: string[]} {
  const siblings = reading.structure.elements.flatMap(elementsOf).flatMap(({kids}) => {
    const elements = kids.filter(kid => kid.kind === 'element')
    return elements.slice(1).map((next, index) => ({words: elements[index]!, next}))
  })
  const announced = siblings.filter(({words, next}) => words.role === 'P' && next.role === 'L' && spokenText(reading, words).trim().endsWith(':'))
  const parted = announced.filter(({words, next}) => pagesOf(words).at(-1) !== pagesOf(next)[0])
  return {announced: announced.length, parted: parted.map(({words}) => spokenText(reading, words).trim())}
}

function isHeading({role}: StructureElement): boolean {
  return /^H\d?$/.test(role)
}

function nameOf(element: StructureElement): string {
  return `${element.role} on ${[...new Set(pagesOf(element))].join(', ')}`
}

/** An element and all below it, in reading order. */
function elementsOf(element: StructureElement): StructureElement[] {
  return [element, ...element.kids.flatMap(kid => (kid.kind === 'element' ? elementsOf(kid) : []))]
}

/** Pages that carry something of an element, in reading order. */
function pagesOf(element: StructureElement): (string | undefined)[] {
  return element.kids.flatMap((kid: StructureKid) => (kid.kind === 'element' ? pagesOf(kid) : kid.kind === 'marked' ? [kid.page] : []))
}
