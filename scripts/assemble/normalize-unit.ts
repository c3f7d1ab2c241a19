// Assemble: one unit's PDF, as Chromium printed it, made into the regular form that the cache keeps.

import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import {Name, type PdfObject, PdfString, Ref, Stream} from '../pdf/objects.ts'
import {decodeStream, readSkiaPdf, type SkiaPdf} from '../pdf/read-skia-pdf.ts'
import {formatObject} from '../pdf/serialize.ts'
import {decodeText} from '../pdf/text-string.ts'
import {readToUnicode} from '../pdf/to-unicode.ts'
import {alignText, type TextLeaf, type TextMismatch} from './align-text.ts'
import {htmlText} from './html-text.ts'
import {apply, type ContentItem, type PageContent, readPageContent, type TextItem, type TextRun} from './page-content.ts'
import type {FolioSlot, PrintedAnchor, PrintedFont, PrintedLink, PrintedPage, PrintedUnit, ReferenceSlot, SharedObject, Slot, StructElement, StructKid} from './printed-unit.ts'
import {isContent, isElement, type RawElement, type RawKid, readStructure} from './read-structure.ts'
import {contentKey, contents, type Ink, shapeStructure} from './shape-structure.ts'
import {type RunFont, writeContent} from './write-content.ts'

/** Text that the templates put where a page's own number goes. */
export const folioPlaceholder = '0000000'

/** What is wrong with a unit's print, each led back to a block's key where one is known. */
export interface PrintFault {
  readonly kind: 'text-lost' | 'glyph-missing' | 'too-wide' | 'link-unprinted' | 'type3-font'
  readonly block?: string
  readonly detail: string
}

export interface NormalizedUnit {
  readonly printed: PrintedUnit
  readonly faults: readonly PrintFault[]
}

const bookUrl = 'https://book.invalid/#'

