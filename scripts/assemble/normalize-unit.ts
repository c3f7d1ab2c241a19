// Assemble: one unit's PDF, as Chromium printed it, made into the regular form that the cache keeps.

import {Name, type PdfObject, Ref} from '../pdf/objects.ts'
import {decodeStream, readSkiaPdf, type SkiaPdf} from '../pdf/read-skia-pdf.ts'
import type {Unit} from '../render/unit.ts'
import {findPlaces} from './block-places.ts'
import {expandAbbreviations} from './expand-abbreviations.ts'
import {finishElement, isKept} from './finish-structure.ts'
import {findFaults} from './find-faults.ts'
import {findLayoutFaults} from './find-layout-faults.ts'
import {gatherFromTheRight, tellFromTheRight} from './from-the-right.ts'
import {lostPictures} from './lost-pictures.ts'
import {readPageContent} from './page-content.ts'
import {marksOf} from './page-marks.ts'
import type {PrintedPage, PrintedUnit, SharedObject} from './printed-unit.ts'
import {isContent, isElement, type RawContent, type RawElement, type RawKid, readStructure} from './read-structure.ts'
import type {TextRun} from './read-text-object.ts'
import {type ReadContent, readingOrder} from './reading-order.ts'
import {contentKey, shapeStructure} from './shape-structure.ts'
import {contents as contentsOf, inlineRoles} from './structure-kids.ts'
import {readAnchors} from './unit-anchors.ts'
import {explainApostrophes, fontResources, readFonts, type UnitFonts} from './unit-fonts.ts'
import {linkNames, placeLinks, readAnnotations} from './unit-links.ts'
import {otherResources, xObjectCorners} from './unit-resources.ts'
import {findSlots} from './unit-slots.ts'
import {type SizedContent, writePage} from './write-page.ts'

/**
 * A unit's PDF as a printed unit. `unit.html` is what was printed, `unit.hasOpener` says that its first page bears nothing but its name.
 * Throws when the PDF has a shape that Chromium was not seen to write.
 */
export function normalizeUnit(bytes: Uint8Array, unit: Pick<Unit, 'id' | 'html' | 'located' | 'hasOpener' | 'isDraft'>): PrintedUnit {
  const pdf = readSkiaPdf(bytes)
  const catalog = pdf.dict(pdf.trailer.get('Root'))
  const blobs: Uint8Array[] = []
  const addBlob = (blob: Uint8Array) => blobs.push(blob) - 1

  const pageRefs = collectPages(pdf, catalog.get('Pages'))
  const pageIndex = new Map(pageRefs.map((ref, index) => [ref.number, index]))
  const pageDicts = pageRefs.map(ref => pdf.dict(ref))
  const fonts = readFonts(pdf, pageDicts, addBlob)
  const contents = pageDicts.map(dict => readPage(pdf, dict, fonts))
  const marks = contents.map(marksOf)

  const document = readStructure(pdf, object => pageIndex.get(object) ?? -1)
  const printedText = ({page, mcid}: RawContent) => runsText(marks[page]?.get(mcid)?.runs ?? [], fonts)
  const {elements, artifacts} = shapeStructure(document, unit.id, {
    ink: ({page, mcid}) => marks[page]?.get(mcid)?.ink,
    text: printedText,
    heightPt: page => contents[page]!.heightPt
  })
  expandAbbreviations(elements, unit.html, element => contentsOf(element).map(printedText).join(''))
  gatherFromTheRight(elements, marks, document.language, run => runsText([run], fonts))
  const reading = readingOrder(elements, marks)
  const places = unit.located && findPlaces(elements, new Set(unit.located), marks, contents, name => fonts.runFont(name))
  const faults = [...findFaults(reading, unit.html, fonts, contents), ...lostPictures(elements, unit.html)]
  tellFromTheRight(elements)

  const annotations = readAnnotations(pdf, pageDicts)
  const slots = findSlots(elements, annotations, marks)
  const printed = {marks, heightPt: (page: number) => contents[page]!.heightPt, width: (font: string, code: number) => fonts.runFont(font).width(code)}
  const links = placeLinks(elements, annotations, linkNames(unit.html), printed, slots, fonts.decode)
  faults.push(...links.faults)

  const renumbered = new Map<string, number>()
  const blocks = slots.size > 0 ? blocksOf(elements) : new Map<string, RawElement>()
  const shared = new Map<string, SharedObject>()
  const pages = contents.map((content, page): PrintedPage => {
    const resources = pdf.dict(pageDicts[page]!.get('Resources'))
    return {
      widthPt: content.widthPt,
      heightPt: content.heightPt,
      ...writePage(content, page, {marks: marks[page]!, artifacts, slots, links: links.pages[page] ?? [], blocks, fonts, renumbered, addBlob}),
      fonts: fontResources(pdf, resources, fonts),
      resources: otherResources(pdf, resources, shared, addBlob)
    }
  })
  return {
    id: unit.id,
    pages,
    structure: elements.map(element => finishElement(element, document.language, renumbered, links.places)).filter(isKept),
    anchors: readAnchors(pdf, catalog.get('Dests'), pageIndex, contents),
    ...(places ? {places} : {}),
    fonts: withFirstBlocks(fonts, reading),
    shared: [...shared.values()],
    faults,
    layout: unit.isDraft ? [] : findLayoutFaults(elements, marks, contents, {hasOpener: unit.hasOpener === true, font: fonts.runFont}),
    blobs
  }
}

