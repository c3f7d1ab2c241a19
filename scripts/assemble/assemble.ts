// Assemble: printed units and a page map made one tagged PDF.

import {deflateSync} from 'node:zlib'
import {addOutline, type OutlineEntry} from '../pdf/outline.ts'
import {pageLabelRanges} from '../pdf/page-labels.ts'
import {formatBytes, formatName, formatNumber, formatText} from '../pdf/serialize.ts'
import {addNameTree, addNumberTree} from '../pdf/trees.ts'
import {PdfWriter} from '../pdf/write-pdf.ts'
import {type DocumentMetadata, infoDictionary, xmpPacket} from '../pdf/xmp.ts'
import {fillSlots, formatFolio} from './fill-slots.ts'
import type {PageEntry, PageMap} from './page-map.ts'
import type {PrintedPage, PrintedUnit, StructElement} from './printed-unit.ts'
import {Typesetter} from './typesetter.ts'
import {faceOf, type UnitedFont, uniteFonts} from './unite-fonts.ts'

/** A title of the book's outline, with the anchor it leads to. */
export interface OutlineTitle {
  readonly id: string
  readonly title: string
  readonly children: readonly OutlineTitle[]
}

export interface AssemblyInput {
  /** Units in the order of the book. */
  readonly units: readonly PrintedUnit[]
  /** Prints every character of page numbers in every face; gives its glyphs to the book, not its pages. */
  readonly specimen: PrintedUnit
  readonly pageMap: PageMap
  readonly outline: readonly OutlineTitle[]
  readonly metadata: DocumentMetadata
  /** For a unit and a block's key, the anchor of the heading that block is. */
  headingAnchor(unit: string, block: string): string | undefined
}

/** Roles of PDF 2.0 that the standard structure types of 1.7 stand in for (ISO 32000-1, 14.8.4.1). */
const roleMap = '<</Em/Span/Strong/Span/Aside/Div>>'

/**
 * The book's PDF: pages and blanks, one structure tree, parent tree, destinations, links, outline, labels, metadata and united fonts.
 * Throws when a link's anchor is on no page, or a page number is wider than its slot.
 */
