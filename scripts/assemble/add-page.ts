// Assemble: a unit's page made a page of the book, with its links and page numbers.

import {deflateSync} from 'node:zlib'
import {formatBytes, formatNumber, formatText} from '../pdf/serialize.ts'
import type {PdfWriter} from '../pdf/write-pdf.ts'
import {withReferences} from './add-shared.ts'
import {fillSlots, formatFolio} from './fill-slots.ts'
import type {PageEntry} from './page-map.ts'
import type {PrintedLink, PrintedPage, PrintedUnit} from './printed-unit.ts'
import type {Typesetter} from './typesetter.ts'
import {faceOf, type UnitedFont} from './unite-fonts.ts'
import type {LinkPlace, PagePlace} from './unit-place.ts'

/** What all pages share. */
export interface PageContext {
  readonly fonts: ReadonlyMap<string, UnitedFont>
  readonly shared: ReadonlyMap<string, number>
  readonly typesetter: Typesetter
  /** Label of the page that an anchor stands on; throws when there is none. */
  labelOf(anchor: string): string
  /** Object number of a page's parent in the page tree, by the page's place in the book. */
  parentOf(index: number): number
}

/** Adds a page and its links. */
export function addPage(writer: PdfWriter, unit: PrintedUnit, page: PrintedPage, entry: PageEntry, place: PagePlace, context: PageContext): void {
  page.links.forEach((link, i) => addLink(writer, link, place.links[i]!, place.number, context))
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

function mediaBox({widthPt, heightPt}: PrintedPage): string {
  return `/MediaBox[0 0 ${formatNumber(widthPt)} ${formatNumber(heightPt)}]`
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
function addContents(writer: PdfWriter, unit: PrintedUnit, page: PrintedPage, {folio, label}: PageEntry, {labelOf, typesetter}: PageContext): number[] {
  const face = (name: string) => {
    const index = page.fonts.find(([font]) => font === name)?.[1]
    if (index === undefined) throw new Error(`Unexpected page number without a font on page ${label}`)
    return faceOf(unit.fonts[index]!)
  }
  const streams = page.content.map(part => {
    const bytes = unit.blobs[part]!
    return writer.addStream('/Filter/FlateDecode', part === page.open ? deflateSync(fillSlots(bytes, page, labelOf, typesetter, face)) : bytes)
  })
  if (page.folio && folio !== undefined) streams.push(writer.addStream('', formatFolio(page.folio, folio, page.heightPt, typesetter, face)))
  return streams
}

function resourcesOf(unit: PrintedUnit, page: PrintedPage, {fonts, shared}: PageContext): string {
  const united = page.fonts.map(([name, index]) => `/${name} ${fonts.get(faceOf(unit.fonts[index]!))!.object} 0 R`).join('')
  const drawn = page.resources.find(([category]) => category === 'Font')?.[1] ?? ''
  const others = page.resources.filter(([category]) => category !== 'Font').map(([category, entries]) => `/${category}<<${withReferences(entries, shared)}>>`)
  return others.join('') + (united || drawn ? `/Font<<${united}${withReferences(drawn, shared)}>>` : '')
}
