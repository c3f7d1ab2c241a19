// Test support: reads a PDF once, with qpdf for its objects and pdf.js for what a viewer makes of it, for descriptions and invariants.

import type {PageContent} from './page-content.ts'
import {PageContentReader} from './page-content.ts'
import {PdfObjects} from './pdf-objects.ts'
import type {PdfjsReading} from './pdfjs-reading.ts'
import {readWithPdfjs} from './pdfjs-reading.ts'
import type {QpdfDictionary, QpdfFile} from './qpdf.ts'
import {readQpdfFile} from './qpdf.ts'
import type {StructureTree} from './structure.ts'
import {readStructureTree} from './structure.ts'

/** A rectangle in points from the lower left corner of the page. */
export interface Rectangle {
  readonly leftPt: number
  readonly bottomPt: number
  readonly rightPt: number
  readonly topPt: number
}

export interface Annotation {
  readonly reference: string
  readonly subtype: string
  readonly pageIndex: number
  readonly area: Rectangle
  readonly contents?: string
  readonly structParent?: number
  /** Where a link goes: a name or page of this file, or a URI. */
  readonly target?: {readonly name: string} | {readonly pageIndex: number} | {readonly uri: string} | {readonly unknown: string}
}

export interface Page {
  readonly index: number
  readonly reference: string
  readonly dictionary: QpdfDictionary
  readonly widthPt: number
  readonly heightPt: number
  /** Page label as pdf.js reads it; the ordinal number when the file has no labels. */
  readonly label: string
  readonly structParents?: number
  readonly content: PageContent
  readonly annotations: readonly Annotation[]
}

export interface Destination {
  readonly pageIndex: number
  readonly leftPt?: number
  readonly topPt?: number
}

export interface OutlineEntry {
  readonly title: string
  readonly level: number
  readonly destination?: Destination
}

/** Everything that descriptions and invariants look at. */
export interface PdfReading {
  readonly bytes: Uint8Array
  readonly file: QpdfFile
  readonly objects: PdfObjects
  readonly pages: readonly Page[]
  readonly pageIndexes: ReadonlyMap<string, number>
  readonly structure: StructureTree
  readonly outline: readonly OutlineEntry[]
  readonly destinations: ReadonlyMap<string, Destination>
  readonly pdfjs: PdfjsReading
}

interface PageNode {
  readonly reference: string
  readonly dictionary: QpdfDictionary
  readonly resources: QpdfDictionary
  readonly mediaBox: readonly number[]
}

function pageNodes(objects: PdfObjects): PageNode[] {
  const visit = (reference: string, resources: QpdfDictionary, mediaBox: readonly number[]): PageNode[] => {
    const dictionary = objects.dictionary(reference) ?? {}
    const ownResources = objects.dictionary(dictionary['/Resources']) ?? resources
    const ownBox = dictionary['/MediaBox'] === undefined ? mediaBox : objects.numbers(dictionary['/MediaBox'])
    const kids = objects.array(dictionary['/Kids'])
    if (kids === undefined) return [{reference, dictionary, resources: ownResources, mediaBox: ownBox}]
    return kids.flatMap((kid) => visit(String(kid), ownResources, ownBox))
  }
  return visit(String(objects.catalog['/Pages']), {}, [])
}

function targetOf(objects: PdfObjects, dictionary: QpdfDictionary, pages: ReadonlyMap<string, number>): Annotation['target'] {
  const action = objects.dictionary(dictionary['/A'])
  const kind = objects.name(action?.['/S'])
  if (kind === 'URI') return {uri: objects.string(action?.['/URI']) ?? ''}
  if (kind !== undefined && kind !== 'GoTo') return {unknown: kind}
  const destination = dictionary['/Dest'] ?? action?.['/D']
  if (destination === undefined) return undefined
  const name = objects.string(destination) ?? objects.name(destination)
  if (name !== undefined) return {name}
  const pageIndex = pages.get(String(objects.array(destination)?.[0]))
  return pageIndex === undefined ? {unknown: JSON.stringify(destination)} : {pageIndex}
}

function readAnnotations(objects: PdfObjects, page: QpdfDictionary, pageIndex: number, pages: ReadonlyMap<string, number>): Annotation[] {
  return objects.list(page['/Annots']).map((reference) => {
    const dictionary = objects.dictionary(reference) ?? {}
    const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = objects.numbers(dictionary['/Rect'])
    const contents = objects.string(dictionary['/Contents'])
    const structParent = objects.number(dictionary['/StructParent'])
    const target = targetOf(objects, dictionary, pages)
    return {
      reference: String(reference),
      subtype: objects.name(dictionary['/Subtype']) ?? 'none',
      pageIndex,
      area: {leftPt: Math.min(x1, x2), bottomPt: Math.min(y1, y2), rightPt: Math.max(x1, x2), topPt: Math.max(y1, y2)},
      ...(contents === undefined ? {} : {contents}),
      ...(structParent === undefined ? {} : {structParent}),
      ...(target === undefined ? {} : {target})
    }
  })
}

function readPages(objects: PdfObjects, nodes: readonly PageNode[], indexes: ReadonlyMap<string, number>, labels: readonly string[] | undefined): Page[] {
  const contents = new PageContentReader(objects)
  return nodes.map(({reference, dictionary, resources, mediaBox}, index) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = mediaBox
    const structParents = objects.number(dictionary['/StructParents'])
    return {
      index, reference, dictionary,
      widthPt: x2 - x1,
      heightPt: y2 - y1,
      label: labels?.[index] ?? String(index + 1),
      ...(structParents === undefined ? {} : {structParents}),
      content: contents.read(dictionary, resources),
      annotations: readAnnotations(objects, dictionary, index, indexes)
    }
  })
}

/** Reads a PDF for tests; throws when qpdf or pdf.js cannot open it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const file = await readQpdfFile(bytes)
  const objects = new PdfObjects(file)
  const pdfjs = await readWithPdfjs(bytes)
  const nodes = pageNodes(objects)
  const pageIndexes = new Map(nodes.map(({reference}, index) => [reference, index]))
  const destination = (found: {page: string; left: number | null; top: number | null} | undefined): Destination | undefined => {
    const pageIndex = found === undefined ? undefined : pageIndexes.get(found.page)
    if (found === undefined || pageIndex === undefined) return undefined
    return {pageIndex, ...(found.left === null ? {} : {leftPt: found.left}), ...(found.top === null ? {} : {topPt: found.top})}
  }
  return {
    bytes, file, objects, pageIndexes, pdfjs,
    pages: readPages(objects, nodes, pageIndexes, pdfjs.labels),
    structure: readStructureTree(objects),
    outline: pdfjs.outline.map((entry) => {
      const target = destination(entry.destination)
      return {title: entry.title, level: entry.level, ...(target === undefined ? {} : {destination: target})}
    }),
    destinations: new Map([...pdfjs.destinations].flatMap(([name, found]) => {
      const target = destination(found)
      return target === undefined ? [] : [[name, target] as const]
    }))
  }
}
