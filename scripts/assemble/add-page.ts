// Assemble: a unit's page made a page of the book, with its links and page numbers.

import {deflateSync} from 'node:zlib'
import {formatBytes, formatNumber, formatText} from '../pdf/serialize.ts'
import type {PdfWriter} from '../pdf/write-pdf.ts'
import {withReferences} from './add-shared.ts'
import {fillSlots, formatFolio, spareWidths} from './fill-slots.ts'
import type {PageEntry} from './page-map.ts'
import type {PrintedLink, PrintedPage, PrintedUnit} from './printed-unit.ts'
import type {Typesetter} from './typesetter.ts'
import {faceOf, type UnitedFont} from './unite-fonts.ts'
import type {LinkPlace, PagePlace} from './unit-place.ts'

/** What is painted over every page, by object numbers. */
export interface Overlay {
  /** A form, which pages call `/Overlay`. */
  readonly form: number
  /** The content that paints it. */
  readonly content: number
}

/** What all pages share. */
export interface PageContext {
  readonly fonts: ReadonlyMap<string, UnitedFont>
  readonly shared: ReadonlyMap<string, number>
  readonly typesetter: Typesetter
  /** Label of the page that an anchor stands on; throws when there is none. */
  labelOf(anchor: string): string
  readonly overlay?: Overlay
  /** Object number of a page's parent in the page tree, by the page's place in the book. */
  parentOf(index: number): number
}

/** Adds a page and its links. */
export function addPage(writer: PdfWriter, unit: PrintedUnit, page: PrintedPage, entry: PageEntry, place: PagePlace, context: PageContext): void {
  page.links.forEach((link, i) => addLink(writer, {...link, rect: linkRect(link, unit, page, context)}, place.links[i]!, place.number, context))
  const annotations = place.links.length > 0 ? `/Annots[${place.links.map(({number}) => `${number} 0 R`).join(' ')}]` : ''
  const streams = addContents(writer, unit, page, entry, context)
  const contents = streams.length === 1 ? ` ${streams[0]} 0 R` : `[${streams.map(stream => `${stream} 0 R`).join(' ')}]`
  const structure = page.marks > 0 ? `/StructParents ${entry.index}` : ''
  writer.add(
    `<</Type/Page/Parent ${context.parentOf(entry.index)} 0 R${mediaBox(page)}/Resources<<${resourcesOf(unit, page, context)}>>/Contents${contents}/Tabs/S${structure}${annotations}>>`,
    place.number
  )
}

/** Adds a page put in for the next unit's sake, of the size of `neighbour`. */
export function addBlank(writer: PdfWriter, number: number, entry: PageEntry, neighbour: PrintedPage, {parentOf}: PageContext): void {
  writer.add(`<</Type/Page/Parent ${parentOf(entry.index)} 0 R${mediaBox(neighbour)}/Resources<<>>/Tabs/S>>`, number)
}

/** A page's size. */
export function mediaBox({widthPt, heightPt}: PrintedPage): string {
  return `/MediaBox[0 0 ${formatNumber(widthPt)} ${formatNumber(heightPt)}]`
}

/** A link's box, its edges moved by as much as the text there was moved up to page numbers narrower than their slots. */
function linkRect({rect, slotsBefore}: PrintedLink, unit: PrintedUnit, page: PrintedPage, {labelOf, typesetter}: PageContext): readonly number[] {
  if (!slotsBefore) return rect
  const spare = spareWidths(page, labelOf, typesetter, facesOf(unit, page))
  const movePt = (slots: readonly number[]) => slots.reduce((sum, slot) => sum + spare[slot]! * page.slots[slot]!.unitPt, 0)
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  return [left - movePt(slotsBefore.left), bottom, right - movePt(slotsBefore.right), top]
}

function addLink(writer: PdfWriter, link: PrintedLink, {number, key}: LinkPlace, page: number, {labelOf}: PageContext): void {
  const label = link.anchor === undefined ? '' : labelOf(link.anchor)
  const target = link.anchor === undefined ? `/A<</S/URI/URI${formatBytes(link.uri ?? '')}>>` : `/Dest${formatBytes(link.anchor)}`
  const contents = link.contents.replaceAll('\u0001', () => label)
  writer.add(
    `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[${link.rect.map(formatNumber).join(' ')}]/P ${page} 0 R/Contents${formatText(contents)}/StructParent ${key}${target}>>`,
    number
  )
}

/** Adds what the page paints, and its own number behind it; returns the streams. */
function addContents(writer: PdfWriter, unit: PrintedUnit, page: PrintedPage, {folio}: PageEntry, {labelOf, typesetter, overlay}: PageContext): number[] {
  const face = facesOf(unit, page)
  const streams = page.content.map(part => {
    const bytes = unit.blobs[part]!
    return writer.addStream('/Filter/FlateDecode', part === page.open ? deflateSync(fillSlots(bytes, page, labelOf, typesetter, face)) : bytes)
  })
  if (page.folio && folio !== undefined) streams.push(writer.addStream('', formatFolio(page.folio, folio, page.heightPt, typesetter, face)))
  if (overlay) streams.push(overlay.content)
  return streams
}

/** The face of each font resource of a page. */
function facesOf(unit: PrintedUnit, page: PrintedPage): (name: string) => string {
  const faces = new Map(page.fonts.map(([name, index]) => [name, faceOf(unit.fonts[index]!)]))
  return name => {
    const face = faces.get(name)
    if (face === undefined) throw new Error(`Unexpected page number in \`${name}\`, expected a font of its page`)
    return face
  }
}

/** What a page's content asks for by name, as the inside of a dictionary. */
export function resourcesOf(unit: PrintedUnit, page: PrintedPage, {fonts, shared, overlay}: PageContext): string {
  const united = page.fonts.map(([name, index]) => `/${name} ${fonts.get(faceOf(unit.fonts[index]!))!.object} 0 R`).join('')
  const drawn = page.resources.find(([category]) => category === 'Font')?.[1] ?? ''
  const categories = new Map(page.resources.filter(([category]) => category !== 'Font').map(([category, entries]) => [category, withReferences(entries, shared)]))
  if (overlay) categories.set('XObject', `${categories.get('XObject') ?? ''}/Overlay ${overlay.form} 0 R`)
  const others = [...categories].map(([category, entries]) => `/${category}<<${entries}>>`)
  return others.join('') + (united || drawn ? `/Font<<${united}${withReferences(drawn, shared)}>>` : '')
}
