// Describe: a PDF as a reader finds it, whoever made it.

/** What a page paints that no element of the structure holds. */
export interface LooseText {
  /** `Artifact` with its type and subtype, or `Untagged`. */
  readonly kind: string
  readonly text: string
}

export interface DescribedPage {
  readonly index: number
  /** Page label; the ordinal number in a file without labels. */
  readonly label: string
  readonly widthPt: number
  readonly heightPt: number
  /** Degrees. */
  readonly rotation: number
  readonly loose: readonly LooseText[]
  /** Text of marked content by id. */
  readonly marks: ReadonlyMap<number, string>
  /** True when nothing at all is painted. */
  readonly isEmpty: boolean
  /** Subtype of every annotation, in file order. */
  readonly annotations: readonly string[]
}

/** An annotation under a structure element. */
export interface DescribedAnnotation {
  readonly subtype: string
  readonly pageIndex: number | undefined
  /** Where it leads, in words. */
  readonly target: string
  readonly contents: string
}

export interface DescribedContent {
  readonly pageIndex: number | undefined
  readonly text: string
}

/** A structure element (ISO 32000-1, 14.7.2). */
export interface DescribedElement {
  /** Role as written, and after the RoleMap. */
  readonly role: string
  readonly standardRole: string
  readonly language?: string
  readonly alt?: string
  readonly actualText?: string
  readonly expansion?: string
  readonly id?: string
  /** Values by owner and key, such as `Table/Scope`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly kids: readonly DescribedKid[]
}

export type DescribedKid = {readonly element: DescribedElement} | {readonly content: DescribedContent} | {readonly annotation: DescribedAnnotation}

export interface DescribedOutlineEntry {
  readonly title: string
  /** 1 for the top. */
  readonly level: number
  readonly pageIndex: number | undefined
}

export interface DescribedDocument {
  readonly version: string
  readonly title: string | undefined
  readonly author: string | undefined
  readonly language: string | undefined
  /** True when the catalog says so. */
  readonly isTagged: boolean
  readonly pages: readonly DescribedPage[]
  readonly structure: readonly DescribedElement[]
  readonly outline: readonly DescribedOutlineEntry[]
  /** Page index by name, sorted by name. */
  readonly destinations: ReadonlyMap<string, number | undefined>
}
