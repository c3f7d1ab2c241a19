// Assemble: a unit as printed and made regular, which is what the cache keeps and what a book is assembled from.

/** A structure element (ISO 32000-1, 14.7.2); `kids` in reading order. */
export interface StructElement {
  readonly role: string
  readonly kids: readonly StructKid[]
  /** BCP 47, where it differs from the parent's. */
  readonly lang?: string
  readonly alt?: string
  readonly actualText?: string
  /** What an abbreviation stands for. */
  readonly expansion?: string
  /** Unique in the unit, for header cells and notes. */
  readonly id?: string
  /** Key of the manuscript block it was made from, in `Unit.blocks`. */
  readonly block?: string
  /** Attribute dictionaries as PDF text; header ids are written `(@id)`. */
  readonly attributes?: readonly string[]
  /** Left, bottom, right, top in points. */
  readonly bbox?: readonly number[]
}

export type StructKid = StructElement | MarkedContent | AnnotationReference

/** Marked content by the unit's zero-based page and its id on that page. */
export interface MarkedContent {
  readonly page: number
  readonly mcid: number
}

/** A link's annotation, by the unit's zero-based page and its place among that page's links. */
export interface AnnotationReference {
  readonly page: number
  readonly link: number
}

/** Where a page number is to be written: the text that stood there was a run of zeros, and is taken out. */
export interface Slot {
  /** Font resource name on the page. */
  readonly font: string
  /** Text that stood there, zeros or roman letters. */
  readonly text: string
  /** As in `Tf`. */
  readonly size: number
  /** Text matrix, as in `Tm`. */
  readonly matrix: readonly number[]
  /** Width of the zeros in text space units. */
  readonly width: number
  readonly align: 'start' | 'center' | 'end'
}

/** A slot in running text: its label is that of the page with `anchor`, and may be narrower than the slot. */
export interface ReferenceSlot extends Slot {
  readonly anchor: string
  /** Offset in the page's open part at which the text goes. */
  readonly offset: number
  /** Points that a unit of text space is wide. */
  readonly unitPt: number
}

/** Something behind slots on their line, which moves by as much as their numbers are narrower than the zeros were. */
export interface LineShift {
  /** Offset in the page's open part at which the move goes. */
  readonly offset: number
  /** The slots before it, by their place among the page's. */
  readonly slots: readonly number[]
}

/** The slot of the page's own number, and the graphics state it is set in, as operators. */
export interface FolioSlot extends Slot {
  readonly state: string
  /** Height of its baseline over the page's lower edge, in points. */
  readonly yPt: number
}

export interface PrintedLink {
  /** Left, bottom, right, top in points. */
  readonly rect: readonly number[]
  /** An anchor of the book, or a URI. */
  readonly anchor?: string
  readonly uri?: string
  /** Text of the link, for readers that announce annotations. */
  readonly contents: string
  /** The slots before its left and its right edge on the line, by their place among the page's: the edges move as the text does. */
  readonly slotsBefore?: {readonly left: readonly number[]; readonly right: readonly number[]}
}

export interface PrintedPage {
  readonly widthPt: number
  readonly heightPt: number
  /** Blobs of the content stream's parts in order, deflated but for `open`. */
  readonly content: readonly number[]
  /** Blob of the part that slots and shifts are in, as it stands; their offsets count from its start. */
  readonly open?: number
  readonly slots: readonly ReferenceSlot[]
  readonly shifts: readonly LineShift[]
  readonly folio?: FolioSlot
  /** Font resource name to index in the unit's fonts. */
  readonly fonts: readonly (readonly [name: string, font: number])[]
  /** Other resources by category, each entry a name and PDF text in which `@hash@` stands for a shared object. */
  readonly resources: readonly (readonly [category: string, entries: string])[]
  readonly links: readonly PrintedLink[]
  readonly marks: number
}

/** A TrueType subset that kept its glyph ids. */
export interface PrintedFont {
  /** PostScript name without the subset tag. */
  readonly name: string
  /** Descriptor entries that describe the whole font, as PDF text. */
  readonly descriptor: string
  /** Advance by glyph id, in thousandths of an em. */
  readonly widths: readonly (readonly [glyph: number, width: number])[]
  /** Text by glyph id. */
  readonly texts: readonly (readonly [glyph: number, text: string])[]
  /** Blob of the program. */
  readonly program: number
  /** Hash of the program. */
  readonly hash: string
  /** Key of the first block set in it. */
  readonly firstBlock?: string
}

/** An object that pages share: images, patterns, forms. */
export interface SharedObject {
  readonly hash: string
  /** PDF text, `@hash@` for each reference. */
  readonly text: string
  /** Blob of the stream, as filtered. */
  readonly stream?: number
}

/** Where an anchor stands, in points from the page's lower left corner. */
export interface PrintedAnchor {
  readonly id: string
  readonly page: number
  readonly xPt: number
  readonly yPt: number
}

/** Where a block, or a part of it, is printed, in points from the page's lower left corner. */
export interface PrintedPlace {
  /** Key in `Unit.blocks`. */
  readonly block: string
  readonly page: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** What is wrong with a unit's print, led back to a block's key where one is known. */
export interface PrintFault {
  readonly kind: 'text-lost' | 'picture-unprinted' | 'glyph-missing' | 'too-wide' | 'link-unprinted' | 'anchor-unprinted' | 'type3-font'
  readonly block?: string
  readonly detail: string
}

/** What a typesetter would mend, on a zero-based page of the unit. */
export interface LayoutFault {
  readonly kind: 'layout-split' | 'heading-stranded' | 'line-alone' | 'page-near-empty' | 'text-beyond-margin'
  readonly page: number
  readonly block?: string
}

export interface PrintedUnit {
  readonly id: string
  readonly pages: readonly PrintedPage[]
  /** Structure elements of the unit, in reading order. */
  readonly structure: readonly StructElement[]
  readonly anchors: readonly PrintedAnchor[]
  /** Of the blocks that were asked for, in reading order. */
  readonly places?: readonly PrintedPlace[]
  readonly fonts: readonly PrintedFont[]
  readonly shared: readonly SharedObject[]
  readonly faults: readonly PrintFault[]
  readonly layout: readonly LayoutFault[]
  /** Bytes that the rest refers to by index. */
  readonly blobs: readonly Uint8Array[]
}

/** A printed unit as bytes for the cache. */
export function encodePrintedUnit(unit: PrintedUnit): Uint8Array {
  const {blobs, ...rest} = unit
  const json = Buffer.from(JSON.stringify({...rest, blobs: blobs.map(blob => blob.length)}))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  return Buffer.concat([length, json, ...blobs])
}

/** The inverse of `encodePrintedUnit`; throws on bytes it did not make. */
export function decodePrintedUnit(bytes: Uint8Array): PrintedUnit {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const jsonEnd = 4 + buffer.readUInt32LE(0)
  const {blobs: lengths, ...rest} = JSON.parse(buffer.toString('utf8', 4, jsonEnd)) as Omit<PrintedUnit, 'blobs'> & {blobs: number[]}
  let at = jsonEnd
  const blobs = lengths.map(length => bytes.subarray(at, (at += length)))
  if (at !== bytes.length) throw new Error('Unexpected length of a printed unit, expected that of its blobs')
  return {...rest, blobs}
}