/** A unit's PDF as a printed unit. `unit.html` is what was printed. Throws when the PDF has a shape that Chromium was not seen to write. */
export function normalizeUnit(bytes: Uint8Array, unit: {readonly id: string; readonly html: string}): NormalizedUnit {
  const pdf = readSkiaPdf(bytes)
  const catalog = pdf.dict(pdf.trailer.get('Root'))
  const blobs: Uint8Array[] = []
  const addBlob = (blob: Uint8Array) => blobs.push(blob) - 1
  const faults: PrintFault[] = []

  const pageRefs = collectPages(pdf, catalog.get('Pages'))
  const pageIndex = new Map(pageRefs.map((ref, index) => [ref.number, index]))
  const pageDicts = pageRefs.map(ref => pdf.dict(ref))
  const sizes = pageDicts.map(dict => {
    const [, , width, height] = pdf.array(dict.get('MediaBox')) as number[]
    return {widthPt: width!, heightPt: height!}
  })

  const fonts = readFonts(pdf, pageDicts, addBlob)
  for (const name of fonts.type3) faults.push({kind: 'type3-font', detail: name})
  const pages = pageDicts.map((dict, index) =>
    readPageContent(decodeStream(pdf.stream(dict.get('Contents'))), sizes[index]!.heightPt, name => (fonts.byName.has(name) ? 2 : 1))
  )

  const leaves = pages.map(marksOf)
  const ink = ({page, mcid}: {page: number; mcid: number}) => leaves[page]!.get(mcid)?.ink
  const document = readStructure(pdf, object => pageIndex.get(object) ?? -1)
  const {elements, artifacts} = shapeStructure(document, unit.id, ink, page => sizes[page]!.heightPt)

  const reading = readingOrder(elements)
  const textLeaves: TextLeaf[] = reading.map(({content, marker}) => ({runs: leaves[content.page]?.get(content.mcid)?.runs ?? [], marker}))
  const decode = (font: string, code: number) => fonts.byName.get(font)?.texts.get(code)
  for (const mismatch of alignText(textLeaves, htmlText(unit.html), decode)) faults.push(textFault(mismatch, reading))
  for (const {content, block} of reading) {
    const missing = (leaves[content.page]?.get(content.mcid)?.runs ?? []).some(run => run.codes.includes(0) && fonts.byName.has(run.font))
    if (missing) faults.push({kind: 'glyph-missing', detail: 'no glyph at all', ...(block ? {block} : {})})
  }

  const scale = contentScale(pages)
  if (scale < 0.7495) faults.push({kind: 'too-wide', detail: `printed at ${Math.round((scale / 0.75) * 100)} %`})

  const annotations = readAnnotations(pdf, pageDicts)
  const slots = findSlots(elements, annotations, leaves)
  const renumbered = new Map<string, number>()
  const shared = new Map<string, SharedObject>()
  const pagesOut: PrintedPage[] = []
  const linkPlaces = new Map<number, {page: number; link: number}>()
  const links = placeLinks(elements, annotations, leaves, slots, decode, linkPlaces, faults)

  pages.forEach((content, page) => {
    let marks = 0
    const folio = findFolio(content, sizes[page]!, decode)
    const pageSlots = new Map<TextItem, Omit<ReferenceSlot, 'offset'>>()
    for (const [item, slot] of slots) if (slot.page === page) pageSlots.set(item, slotOf(item, slot.align, fonts.byName, {anchor: slot.anchor}))
    const kept = new Set<number>()
    for (const mcid of leaves[page]!.keys()) if (!artifacts.has(`${page}:${mcid}`)) kept.add(mcid)
    const written = writeContent(content.items, {
      mark(mcid) {
        if (!kept.has(mcid)) return undefined
        const key = `${page}:${mcid}`
        let id = renumbered.get(key)
        if (id === undefined) renumbered.set(key, (id = marks++))
        return id
      },
      artifact: item => artifactKind(item, content, sizes[page]!.heightPt),
      isSlot: item => pageSlots.has(item) || item === folio?.item,
      font: fonts.runFont
    })
    const slotsOut = [...pageSlots].map(([item, slot]) => ({...slot, offset: written.slotOffsets.get(item)!})).sort((a, b) => a.offset - b.offset)
    const stream = Buffer.from(written.text, 'latin1')
    const resources = pdf.dict(pageDicts[page]!.get('Resources'))
    pagesOut.push({
      ...sizes[page]!,
      content: addBlob(slotsOut.length > 0 ? stream : deflateSync(stream)),
      slots: slotsOut,
      ...(folio ? {folio: folioSlot(folio.item, folio.align, fonts.byName)} : {}),
      fonts: fontResources(pdf, resources, fonts),
      resources: otherResources(pdf, resources, shared, addBlob),
      links: links[page] ?? [],
      marks
    })
  })

  const printed: PrintedUnit = {
    id: unit.id,
    pages: pagesOut,
    structure: elements.map(element => finishElement(element, document.language, renumbered, linkPlaces)).filter(isKept),
    anchors: readAnchors(pdf, catalog.get('Dests'), pageIndex, pages),
    fonts: fonts.printed,
    shared: [...shared.values()],
    blobs
  }
  return {printed, faults}
}

interface Leaf {
  readonly runs: TextRun[]
  readonly items: TextItem[]
  readonly ink: Ink
}

/** What each stretch of marked content on a page paints. */
function marksOf(content: PageContent): Map<number, Leaf> {
  const marks = new Map<number, {runs: TextRun[]; items: TextItem[]; text: boolean; image: boolean; path: boolean; extent: [number, number, number, number]}>()
  let open: number | undefined
  for (const item of content.items) {
    if (item.kind === 'begin') {
      open = item.mcid
      if (!marks.has(open)) marks.set(open, {runs: [], items: [], text: false, image: false, path: false, extent: [Infinity, Infinity, -Infinity, -Infinity]})
    } else if (item.kind === 'end') open = undefined
    else if (open !== undefined && item.kind !== 'state') {
      const mark = marks.get(open)!
      if (item.kind === 'text') {
        mark.items.push(item)
        mark.runs.push(...item.runs)
        mark.text ||= item.runs.some(run => run.codes.length > 0)
      } else if (item.kind === 'paint') {
        if (item.image) mark.image = true
        else mark.path = true
        const [left, top, right, bottom] = item.extent
        mark.extent = [Math.min(mark.extent[0], left), Math.min(mark.extent[1], top), Math.max(mark.extent[2], right), Math.max(mark.extent[3], bottom)]
      }
    }
  }
  return new Map([...marks].map(([mcid, {runs, items, ...ink}]) => [mcid, {runs, items, ink}]))
}

interface Reading {
  readonly content: {page: number; mcid: number}
  readonly marker: boolean
  readonly block?: string
}