function readPage(pdf: SkiaPdf, dict: ReadonlyMap<string, PdfObject>, fonts: UnitFonts): SizedContent {
  const [, , widthPt = 0, heightPt = 0] = pdf.array(dict.get('MediaBox')) as number[]
  const bytes = decodeStream(pdf.stream(dict.get('Contents')))
  const content = readPageContent(bytes, heightPt, name => fonts.runFont(name), name => xObjectCorners(pdf, pdf.dict(dict.get('Resources')), name))
  for (const run of content.items.flatMap(item => (item.kind === 'text' ? item.runs : []))) {
    if (run.reversed) run.actualText = reversedText(run, fonts)
    else explainApostrophes(run, fonts)
  }
  return {...content, widthPt, heightPt}
}

/** Letters that are painted from the last to the first, in the order in which they are read. */
function reversedText({font, codes, reversed}: TextRun, {decode}: UnitFonts): string {
  return codes.map((code, index) => reversed?.[index] ?? decode(font, code) ?? '\ufffd').reverse().join('')
}

function runsText(runs: readonly TextRun[], fonts: UnitFonts): string {
  return runs.map(run => run.actualText ?? run.codes.map(code => fonts.decode(run.font, code) ?? '\ufffd').join('')).join('')
}

function collectPages(pdf: SkiaPdf, node: PdfObject | undefined): Ref[] {
  return pdf.array(pdf.dict(node).get('Kids')).flatMap(kid => {
    const type = pdf.dict(kid).get('Type')
    return type instanceof Name && type.value === 'Page' ? [kid as Ref] : collectPages(pdf, kid)
  })
}

function withFirstBlocks(fonts: UnitFonts, reading: readonly ReadContent[]): PrintedUnit['fonts'] {
  const firstBlocks = new Map<number, string>()
  for (const {runs, block} of reading) {
    for (const {font} of runs) {
      const index = fonts.byName.get(font)?.index
      if (index !== undefined && block !== undefined && !firstBlocks.has(index)) firstBlocks.set(index, block)
    }
  }
  return fonts.printed.map((font, index) => (firstBlocks.has(index) ? {...font, firstBlock: firstBlocks.get(index)!} : font))
}

/** Marked content by `contentKey`, each with the innermost element around it that is no part of a line. */
function blocksOf(kids: readonly RawKid[], block?: RawElement, blocks = new Map<string, RawElement>()): Map<string, RawElement> {
  for (const kid of kids) {
    if (isElement(kid)) blocksOf(kid.kids, inlineRoles.has(kid.role) ? block : kid, blocks)
    else if (isContent(kid) && block) blocks.set(contentKey(kid), block)
  }
  return blocks
}
