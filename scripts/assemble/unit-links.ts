// Assemble: the link annotations of a unit, one for each line that a link runs over.

import {Name, type PdfObject, PdfString, Ref} from '../pdf/objects.ts'
import type {SkiaPdf} from '../pdf/read-skia-pdf.ts'
import {decodeText} from '../pdf/text-string.ts'
import type {TextItem} from './page-content.ts'
import type {PrintedLink, PrintFault} from './printed-unit.ts'
import {isContent, isElement, type RawElement, type RawKid} from './read-structure.ts'
import type {PageMarks} from './page-marks.ts'

const bookUrl = 'https://book.invalid/#'

export interface Annotation {
  readonly page: number
  /** Left, bottom, right, top in points. */
  readonly rect: readonly number[]
  readonly uri: string
}

/** Links by object number. */
export function readAnnotations(pdf: SkiaPdf, pages: readonly ReadonlyMap<string, PdfObject>[]): Map<number, Annotation> {
  const annotations = new Map<number, Annotation>()
  pages.forEach((dict, page) => {
    if (!dict.has('Annots')) return
    for (const ref of pdf.array(dict.get('Annots'))) {
      const annotation = pdf.dict(ref)
      const action = annotation.get('A')
      const uri = action === undefined ? undefined : pdf.dict(action).get('URI')
      const named = annotation.get('Dest')
      const target = uri instanceof PdfString ? uri.bytes : named instanceof Name ? bookUrl + named.value : named instanceof PdfString ? bookUrl + decodeText(named.bytes) : undefined
      if (ref instanceof Ref && target !== undefined) annotations.set(ref.number, {page, rect: pdf.array(annotation.get('Rect')) as number[], uri: target})
    }
  })
  return annotations
}

/** The anchor of the book that a link leads to, if it stays inside. */
export function anchorOf(uri: string): string | undefined {
  return uri.startsWith(bookUrl) ? decodeURIComponent(uri.slice(bookUrl.length)) : undefined
}

export interface PlacedLinks {
  /** Links by page. */
  readonly pages: readonly (readonly PrintedLink[])[]
  /** Where each printed annotation went, by its object number; those united with another are not in it. */
  readonly places: ReadonlyMap<number, {readonly page: number; readonly link: number}>
  readonly faults: readonly PrintFault[]
}

/** Annotations by page, one for each line a link runs over, in reading order. */
export function placeLinks(
  elements: readonly RawElement[],
  annotations: ReadonlyMap<number, Annotation>,
  marks: readonly PageMarks[],
  slots: ReadonlyMap<TextItem, unknown>,
  decode: (font: string, code: number) => string | undefined
): PlacedLinks {
  const pages: PrintedLink[][] = []
  const places = new Map<number, {page: number; link: number}>()
  const faults: PrintFault[] = []
  const visit = (element: RawElement, block: string | undefined): void => {
    const key = element.block ?? block
    const refs = element.kids.flatMap(kid => ('annotation' in kid ? [kid.annotation] : []))
    if (element.role === 'Link') {
      if (refs.length === 0) faults.push({kind: 'link-unprinted', detail: linkText(element, marks, slots, decode), ...(key ? {block: key} : {})})
      const kept = new Set<number>()
      for (const ref of refs) {
        const annotation = annotations.get(ref)
        if (!annotation) continue
        const page = (pages[annotation.page] ??= [])
        const same = page.findIndex((link, index) => kept.has(annotation.page * 1e6 + index) && onOneLine(link.rect, annotation.rect))
        if (same >= 0) {
          const link = page[same]!
          page[same] = {...link, rect: united(link.rect, annotation.rect)}
          continue
        }
        const anchor = anchorOf(annotation.uri)
        const target = anchor === undefined ? {uri: annotation.uri} : {anchor}
        const link = page.push({rect: annotation.rect, ...target, contents: linkText(element, marks, slots, decode)}) - 1
        kept.add(annotation.page * 1e6 + link)
        places.set(ref, {page: annotation.page, link})
      }
    }
    for (const kid of element.kids) if (isElement(kid)) visit(kid, key)
  }
  for (const element of elements) visit(element, undefined)
  return {pages, places, faults}
}

/** True for boxes beside each other that share most of the lower one's height, as those of words and an image on one line do. */
function onOneLine(a: readonly number[], b: readonly number[]): boolean {
  const [aLeft = 0, aBottom = 0, aRight = 0, aTop = 0] = a
  const [bLeft = 0, bBottom = 0, bRight = 0, bTop = 0] = b
  const shared = Math.min(aTop, bTop) - Math.max(aBottom, bBottom)
  return shared > Math.min(aTop - aBottom, bTop - bBottom) / 2 && bLeft - aRight < 6 && aLeft - bRight < 6
}

function united(a: readonly number[], b: readonly number[]): number[] {
  return [Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[2]!, b[2]!), Math.max(a[3]!, b[3]!)]
}

/** Words of a link; a page number not known yet stands as U+0001. */
function linkText(link: RawElement, marks: readonly PageMarks[], slots: ReadonlyMap<TextItem, unknown>, decode: (font: string, code: number) => string | undefined): string {
  let text = ''
  const visit = (kid: RawKid): void => {
    if (isElement(kid)) {
      if (kid.alt !== undefined) text += kid.alt
      else kid.kids.forEach(visit)
    } else if (isContent(kid)) {
      for (const item of marks[kid.page]?.get(kid.mcid)?.items ?? []) {
        if (slots.has(item)) text += '\u0001'
        else for (const run of item.runs) text += (run.actualText ?? run.codes.map(code => decode(run.font, code) ?? '').join('')) + (run.spaceAfter ? ' ' : '')
      }
    }
  }
  link.kids.forEach(visit)
  return text.replace(/\s+/g, ' ').trim()
}