function readingOrder(elements: readonly RawKid[], marker = false, block?: string): Reading[] {
  return elements.flatMap(kid => {
    if (isContent(kid)) return [{content: kid, marker, ...(block === undefined ? {} : {block})}]
    if (!isElement(kid)) return []
    return readingOrder(kid.kids, marker || (kid.printed === 'Lbl' && kid.code === undefined), kid.block ?? block)
  })
}

function textFault(mismatch: TextMismatch, reading: readonly Reading[]): PrintFault {
  const block = reading[mismatch.leaf]?.block
  const detail = mismatch.printed === '' ? `\`${mismatch.expected}\` was not printed` : `printed \`${mismatch.printed}\` where the text says \`${mismatch.expected}\``
  return {kind: 'text-lost', detail, ...(block === undefined ? {} : {block})}
}

function contentScale(pages: readonly PageContent[]): number {
  let scale = 0
  for (const {items} of pages) {
    let marked = false
    for (const item of items) {
      if (item.kind === 'begin') marked = true
      else if (item.kind === 'end') marked = false
      else if (item.kind === 'text' && marked) scale = Math.max(scale, Math.abs(item.matrix[0]))
    }
  }
  return scale === 0 ? 0.75 : scale
}

function artifactKind(item: ContentItem, {box}: PageContent, heightPt: number): 'header' | 'footer' | 'layout' {
  if (item.kind === 'text') {
    const run = item.runs[0]
    if (!run) return 'layout'
    const y = heightPt - apply(item.matrix, run.matrix[4], run.matrix[5])[1]
    return y < box[1] ? 'header' : y > box[3] ? 'footer' : 'layout'
  }
  if (item.kind !== 'paint') return 'layout'
  return item.extent[3] <= box[1] ? 'header' : item.extent[1] >= box[3] ? 'footer' : 'layout'
}

// Pages, fonts, resources

function collectPages(pdf: SkiaPdf, node: PdfObject | undefined): Ref[] {
  return pdf.array(pdf.dict(node).get('Kids')).flatMap(kid => {
    const type = pdf.dict(kid).get('Type')
    return type instanceof Name && type.value === 'Page' ? [kid as Ref] : collectPages(pdf, kid)
  })
}

interface UnitFont {
  readonly index: number
  readonly widths: Map<number, number>
  readonly texts: Map<number, string>
}

interface UnitFonts {
  readonly printed: readonly PrintedFont[]
  readonly byName: ReadonlyMap<string, UnitFont>
  readonly type3: readonly string[]
  runFont(name: string): RunFont
}

function readFonts(pdf: SkiaPdf, pages: readonly ReadonlyMap<string, PdfObject>[], addBlob: (blob: Uint8Array) => number): UnitFonts {
  const printed: PrintedFont[] = []
  const byName = new Map<string, UnitFont>()
  const type3: string[] = []
  for (const page of pages) {
    const fonts = pdf.dict(page.get('Resources')).get('Font')
    if (fonts === undefined) continue
    for (const [name, ref] of pdf.dict(fonts)) {
      if (byName.has(name) || type3.includes(name)) continue
      const font = pdf.dict(ref)
      if ((font.get('Subtype') as Name).value === 'Type3') {
        type3.push(name)
        continue
      }
      const descendant = pdf.dict(pdf.array(font.get('DescendantFonts'))[0])
      const descriptor = pdf.dict(descendant.get('FontDescriptor'))
      const program = decodeStream(pdf.stream(descriptor.get('FontFile2')))
      const texts = readToUnicode(decodeStream(pdf.stream(font.get('ToUnicode'))))
      const widths = readWidths(pdf, descendant, new Set([0, ...texts.keys()]))
      byName.set(name, {index: printed.length, widths, texts})
      const whole = new Map([...descriptor].filter(([key]) => key !== 'FontFile2' && key !== 'FontName' && key !== 'Type'))
      printed.push({
        name: (font.get('BaseFont') as Name).value.replace(/^[A-Z]{6}\+/, ''),
        descriptor: formatObject(whole, refuseReference),
        widths: [...widths].sort((a, b) => a[0] - b[0]),
        texts: [...texts].sort((a, b) => a[0] - b[0]),
        program: addBlob(program),
        hash: createHash('sha256').update(program).digest('hex').slice(0, 32)
      })
    }
  }
  let anySpace: RunFont['space']
  const spaces = new Map<string, number>()
  for (const [name, {texts}] of byName) for (const [code, text] of texts) if (text === ' ' && !spaces.has(name)) spaces.set(name, code)
  for (const [font, code] of spaces) anySpace ??= {font, code}
  const runFonts = new Map<string, RunFont>()
  return {
    printed,
    byName,
    type3,
    runFont(name) {
      let runFont = runFonts.get(name)
      if (!runFont) {
        const font = byName.get(name)
        const own = spaces.get(name)
        const space = own === undefined ? anySpace : {font: name, code: own}
        runFont = {codeBytes: font ? 2 : 1, width: code => font?.widths.get(code) ?? 0, ...(space ? {space} : {})}
        runFonts.set(name, runFont)
      }
      return runFont
    }
  }
}

