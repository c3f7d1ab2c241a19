// Assemble: the structure tree of a printed unit as Chromium wrote it, with what our HTML told each element.

import {Name, type PdfObject, PdfString, Ref} from '../pdf/objects.ts'
import type {SkiaPdf} from '../pdf/read-skia-pdf.ts'
import {decodeText} from '../pdf/text-string.ts'
import type {TextRun} from './read-text-object.ts'
import {parseStructureKey, type StructureCode, structureRoles} from '../render/structure-key.ts'

/** Marked content of the unit, by page and the id it was printed with. */
export interface RawContent {
  readonly page: number
  readonly mcid: number
}

/** Runs in the order of the eye, and the text that they were set from. */
export interface ToldText {
  readonly runs: readonly TextRun[]
  text: string
}

export interface RawAnnotation {
  readonly annotation: number
}

/** An element on its way from Chromium's roles to the standard's; its parts are replaced in place while it is shaped. */
export interface RawElement {
  role: string
  /** Role as printed. */
  readonly printed: string
  readonly code?: StructureCode
  block?: string
  language?: string
  alt?: string
  actualText?: string
  /** Words that run from right to left: what is painted, and the text that it is found to be. */
  told?: ToldText
  /** What an abbreviation stands for. */
  expansion?: string
  id?: string
  bbox?: readonly number[]
  /** Attribute owner and key to value as PDF objects. */
  attributes: Map<string, PdfObject>[]
  kids: RawKid[]
}

export type RawKid = RawElement | RawContent | RawAnnotation

export const isElement = (kid: RawKid): kid is RawElement => 'role' in kid
export const isContent = (kid: RawKid): kid is RawContent => 'mcid' in kid

/** The unit's Document element. `pageOf` gives the zero-based page of a page's object number. */
export function readStructure(pdf: SkiaPdf, pageOf: (object: number) => number): RawElement {
  const catalog = pdf.dict(pdf.trailer.get('Root'))
  const root = pdf.dict(catalog.get('StructTreeRoot'))
  const [document] = kidsOf(root.get('K'))
  if (document === undefined) throw new Error('Unexpected empty structure tree, expected a Document')
  return readElement(document)

  function kidsOf(kids: PdfObject | undefined): readonly PdfObject[] {
    const value = pdf.resolve(kids)
    if (value === null) return []
    return Array.isArray(value) ? (value as readonly PdfObject[]) : [value]
  }

  function readElement(object: PdfObject): RawElement {
    const dict = pdf.dict(object)
    const printed = (dict.get('S') as Name).value
    const lang = text(dict.get('Lang'))
    const key = lang === undefined ? undefined : parseStructureKey(lang)
    const pageRef = dict.get('Pg')
    const page = pageRef instanceof Ref ? pageOf(pageRef.number) : -1
    const alt = text(dict.get('Alt'))
    const id = text(dict.get('ID'))
    const kids: RawKid[] = []
    for (const kid of kidsOf(dict.get('K'))) {
      if (typeof kid === 'number') kids.push({page, mcid: kid})
      else if (!isInForm(kid)) kids.push(readKid(kid, page))
    }
    return {
      role: (key?.code && structureRoles[key.code]) ?? printed,
      printed,
      kids,
      attributes: kidsOf(dict.get('A')).map(attribute => pdf.dict(attribute)),
      ...(key?.code ? {code: key.code} : {}),
      ...(key?.key ? {block: key.key} : {}),
      ...(key ? {language: key.language} : {}),
      ...(alt === undefined ? {} : {alt}),
      ...(id === undefined ? {} : {id})
    }
  }

  function readKid(kid: PdfObject, page: number): RawKid {
    const dict = pdf.dict(kid)
    const type = dict.get('Type')
    if (type instanceof Name && type.value === 'OBJR') return {annotation: (dict.get('Obj') as Ref).number}
    if (type instanceof Name && type.value === 'MCR') {
      const ref = dict.get('Pg')
      return {page: ref instanceof Ref ? pageOf(ref.number) : page, mcid: dict.get('MCID') as number}
    }
    return readElement(kid)
  }

  /** Chromium prints what is see-through as a form of its own, whose marks count from 0 again; they are left out, so that their text is found to be lost. */
  function isInForm(kid: PdfObject): boolean {
    return pdf.dict(kid).has('Stm')
  }

  function text(object: PdfObject | undefined): string | undefined {
    const value = pdf.resolve(object)
    return value instanceof PdfString ? decodeText(value.bytes) : undefined
  }
}
