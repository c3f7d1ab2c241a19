// Between render and print: a unit is the smallest run of pages that starts on a new page by design.

import type {Block} from '../book/block.ts'

/** A heading that becomes an outline entry and a named destination. */
export interface UnitHeading {
  readonly id: string
  /** 1 to 6, as tagged. */
  readonly level: number
  /** Plain text of the title. */
  readonly title: string
}

/**
 * A complete print document. Nothing in it depends on where other units fall, except the shape of the page numbers it
 * refers to: a reference is printed as a slot (`00`), which assembly fills in.
 */
export interface Unit {
  /** ASCII, unique, usable as a file name. */
  readonly id: string
  readonly title: string
  /** The whole HTML document; asks only for URLs that are keys of the asset store. */
  readonly html: string
  /** URLs of the assets it asks for, sorted; they carry the content's hash, so the HTML pins them. */
  readonly assets: readonly string[]
  /** `recto` starts on a right-hand page in profiles that have sides. */
  readonly start: 'recto' | 'next'
  /** How its pages are labelled: a `none` unit is labelled by its title and prints no folio. */
  readonly numbering: 'none' | 'roman' | 'arabic'
  /** True when the first page bears nothing but the unit's name. */
  readonly hasOpener?: boolean
  /** True when nobody asks how its pages break, as in a draft, which leaves room for names and answers. */
  readonly isDraft?: boolean
  readonly headings: readonly UnitHeading[]
  /** Blocks by the key that the HTML carries in `lang` (see `structure-key.ts`). */
  readonly blocks: Readonly<Record<string, Block>>
  /** Keys of the blocks of which assembly shall say where on the pages they are printed. */
  readonly located?: readonly string[]
  /** Every anchor the unit offers as a destination. */
  readonly anchors: readonly string[]
  /** Anchors that the unit links to, with the place that asks. */
  readonly references: readonly {readonly anchor: string; readonly place?: Block['place']}[]
}

/** A file that units ask for while they print. */
export interface Asset {
  readonly bytes: Uint8Array
  /** Media type. */
  readonly type: string
}

/** Assets by URL, `https://book.invalid/asset/<hash>.<extension>`. */
export type AssetStore = ReadonlyMap<string, Asset>
