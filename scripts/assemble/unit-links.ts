// Assemble: the link annotations of a unit, one for each line that a link runs over.

import {Name, type PdfObject, PdfString, Ref} from '../pdf/objects.ts'
import type {SkiaPdf} from '../pdf/read-skia-pdf.ts'
import {decodeText} from '../pdf/text-string.ts'
import {linkBoxes, type LinkPages} from './link-boxes.ts'
import {decodeEntities} from './html-text.ts'
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

/** What links are called that say too little, by their address: HTML says it in `aria-label`, which Chromium does not print. */
export function linkNames(html: string): Map<string, string> {
  const named = html.matchAll(/<a\b[^>]*? href="([^"]*)" aria-label="([^"]*)"/g)
  return new Map([...named].map(([, href = '', name = '']) => [decodeEntities(href), decodeEntities(name)]))
}

/** A link with the text that it lies on, in reading order. */
export interface PlacedLink {
  readonly link: PrintedLink
  readonly items: readonly TextItem[]
}

export interface PlacedLinks {
  /** Links by page. */
  readonly pages: readonly (readonly PlacedLink[])[]
  /** Where each annotation of the elements went. */
  readonly places: ReadonlyMap<number, {readonly page: number; readonly link: number}>
  readonly faults: readonly PrintFault[]
}

/** Annotations by page, one for each line a link runs over, in reading order, called by its name or else by its words, and by where it leads when those were lost. The annotations of the elements are replaced in place. */
export function placeLinks(elements: readonly RawElement[], annotations: ReadonlyMap<number, Annotation>, names: ReadonlyMap<string, string>, printed: LinkPages, slots: ReadonlyMap<TextItem, unknown>, decode: (font: string, code: number) => string | undefined): PlacedLinks {
  const pages: PlacedLink[][] = []
  const places = new Map<number, {page: number; link: number}>()
  const faults: PrintFault[] = []
  const place = (element: RawElement, block: string | undefined): void => {
    const words = linkText(element, printed.marks, slots, decode)
    const [first] = element.kids.flatMap(kid => ('annotation' in kid ? (annotations.get(kid.annotation) ?? []) : []))
    element.kids = element.kids.filter(kid => !('annotation' in kid))
    if (!first) {
      faults.push({kind: 'link-unprinted', detail: words, ...(block ? {block} : {})})
      return
    }
    const anchor = anchorOf(first.uri)
    const contents = names.get(first.uri) ?? (words || (anchor ?? first.uri))
    const target = anchor === undefined ? {uri: first.uri} : {anchor}
    const boxes = linkBoxes(element, printed)
    if (boxes.length === 0) faults.push({kind: 'link-unprinted', detail: contents, ...(block ? {block} : {})})
    for (const {page, rect, items} of boxes) {
      const link = (pages[page] ??= []).push({link: {rect, ...target, contents}, items}) - 1
      const annotation = places.size
      places.set(annotation, {page, link})
      element.kids.push({annotation})
    }
  }
  const visit = (element: RawElement, block: string | undefined): void => {
    const key = element.block ?? block
    if (element.role === 'Link') place(element, key)
    for (const kid of element.kids) if (isElement(kid)) visit(kid, key)
  }
  for (const element of elements) visit(element, undefined)
  return {pages, places, faults}
}

/** Words of a link; a page number not known yet stands as U+0001. */
function linkText(link: RawElement, marks: readonly PageMarks[], slots: ReadonlyMap<TextItem, unknown>, decode: (font: string, code: number) => string | undefined): string {
  let text = ''
  const visit = (kid: RawKid): void => {
    if (isElement(kid)) {
      const told = kid.alt ?? kid.actualText
      if (told !== undefined) text += told
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
