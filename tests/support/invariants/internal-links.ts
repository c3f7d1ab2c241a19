// Invariant: every internal link lands on the page its text promises: the heading it names stands there, and the page number it
// prints is that page's label.

import {taggedHeadings} from '../headings.ts'
import type {Annotation, PdfReading} from '../read-pdf.ts'
import type {StructureElement} from '../structure.ts'
import {plainPunctuation} from '../manuscript-text.ts'
import {oneLine, spokenText} from '../spoken-text.ts'
import type {Expected, Invariant} from './invariant.ts'

/** A link as a reader sees it. */
interface InternalLink {
  readonly words: string
  /** Page number that it prints: the last word in the contents, all of a link in the index, elsewhere the number in closing brackets. */
  readonly printed?: string
  /** Its words without the page number. */
  readonly title: string
  readonly anchor?: string
  readonly landing?: number
  readonly pageIndex: number
  readonly inContents: boolean
}

const number = '[0-9]+|[ivxlcdm]+|[0-9A-Za-z]+-[0-9]+'
const inBrackets = new RegExp(`^(.*?)\\s*\\(\\p{L}+ (${number})\\)$`, 'u')
const numberAlone = new RegExp(`^()(${number})$`, 'u')
const lastWord = new RegExp(`^(.*?)\\s+(${number})$`, 'u')

function landingOf(reading: PdfReading, {target}: Annotation): {anchor?: string; landing?: number} | undefined {
  if (target === undefined || 'uri' in target) return undefined
  if ('pageIndex' in target) return {landing: target.pageIndex}
  if ('unknown' in target) return {anchor: target.unknown}
  const landing = reading.destinations.get(target.name)?.pageIndex
  return {anchor: target.name, ...(landing === undefined ? {} : {landing})}
}

/** Internal links in reading order, one for each annotation. */
export function internalLinks(reading: PdfReading): InternalLink[] {
  const annotations = new Map(reading.pages.flatMap((page) => page.annotations).map((annotation) => [annotation.reference, annotation]))
  const links: InternalLink[] = []
  const visit = (element: StructureElement, inContents: boolean, inIndex: boolean): void => {
    const contents = inContents || element.standardRole === 'TOC'
    const index = inIndex || element.standardRole === 'Index'
    for (const kid of element.kids) {
      if (kid.kind === 'element') visit(kid, contents, index)
      const annotation = kid.kind === 'object' ? annotations.get(kid.object) : undefined
      const landing = annotation === undefined ? undefined : landingOf(reading, annotation)
      if (annotation === undefined || landing === undefined) continue
      const words = oneLine(spokenText(reading, element))
      const [, title = words, printed] = (contents ? lastWord : index ? numberAlone : inBrackets).exec(words) ?? []
      links.push({words, title, ...(printed === undefined ? {} : {printed}), ...landing, pageIndex: annotation.pageIndex, inContents: contents})
    }
  }
  for (const element of reading.structure.elements) visit(element, false, false)
  return links
}

function linkFaults(reading: PdfReading, link: InternalLink, titles: ReadonlyMap<number, ReadonlySet<string>>, known: ReadonlySet<string>, expected: Expected): string[] {
  const place = `Page ${link.pageIndex}, link ${JSON.stringify(link.words)} to ${link.anchor ?? 'a page'}`
  if (link.landing === undefined) return [`${place} leads nowhere`]
  const label = reading.pages[link.landing]?.label
  const here = titles.get(link.landing) ?? new Set<string>()
  const faults: string[] = []
  if (link.inContents && link.printed === undefined) faults.push(`${place} prints no page number after a space`)
  if (link.printed !== undefined && link.printed !== label) faults.push(`${place} prints page ${link.printed}, but lands on page ${label}`)
  if (known.has(link.title) && !here.has(link.title)) faults.push(`${place} lands on page index ${link.landing}, where no such heading stands`)
  const promised = link.anchor === undefined ? undefined : expected.manuscript?.headings.find(({anchor}) => anchor === link.anchor)
  if (promised !== undefined && ![...here].some((title) => plainPunctuation(title) === plainPunctuation(promised.title))) faults.push(`${place} lands on page index ${link.landing}, expected the heading ${JSON.stringify(promised.title)} there`)
  return faults
}

export const internalLinksLand: Invariant = (reading, expected) => {
  const titles = new Map<number, Set<string>>()
  const known = new Set<string>()
  for (const {pageIndex, title} of taggedHeadings(reading)) {
    titles.set(pageIndex, (titles.get(pageIndex) ?? new Set()).add(title))
    known.add(title)
  }
  return internalLinks(reading).flatMap((link) => linkFaults(reading, link, titles, known, expected))
}
