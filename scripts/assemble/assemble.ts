// Assemble: printed units and a page map made one tagged PDF.

import {addAttachments, type Attachment} from '../pdf/attachments.ts'
import {addOutline, type OutlineEntry} from '../pdf/outline.ts'
import {pageLabelRanges} from '../pdf/page-labels.ts'
import {createPageTree} from '../pdf/page-tree.ts'
import {formatBytes, formatNumber, formatText} from '../pdf/serialize.ts'
import {addNameTree, addNumberTree} from '../pdf/trees.ts'
import {PdfWriter} from '../pdf/write-pdf.ts'
import {type DocumentMetadata, infoDictionary, xmpPacket} from '../pdf/xmp.ts'
import {addOverlay} from './add-overlay.ts'
import {addBlank, addPage, type PageContext} from './add-page.ts'
import {addShared} from './add-shared.ts'
import type {PageMap} from './page-map.ts'
import type {PrintedPage, PrintedUnit} from './printed-unit.ts'
import {StructureWriter} from './structure-writer.ts'
import {Typesetter} from './typesetter.ts'
import {uniteFonts} from './unite-fonts.ts'
import {placeUnit} from './unit-place.ts'

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
  /** Printed over every page alike, as decoration: the first page of this unit. */
  readonly overlay?: PrintedUnit
  readonly attachments?: readonly Attachment[]
  /** Named destinations besides the units' anchors, with the zero-based page of the book and a point on it. */
  readonly destinations?: readonly {readonly name: string; readonly page: number; readonly xPt: number; readonly yPt: number}[]
  /** For a unit and a block's key, the anchor of the heading that block is. */
  headingAnchor(unit: string, block: string): string | undefined
}

/**
 * The book's PDF: pages and blanks, one structure tree, parent tree, destinations, links, outline, labels, metadata and united fonts.
 * Throws when the anchor of a link or of an outline's title is on no page, or a page number is wider than its slot.
 */
export function assemble(input: AssemblyInput): Uint8Array {
  const writer = new PdfWriter()
  const {units, specimen, pageMap, metadata} = input
  const printed = input.overlay ? [...units, input.overlay] : units
  const fonts = uniteFonts(writer, [...printed, specimen])
  const pages = pageMap.pages.map(() => writer.reserve())
  const root = writer.reserve()
  const pageTree = createPageTree(writer, pages)
  const shared = addShared(writer, printed)
  const structure = new StructureWriter(writer, pages.length)
  const labelOf = (anchor: string) => pageMap.pages[findAnchor(pageMap, anchor)]!.label
  const context = {fonts, shared, typesetter: new Typesetter(specimen), labelOf, parentOf: pageTree.parentOf}
  const overlay = input.overlay && addOverlay(writer, input.overlay, context)
  const headings = addUnits(writer, input, pages, structure, overlay ? {...context, overlay} : context)
  pageTree.finish()
  structure.finish()

  const destinations = addDestinations(writer, input, pages)
  const outline = addOutline(writer, input.outline.map(entry => outlineEntry(entry, pageMap, headings)))
  const labels = addNumberTree(writer, pageLabelRanges(pageMap.pages.map(page => page.label)))
  const xmp = writer.addStream('/Type/Metadata/Subtype/XML', Buffer.from(xmpPacket(metadata)))
  const info = writer.add(infoDictionary(metadata))
  const attachments = addAttachments(writer, input.attachments ?? [])
  const trees = `${destinations === undefined ? '' : `/Dests ${destinations} 0 R`}${attachments.names}`
  const names = trees === '' ? '' : `/Names<<${trees}>>${attachments.catalog}`
  const outlines = outline === undefined ? '' : `/Outlines ${outline} 0 R/PageMode/UseOutlines`
  writer.add(
    `<</Type/Catalog/Pages ${pageTree.root} 0 R/Lang${formatText(metadata.language)}/MarkInfo<</Marked true>>/StructTreeRoot ${structure.root} 0 R/Metadata ${xmp} 0 R/PageLabels ${labels} 0 R${names}${outlines}/ViewerPreferences<</DisplayDocTitle true>>>>`,
    root
  )
  return writer.finish(root, info)
}

/** Adds all units' elements and pages, and the blanks; returns the object numbers of headings by their anchor. */
function addUnits(writer: PdfWriter, {units, pageMap, headingAnchor}: AssemblyInput, pages: readonly number[], structure: StructureWriter, context: PageContext): Map<string, number> {
  const headings = new Map<string, number>()
  for (const unit of units) {
    const places = placeUnit(writer, unit, firstPage(pageMap, unit.id), pages, structure.takeKey)
    structure.addUnit(unit, places, ({role, block}, number) => {
      const anchor = block !== undefined && /^H\d$/.test(role) ? headingAnchor(unit.id, block) : undefined
      if (anchor !== undefined) headings.set(anchor, number)
    })
    unit.pages.forEach((page, i) => addPage(writer, unit, page, pageMap.pages[places[i]!.index]!, places[i]!, context))
  }
  for (const entry of pageMap.pages) if (entry.blank) addBlank(writer, pages[entry.index]!, entry, pageBefore(units, pageMap, entry.index), context)
  return headings
}

function firstPage(pageMap: PageMap, unit: string): number {
  const index = pageMap.pages.findIndex(page => page.unit === unit && page.pageOfUnit === 0)
  if (index < 0) throw new Error(`Unexpected unit \`${unit}\` without a page in the page map`)
  return index
}

/** A printed page of the unit that the page before a blank belongs to. */
function pageBefore(units: readonly PrintedUnit[], pageMap: PageMap, index: number): PrintedPage {
  return units.find(({id}) => id === pageMap.pages[index - 1]?.unit)!.pages[0]!
}

function findAnchor(pageMap: PageMap, anchor: string): number {
  const index = pageMap.anchors.get(anchor)
  if (index === undefined) throw new Error(`Unexpected link to \`${anchor}\`, expected an anchor that some page has`)
  return index
}

/** Adds every anchor as a named destination; returns the tree's object number, or nothing when there are none. */
function addDestinations(writer: PdfWriter, {units, pageMap, destinations: others = []}: AssemblyInput, pages: readonly number[]): number | undefined {
  const anchors = units.flatMap(unit => {
    const first = firstPage(pageMap, unit.id)
    return unit.anchors.map(({id, page, xPt, yPt}): [string, string] => [id, `[${pages[first + page]} 0 R/XYZ ${formatNumber(xPt)} ${formatNumber(yPt)} null]`])
  })
  const named = others
    .filter(({name}) => !pageMap.anchors.has(name))
    .map(({name, page, xPt, yPt}): [string, string] => [name, `[${pages[page]} 0 R/XYZ ${formatNumber(xPt)} ${formatNumber(yPt)} null]`])
  const destinations = [...anchors, ...named]
  return destinations.length === 0 ? undefined : addNameTree(writer, destinations)
}

function outlineEntry({id, title, children}: OutlineTitle, pageMap: PageMap, headings: ReadonlyMap<string, number>): OutlineEntry {
  findAnchor(pageMap, id)
  const element = headings.get(id)
  return {title, destination: formatBytes(id), ...(element === undefined ? {} : {element}), children: children.map(child => outlineEntry(child, pageMap, headings))}
}
