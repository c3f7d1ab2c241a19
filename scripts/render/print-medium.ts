// Render: the medium of one printed unit; it keeps account of what the unit's HTML asks for and carries.

import type {Block} from '../book/block.ts'
import {anchorUrl} from './asset-url.ts'
import {escapeHtml} from './escape-html.ts'
import type {Picture} from './figure-shelf.ts'
import type {Span} from './fragment.ts'
import type {Medium, PagePlace} from './medium.ts'
import type {RenderedSection} from './section-list.ts'
import {structureKey, type StructureCode} from './structure-key.ts'
import type {Unit} from './unit.ts'

/** What a page-number slot looks like before assembly fills it. */
export interface SlotShape {
  /** The word before the number. */
  readonly word: string
  /** Digits as `0`, Roman letters as they are. */
  of(anchor: string): string
  /** Where an anchor is by the page map at hand. */
  placeOf(anchor: string): PagePlace | undefined
}

export class PrintMedium implements Medium {
  readonly blocks: Record<string, Block> = {}
  readonly pictures = new Map<string, Picture>()
  readonly references: Unit['references'][number][] = []
  /** Shapes of the page slots, by anchor. */
  readonly shapes = new Map<string, string>()
  /** Places that the HTML is laid out by, by anchor. */
  readonly places = new Map<string, PagePlace>()
  private blockCount = 0
  private firstBlock = 0
  private idCount = 0
  private file: string | undefined

  constructor(
    private readonly bookLanguage: string,
    private readonly slot: SlotShape,
    /** A picture as the profile prints it. */
    private readonly printed: (picture: Picture) => Picture
  ) {}

  enter({section, fragment}: RenderedSection): void {
    this.file = section.file
    this.firstBlock = this.blockCount
    this.blockCount += fragment.blocks.length
    const {file} = section
    if (file === undefined) return
    for (const [index, {kind, line, column, id}] of fragment.blocks.entries()) {
      this.blocks[this.keyOf(index)] = {kind, place: {file, line, column}, ordinal: index, ...(id === undefined ? {} : {id})}
    }
  }

  href(anchor: string): string {
    return anchorUrl(anchor)
  }

  source(found: Picture): string {
    const picture = this.printed(found)
    this.pictures.set(picture.url, picture)
    return picture.url
  }

  page(anchor: string): string {
    const shape = this.slot.of(anchor)
    this.shapes.set(anchor, shape)
    const lang = structureKey(this.bookLanguage, 'folio')
    return ` (${escapeHtml(this.slot.word)}\u00a0<span class="page-number" id="${this.freshId()}" lang="${lang}">${escapeHtml(shape)}</span>)`
  }

  pageOf(anchor: string): PagePlace {
    const place = this.slot.placeOf(anchor) ?? {index: 0, label: '00'}
    this.places.set(anchor, place)
    return place
  }

  stamp(code: StructureCode, language: string, _differs: boolean, block: number | undefined): string {
    const key = block === undefined || this.file === undefined ? undefined : this.keyOf(block)
    return ` lang="${structureKey(language === '' ? this.bookLanguage : language, code, key)}"`
  }

  freshId(): string {
    return `x.${++this.idCount}`
  }

  onLink(anchor: string, span?: Span): void {
    const place = span && this.file !== undefined ? {file: this.file, line: span[0], column: span[1]} : undefined
    this.references.push(place ? {anchor, place} : {anchor})
  }

  private keyOf(block: number): string {
    return (this.firstBlock + block).toString(36)
  }
}
