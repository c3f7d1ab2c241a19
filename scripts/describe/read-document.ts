// Describe: reads everything that a description tells out of an opened PDF.

import {type Dict, type PdfObject, Ref} from '../pdf/objects.ts'
import type {PdfFile} from '../pdf/open-pdf.ts'
import {type PageNode, pageNodes} from '../pdf/page-nodes.ts'
import {DestinationFinder, pageLabels} from '../pdf/read-trees.ts'
import type {DescribedAnnotation, DescribedDocument, DescribedOutlineEntry, DescribedPage} from './document.ts'
import {PageTextReader} from './page-text.ts'
import {readStructureTree} from './read-structure-tree.ts'

/** A file as a reader finds it. What is missing or broken in it is left out; nothing is guessed. */
export function readDocument(file: PdfFile): DescribedDocument {
  const nodes = pageNodes(file)
  const pageIndexes = new Map(nodes.map(({object}, index) => [object, index]))
  const destinations = new DestinationFinder(file, pageIndexes)
  const pages = describePages(file, nodes)
  return {
    version: file.version,
    title: file.title,
    author: file.author,
    language: file.text(file.catalog.get('Lang')),
    isTagged: file.resolve(file.dict(file.catalog.get('MarkInfo')).get('Marked')) === true,
    pages,
    structure: readStructureTree(file, {
      pageIndexes,
      text: (pageIndex, mcid) => pages[pageIndex ?? -1]?.marks.get(mcid) ?? '',
      annotation: (object, pageIndex) => describeAnnotation(file, object, pageIndex, destinations)
    }),
    outline: describeOutline(file, destinations),
    destinations: destinations.named
  }
}

function describePages(file: PdfFile, nodes: readonly PageNode[]): DescribedPage[] {
  const labels = pageLabels(file, nodes.length)
  const reader = new PageTextReader(file)
  return nodes.map(({dict, resources, mediaBox, rotation}, index) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = mediaBox
    return {
      index,
      label: labels[index]!,
      widthPt: right - left,
      heightPt: top - bottom,
      rotation,
      ...reader.read(dict, resources),
      annotations: file.array(dict.get('Annots')).map(annotation => file.name(file.dict(annotation).get('Subtype')) ?? 'none')
    }
  })
}

function describeAnnotation(file: PdfFile, object: PdfObject | undefined, pageIndex: number | undefined, destinations: DestinationFinder): DescribedAnnotation {
  const dict = file.dict(object)
  return {
    subtype: file.name(dict.get('Subtype')) ?? 'object that is no annotation',
    pageIndex,
    target: describeTarget(file, dict, destinations),
    contents: file.text(dict.get('Contents')) ?? ''
  }
}

function describeTarget(file: PdfFile, annotation: Dict, destinations: DestinationFinder): string {
  const action = file.dict(annotation.get('A'))
  const kind = file.name(action.get('S'))
  if (kind === 'URI') return file.text(action.get('URI')) ?? ''
  if (kind !== undefined && kind !== 'GoTo') return `unknown ${kind}`
  const destination = annotation.get('Dest') ?? action.get('D')
  if (destination === undefined) return 'nowhere'
  const name = destinations.nameOf(destination)
  const page = `page ${destinations.find(destination) ?? 'none'}`
  return name === undefined ? page : `${name} on ${page}`
}

function describeOutline(file: PdfFile, destinations: DestinationFinder): DescribedOutlineEntry[] {
  const seen = new Set<number>()
  const visit = (first: PdfObject | undefined, level: number): DescribedOutlineEntry[] => {
    const entries: DescribedOutlineEntry[] = []
    for (let object = first; object instanceof Ref && !seen.has(object.number); object = file.dict(object).get('Next')) {
      seen.add(object.number)
      const dict = file.dict(object)
      const pageIndex = destinations.find(dict.get('Dest') ?? file.dict(dict.get('A')).get('D'))
      entries.push({title: file.text(dict.get('Title')) ?? '', level, pageIndex}, ...visit(dict.get('First'), level + 1))
    }
    return entries
  }
  return visit(file.dict(file.catalog.get('Outlines')).get('First'), 1)
}