/** Advances of the glyphs in `codes`, from `W` and `DW` (ISO 32000-1, 9.7.4.3). */
function readWidths(pdf: SkiaPdf, descendant: ReadonlyMap<string, PdfObject>, codes: ReadonlySet<number>): Map<number, number> {
  const all = new Map<number, number>()
  const w = descendant.has('W') ? pdf.array(descendant.get('W')) : []
  for (let i = 0; i < w.length; ) {
    const start = w[i] as number
    const next = pdf.resolve(w[i + 1])
    if (Array.isArray(next)) {
      ;(next as readonly number[]).forEach((width, k) => all.set(start + k, width))
      i += 2
    } else {
      for (let code = start; code <= (next as number); code++) all.set(code, w[i + 2] as number)
      i += 3
    }
  }
  const fallback = (descendant.get('DW') as number | undefined) ?? 1000
  return new Map([...codes].map(code => [code, all.get(code) ?? fallback]))
}

function refuseReference(): string {
  throw new Error('Unexpected reference in a font descriptor')
}

function fontResources(pdf: SkiaPdf, resources: ReadonlyMap<string, PdfObject>, fonts: UnitFonts): [string, number][] {
  const dict = resources.get('Font')
  if (dict === undefined) return []
  return [...pdf.dict(dict).keys()].flatMap(name => (fonts.byName.has(name) ? [[name, fonts.byName.get(name)!.index] as [string, number]] : []))
}

function otherResources(pdf: SkiaPdf, resources: ReadonlyMap<string, PdfObject>, shared: Map<string, SharedObject>, addBlob: (blob: Uint8Array) => number): [string, string][] {
  const categories: [string, string][] = []
  for (const [category, value] of resources) {
    if (category === 'ProcSet') continue
    let entries = ''
    for (const [name, entry] of pdf.dict(value)) {
      const object = pdf.resolve(entry)
      if (category === 'Font' && object instanceof Map && (object.get('Subtype') as Name).value !== 'Type3') continue
      const text = category === 'ExtGState' ? formatObject(object, refuseReference) : share(pdf, entry, shared, addBlob)
      entries += `/${name} ${text}`
    }
    if (entries) categories.push([category, entries])
  }
  return categories
}

/** An object and all it refers to, each under the hash of its content. Returns `@hash@`. */
function share(pdf: SkiaPdf, entry: PdfObject, shared: Map<string, SharedObject>, addBlob: (blob: Uint8Array) => number): string {
  const object = pdf.resolve(entry)
  const reference = (ref: Ref) => share(pdf, ref, shared, addBlob)
  const isStream = object instanceof Stream
  const text = formatObject(isStream ? new Map([...object.dict].filter(([key]) => key !== 'Length')) : object, reference)
  const hash = createHash('sha256').update(text)
  if (isStream) hash.update('\0').update(object.bytes)
  const id = hash.digest('hex').slice(0, 32)
  if (!shared.has(id)) shared.set(id, {hash: id, text, ...(isStream ? {stream: addBlob(object.bytes)} : {})})
  return `@${id}@`
}

// Links, anchors and slots

interface Annotation {
  readonly page: number
  /** Left, bottom, right, top in points. */
  readonly rect: readonly number[]
  readonly uri: string
}