export function assemble(input: AssemblyInput): Uint8Array {
  const writer = new PdfWriter()
  const {units, pageMap, metadata} = input
  const fonts = uniteFonts(writer, [...units, input.specimen])
  const typesetter = new Typesetter(input.specimen)
  const pageNumbers = pageMap.pages.map(() => writer.reserve())
  const root = writer.reserve()
  const pageTree = addPageTree(writer, pageNumbers)
  const shared = addShared(writer, units)

  const structTreeRoot = writer.reserve()
  const document = writer.reserve()
  const parents: (readonly [number, string])[] = []
  const headings = new Map<string, number>()
  const ids: [string, string][] = []
  const documentKids: number[] = []
  let nextParent = pageMap.pages.length
  const labelOf = (anchor: string) => pageMap.pages[anchorPage(pageMap, anchor)]!.label

  const firstPages = new Map<string, number>()
  for (const page of pageMap.pages) if (page.pageOfUnit === 0) firstPages.set(page.unit, page.index)

  for (const unit of units) {
    const first = firstPages.get(unit.id)
    if (first === undefined) throw new Error(`Unexpected unit \`${unit.id}\` without a page in the page map`)
    const owners: string[][] = unit.pages.map(page => new Array<string>(page.marks).fill('null'))
    const linkNumbers = unit.pages.map(page => page.links.map(() => writer.reserve()))
    const linkParents = unit.pages.map(page => page.links.map(() => nextParent++))

    const addElement = (element: StructElement, parent: number): number => {
      const number = writer.reserve()
      const own = `${number} 0 R`
      let page: number | undefined
      for (const kid of element.kids) if ('mcid' in kid) page ??= kid.page
      const kids = element.kids.map(kid => {
        if ('role' in kid) return `${addElement(kid, number)} 0 R`
        if ('mcid' in kid) {
          owners[kid.page]![kid.mcid] = own
          return kid.page === page ? String(kid.mcid) : `<</Type/MCR/Pg ${pageNumbers[first + kid.page]} 0 R/MCID ${kid.mcid}>>`
        }
        parents.push([linkParents[kid.page]![kid.link]!, own])
        return `<</Type/OBJR/Obj ${linkNumbers[kid.page]![kid.link]} 0 R/Pg ${pageNumbers[first + kid.page]} 0 R>>`
      })
      if (element.id !== undefined) ids.push([element.id, own])
      const anchor = element.block !== undefined && /^H\d$/.test(element.role) ? input.headingAnchor(unit.id, element.block) : undefined
      if (anchor !== undefined) headings.set(anchor, number)
      const pg = page === undefined ? '' : `/Pg ${pageNumbers[first + page]} 0 R`
      writer.add(`<</S${formatName(element.role)}/P ${parent} 0 R${pg}${elementEntries(element)}/K${kids.length === 1 ? ` ${kids[0]}` : `[${kids.join(' ')}]`}>>`, number)
      return number
    }
    documentKids.push(...unit.structure.map(element => addElement(element, document)))

    unit.pages.forEach((page, pageOfUnit) => {
      const index = first + pageOfUnit
      if (page.marks > 0) parents.push([index, `[${owners[pageOfUnit]!.join(' ')}]`])
      page.links.forEach((link, i) => {
        const label = link.anchor === undefined ? '' : labelOf(link.anchor)
        const target = link.anchor === undefined ? `/A<</S/URI/URI${formatBytes(link.uri ?? '')}>>` : `/Dest${formatBytes(link.anchor)}`
        const contents = link.contents.replaceAll('\u0001', label)
        writer.add(
          `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[${link.rect.map(formatNumber).join(' ')}]/P ${pageNumbers[index]} 0 R/Contents${formatText(contents)}/StructParent ${linkParents[pageOfUnit]![i]}${target}>>`,
          linkNumbers[pageOfUnit]![i]
        )
      })
      addPage(writer, unit, page, pageMap.pages[index]!, {
        number: pageNumbers[index]!,
        parent: pageTree.parentOf(index),
        annotations: linkNumbers[pageOfUnit]!,
        fonts,
        typesetter,
        shared,
        labelOf
      })
    })
  }
  for (const page of pageMap.pages) if (page.blank) addBlank(writer, page, pageMap, input, pageNumbers[page.index]!, pageTree.parentOf(page.index))
  pageTree.finish()

  writer.add(`<</Type/StructElem/S/Document/P ${structTreeRoot} 0 R/K[${documentKids.map(kid => `${kid} 0 R`).join(' ')}]>>`, document)
  const parentTree = addNumberTree(writer, parents.sort((a, b) => a[0] - b[0]))
  const idTree = ids.length > 0 ? `/IDTree ${addNameTree(writer, ids)} 0 R` : ''
  writer.add(`<</Type/StructTreeRoot/K ${document} 0 R/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${nextParent}/RoleMap${roleMap}${idTree}>>`, structTreeRoot)

  const dests = units.flatMap(unit =>
    unit.anchors.map(({id, page, xPt, yPt}): [string, string] => [id, `[${pageNumbers[firstPages.get(unit.id)! + page]} 0 R/XYZ ${formatNumber(xPt)} ${formatNumber(yPt)} null]`])
  )
  const names = dests.length > 0 ? `/Names<</Dests ${addNameTree(writer, dests)} 0 R>>` : ''
  const outline = addOutline(writer, input.outline.map(entry => outlineEntry(entry, headings)))
  const labels = addNumberTree(writer, pageLabelRanges(pageMap.pages.map(page => page.label)))
  const xmp = writer.addStream('/Type/Metadata/Subtype/XML', Buffer.from(xmpPacket(metadata)))
  const info = writer.add(infoDictionary(metadata))
  writer.add(
    `<</Type/Catalog/Pages ${pageTree.root} 0 R/Lang${formatText(metadata.language)}/MarkInfo<</Marked true>>/StructTreeRoot ${structTreeRoot} 0 R/Metadata ${xmp} 0 R/PageLabels ${labels} 0 R${names}${outline === undefined ? '' : `/Outlines ${outline} 0 R/PageMode/UseOutlines`}/ViewerPreferences<</DisplayDocTitle true>>>>`,
    root
  )
  return writer.finish(root, info)
}

function anchorPage(pageMap: PageMap, anchor: string): number {
  const index = pageMap.anchors.get(anchor)
  if (index === undefined) throw new Error(`Unexpected link to \`${anchor}\`, expected an anchor that some page has`)
  return index
}

function elementEntries({lang, alt, actualText, expansion, id, attributes, bbox}: StructElement): string {
  const owned = [...(attributes ?? []), ...(bbox ? [`<</O/Layout/BBox[${bbox.map(formatNumber).join(' ')}]>>`] : [])]
  return (
    (lang === undefined ? '' : `/Lang${formatText(lang)}`) +
    (alt === undefined ? '' : `/Alt${formatText(alt)}`) +
    (actualText === undefined ? '' : `/ActualText${formatText(actualText)}`) +
    (expansion === undefined ? '' : `/E${formatText(expansion)}`) +
    (id === undefined ? '' : `/ID${formatBytes(id)}`) +
    (owned.length === 0 ? '' : `/A${owned.length === 1 ? owned[0] : `[${owned.join('')}]`}`)
  )
}

function outlineEntry({id, title, children}: OutlineTitle, headings: ReadonlyMap<string, number>): OutlineEntry {
  const element = headings.get(id)
  return {title, destination: formatBytes(id), ...(element === undefined ? {} : {element}), children: children.map(child => outlineEntry(child, headings))}
}