function readAnnotations(pdf: SkiaPdf, pages: readonly ReadonlyMap<string, PdfObject>[]): Map<number, Annotation> {
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

interface FoundSlot {
  readonly page: number
  readonly anchor: string
  readonly align: 'start' | 'end'
}

/** Text items that stand for page numbers: those of elements with a slot's code, the anchor being that of the link around them. */
function findSlots(elements: readonly RawElement[], annotations: ReadonlyMap<number, Annotation>, leaves: readonly ReadonlyMap<number, Leaf>[]): Map<TextItem, FoundSlot> {
  const slots = new Map<TextItem, FoundSlot>()
  const visit = (kid: RawKid, anchor: string | undefined): void => {
    if (!isElement(kid)) return
    const own = kid.kids.find(k => 'annotation' in k)
    const uri = own && 'annotation' in own ? annotations.get(own.annotation)?.uri : undefined
    const inner = uri?.startsWith(bookUrl) ? decodeURIComponent(uri.slice(bookUrl.length)) : anchor
    if ((kid.code === 'folio' || kid.code === 'folioend') && inner !== undefined) {
      for (const {page, mcid} of contents(kid)) {
        for (const item of leaves[page]?.get(mcid)?.items ?? []) slots.set(item, {page, anchor: inner, align: kid.code === 'folio' ? 'start' : 'end'})
      }
    } else for (const k of kid.kids) visit(k, inner)
  }
  for (const element of elements) visit(element, undefined)
  return slots
}

function slotOf<T extends object>(item: TextItem, align: Slot['align'], fonts: ReadonlyMap<string, UnitFont>, more: T): Slot & T {
  const run = item.runs[0]!
  const font = fonts.get(run.font)
  const last = item.runs.at(-1)!
  const lastCode = last.codes.at(-1)!
  const end = last.matrix[4] + (last.offsets.at(-1) || 0) + ((font?.widths.get(lastCode) ?? 0) * last.size) / 1000
  const text = item.runs.map(r => r.codes.map(code => font?.texts.get(code) ?? '').join('')).join('')
  return {font: run.font, text, codes: item.runs.flatMap(r => r.codes), size: run.size, matrix: run.matrix, width: end - run.matrix[4], align, ...more}
}

function findFolio(content: PageContent, {widthPt}: {widthPt: number}, decode: (font: string, code: number) => string | undefined): {item: TextItem; align: Slot['align']} | undefined {
  let marked = false
  for (const item of content.items) {
    if (item.kind === 'begin') marked = true
    else if (item.kind === 'end') marked = false
    else if (item.kind === 'text' && !marked) {
      const text = item.runs.map(run => run.codes.map(code => decode(run.font, code) ?? '').join('')).join('')
      if (text === folioPlaceholder) return {item, align: folioAlign(item, content, widthPt)}
    }
  }
  return undefined
}

/** A folio is set flush with the side of the text block it stands nearest to, or centred. */
function folioAlign(item: TextItem, {box}: PageContent, widthPt: number): Slot['align'] {
  const run = item.runs[0]!
  const left = apply(item.matrix, run.matrix[4], run.matrix[5])[0]
  const advance = run.offsets.length > 1 ? run.offsets[1]! : 0
  const right = apply(item.matrix, run.matrix[4] + advance * run.codes.length, run.matrix[5])[0]
  const fromLeft = Math.abs(left - Math.max(0, box[0]))
  const fromRight = Math.abs(Math.min(widthPt, box[2]) - right)
  if (Math.abs(fromLeft - fromRight) < 20) return 'center'
  return fromLeft < fromRight ? 'start' : 'end'
}

function folioSlot(item: TextItem, align: Slot['align'], fonts: ReadonlyMap<string, UnitFont>): FolioSlot {
  const [a, b, c, d, e, f] = item.matrix.map(value => Math.round(value * 1e5) / 1e5)
  return slotOf(item, align, fonts, {
    state: `${a} ${b} ${c} ${d} ${e} ${f} cm\n${item.fill}`,
    yPt: apply(item.matrix, item.runs[0]!.matrix[4], item.runs[0]!.matrix[5])[1]
  })
}

/** Annotations by page, one for each line a link runs over, in reading order; `places` tells where each printed annotation went. */
function placeLinks(
  elements: readonly RawElement[],
  annotations: ReadonlyMap<number, Annotation>,
  leaves: readonly ReadonlyMap<number, Leaf>[],
  slots: ReadonlyMap<TextItem, unknown>,
  decode: (font: string, code: number) => string | undefined,
  places: Map<number, {page: number; link: number}>,
  faults: PrintFault[]
): PrintedLink[][] {
  const pages: PrintedLink[][] = []
  const visit = (element: RawElement, block: string | undefined): void => {
    const key = element.block ?? block
    const refs = element.kids.flatMap(kid => ('annotation' in kid ? [kid.annotation] : []))
    if (element.role === 'Link') {
      if (refs.length === 0) faults.push({kind: 'link-unprinted', detail: linkText(element, leaves, slots, decode), ...(key ? {block: key} : {})})
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
        const target = annotation.uri.startsWith(bookUrl) ? {anchor: decodeURIComponent(annotation.uri.slice(bookUrl.length))} : {uri: annotation.uri}
        const link = page.push({rect: annotation.rect, ...target, contents: linkText(element, leaves, slots, decode)}) - 1
        kept.add(annotation.page * 1e6 + link)
        places.set(ref, {page: annotation.page, link})
      }
    }
    for (const kid of element.kids) if (isElement(kid)) visit(kid, key)
  }
  for (const element of elements) visit(element, undefined)
  return pages
}

function onOneLine(a: readonly number[], b: readonly number[]): boolean {
  return Math.abs(a[1]! - b[1]!) < 3 && Math.abs(a[3]! - b[3]!) < 3 && b[0]! - a[2]! < 6 && a[0]! - b[2]! < 6
}

function united(a: readonly number[], b: readonly number[]): number[] {
  return [Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[2]!, b[2]!), Math.max(a[3]!, b[3]!)]
}

/** Words of a link; a page number not known yet stands as U+0001. */
function linkText(link: RawElement, leaves: readonly ReadonlyMap<number, Leaf>[], slots: ReadonlyMap<TextItem, unknown>, decode: (font: string, code: number) => string | undefined): string {
  let text = ''
  const visit = (kid: RawKid): void => {
    if (isElement(kid)) {
      if (kid.alt !== undefined) text += kid.alt
      else kid.kids.forEach(visit)
    } else if (isContent(kid)) {
      for (const item of leaves[kid.page]?.get(kid.mcid)?.items ?? []) {
        if (slots.has(item)) text += '\u0001'
        else for (const run of item.runs) text += (run.actualText ?? run.codes.map(code => decode(run.font, code) ?? '').join('')) + (run.spaceAfter ? ' ' : '')
      }
    }
  }
  link.kids.forEach(visit)
  return text.replace(/\s+/g, ' ').trim()
}

/** Anchors at their true place: Chromium writes them as if the page had no margins. */
function readAnchors(pdf: SkiaPdf, dests: PdfObject | undefined, pageIndex: ReadonlyMap<number, number>, pages: readonly PageContent[]): PrintedAnchor[] {
  if (dests === undefined) return []
  const anchors: PrintedAnchor[] = []
  for (const [id, value] of pdf.dict(dests)) {
    const [ref, , x, y] = pdf.array(value)
    const page = ref instanceof Ref ? pageIndex.get(ref.number) : undefined
    if (page === undefined) continue
    const {box} = pages[page]!
    anchors.push({id: decodeURIComponent(id), page, xPt: round((x as number) + box[0]), yPt: round((y as number) - box[1])})
  }
  return anchors.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function finishElement(element: RawElement, language: string | undefined, renumbered: ReadonlyMap<string, number>, places: ReadonlyMap<number, {page: number; link: number}>): StructElement {
  const own = element.language ?? language
  const kids: StructKid[] = []
  for (const kid of element.kids) {
    if (isContent(kid)) {
      const mcid = renumbered.get(contentKey(kid))
      if (mcid !== undefined) kids.push({page: kid.page, mcid})
    } else if (!isElement(kid)) {
      const place = places.get(kid.annotation)
      if (place) kids.push(place)
    } else {
      const finished = finishElement(kid, own, renumbered, places)
      if (isKept(finished)) kids.push(finished)
    }
  }
  return {
    role: element.role,
    kids,
    ...(own !== language && own !== undefined ? {lang: own} : {}),
    ...(element.alt === undefined ? {} : {alt: element.alt}),
    ...(element.actualText === undefined ? {} : {actualText: element.actualText}),
    ...(element.id === undefined ? {} : {id: element.id}),
    ...(element.block === undefined ? {} : {block: element.block}),
    ...(element.attributes.length > 0 ? {attributes: element.attributes.map(attribute => formatObject(attribute, refuseReference))} : {}),
    ...(element.bbox ? {bbox: element.bbox} : {})
  }
}

function isKept(element: StructElement): boolean {
  return element.kids.length > 0 || element.role === 'TD' || element.role === 'TH'
}