/** A page tree of two levels, its leaves of 32 pages (ISO 32000-1, 7.7.3). */
function addPageTree(writer: PdfWriter, pages: readonly number[]): {root: number; parentOf(index: number): number; finish(): void} {
  const width = 32
  const root = writer.reserve()
  const nodes = Array.from({length: Math.ceil(pages.length / width)}, () => writer.reserve())
  return {
    root,
    parentOf: index => nodes[Math.floor(index / width)]!,
    finish() {
      nodes.forEach((node, i) => {
        const kids = pages.slice(i * width, (i + 1) * width)
        writer.add(`<</Type/Pages/Parent ${root} 0 R/Count ${kids.length}/Kids[${kids.map(kid => `${kid} 0 R`).join(' ')}]>>`, node)
      })
      writer.add(`<</Type/Pages/Count ${pages.length}/Kids[${nodes.map(node => `${node} 0 R`).join(' ')}]>>`, root)
    }
  }
}

/** Shared objects of all units, each written once; returns their numbers by hash. */
function addShared(writer: PdfWriter, units: readonly PrintedUnit[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const unit of units) {
    for (const object of unit.shared) {
      if (numbers.has(object.hash)) continue
      numbers.set(object.hash, writer.reserve())
    }
  }
  const written = new Set<string>()
  for (const unit of units) {
    for (const {hash, text, stream} of unit.shared) {
      if (written.has(hash)) continue
      written.add(hash)
      const resolved = withReferences(text, numbers)
      if (stream === undefined) writer.add(resolved, numbers.get(hash))
      else writer.addStream(resolved.slice(2, -2), unit.blobs[stream]!, numbers.get(hash))
    }
  }
  return numbers
}

function withReferences(text: string, numbers: ReadonlyMap<string, number>): string {
  return text.replace(/@([0-9a-f]{32})@/g, (_, hash: string) => `${numbers.get(hash)} 0 R`)
}

interface PagePlace {
  readonly number: number
  readonly parent: number
  readonly annotations: readonly number[]
  readonly fonts: ReadonlyMap<string, UnitedFont>
  readonly typesetter: Typesetter
  readonly shared: ReadonlyMap<string, number>
  labelOf(anchor: string): string
}

function addPage(writer: PdfWriter, unit: PrintedUnit, page: PrintedPage, entry: PageEntry, place: PagePlace): void {
  const face = (name: string) => {
    const index = page.fonts.find(([font]) => font === name)?.[1]
    if (index === undefined) throw new Error(`Unexpected page number without a font on page ${entry.label}`)
    return faceOf(unit.fonts[index]!)
  }
  const streams = page.content.map(part => {
    const bytes = unit.blobs[part]!
    return writer.addStream('/Filter/FlateDecode', part === page.open ? deflateSync(fillSlots(bytes, page, place.labelOf, place.typesetter, face)) : bytes)
  })
  if (page.folio && entry.folio !== undefined) {
    streams.push(writer.addStream('', formatFolio(page.folio, entry.folio, page.heightPt, place.typesetter, face)))
  }
  const fonts = page.fonts.map(([name, index]) => `/${name} ${place.fonts.get(faceOf(unit.fonts[index]!))!.object} 0 R`).join('')
  const own = page.resources.find(([category]) => category === 'Font')?.[1] ?? ''
  const resources = page.resources.filter(([category]) => category !== 'Font').map(([category, entries]) => `/${category}<<${withReferences(entries, place.shared)}>>`)
  if (fonts || own) resources.push(`/Font<<${fonts}${withReferences(own, place.shared)}>>`)
  const annotations = place.annotations.length > 0 ? `/Annots[${place.annotations.map(number => `${number} 0 R`).join(' ')}]` : ''
  writer.add(
    `<</Type/Page/Parent ${place.parent} 0 R/MediaBox[0 0 ${formatNumber(page.widthPt)} ${formatNumber(page.heightPt)}]/Resources<<${resources.join('')}>>/Contents${streams.length === 1 ? ` ${streams[0]} 0 R` : `[${streams.map(s => `${s} 0 R`).join(' ')}]`}/Tabs/S${page.marks > 0 ? `/StructParents ${entry.index}` : ''}${annotations}>>`,
    place.number
  )
}

/** A page put in for the next unit's sake, of the size of the page before it. */
function addBlank(writer: PdfWriter, page: PageEntry, pageMap: PageMap, {units}: AssemblyInput, number: number, parent: number): void {
  const neighbour = pageMap.pages[page.index - 1] ?? pageMap.pages[page.index + 1]
  const {widthPt, heightPt} = units.find(unit => unit.id === neighbour?.unit)!.pages[0]!
  writer.add(`<</Type/Page/Parent ${parent} 0 R/MediaBox[0 0 ${formatNumber(widthPt)} ${formatNumber(heightPt)}]/Resources<<>>/Tabs/S>>`, number)
}
