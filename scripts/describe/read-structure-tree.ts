// Describe: the structure tree as it stands in the file (ISO 32000-1, 14.7).

import {Name, type PdfObject, PdfString, Ref} from '../pdf/objects.ts'
import type {PdfFile} from '../pdf/open-pdf.ts'
import type {DescribedAnnotation, DescribedElement, DescribedKid} from './document.ts'

/** What the tree refers to. */
export interface TreeContext {
  readonly pageIndexes: ReadonlyMap<number, number>
  /** Text of marked content. */
  text(pageIndex: number | undefined, mcid: number): string
  annotation(object: PdfObject | undefined, pageIndex: number | undefined): DescribedAnnotation
}

/** Elements under the tree's root; empty for a file without one. An element that stands in the tree twice is read once. */
export function readStructureTree(file: PdfFile, context: TreeContext): DescribedElement[] {
  const root = file.dict(file.catalog.get('StructTreeRoot'))
  const roles = new Map([...file.dict(root.get('RoleMap'))].map(([role, standard]) => [role, file.name(standard) ?? role]))
  const seen = new Set<number>()

  const kidsOf = (value: PdfObject | undefined, pageIndex: number | undefined): DescribedKid[] => {
    const resolved = file.resolve(value)
    const kids = Array.isArray(resolved) ? (resolved as readonly PdfObject[]) : value === undefined ? [] : [value]
    return kids.flatMap(kid => kidOf(kid, pageIndex) ?? [])
  }
  const kidOf = (value: PdfObject, outerPage: number | undefined): DescribedKid | undefined => {
    const mcid = file.number(value)
    if (mcid !== undefined) return {content: {pageIndex: outerPage, text: context.text(outerPage, mcid)}}
    const dict = file.dict(value)
    const page = dict.get('Pg')
    const pageIndex = page instanceof Ref ? context.pageIndexes.get(page.number) : outerPage
    switch (file.name(dict.get('Type'))) {
      case 'MCR':
        return {content: {pageIndex, text: context.text(pageIndex, file.number(dict.get('MCID')) ?? -1)}}
      case 'OBJR':
        return {annotation: context.annotation(dict.get('Obj'), pageIndex)}
    }
    if (value instanceof Ref) {
      if (seen.has(value.number)) return undefined
      seen.add(value.number)
    }
    return {element: elementOf(dict, pageIndex)}
  }
  const elementOf = (dict: ReadonlyMap<string, PdfObject>, pageIndex: number | undefined): DescribedElement => {
    const role = file.name(dict.get('S')) ?? 'none'
    const texts = {language: 'Lang', alt: 'Alt', actualText: 'ActualText', expansion: 'E', id: 'ID'} as const
    const found = Object.entries(texts).flatMap(([name, key]) => {
      const text = file.text(dict.get(key))
      return text === undefined ? [] : [[name, text]]
    })
    return {
      role,
      standardRole: standardRole(role, roles),
      ...(Object.fromEntries(found) as Partial<Record<keyof typeof texts, string>>),
      attributes: attributesOf(file, dict.get('A')),
      kids: kidsOf(dict.get('K'), pageIndex)
    }
  }
  return kidsOf(root.get('K'), undefined).flatMap(kid => ('element' in kid ? [kid.element] : []))
}

function standardRole(role: string, roles: ReadonlyMap<string, string>): string {
  let current = role
  for (let step = 0; step < 10; step++) {
    const next = roles.get(current)
    if (next === undefined || next === current) break
    current = next
  }
  return current
}

function attributesOf(file: PdfFile, value: PdfObject | undefined): Map<string, string> {
  const resolved = file.resolve(value)
  const attributes = new Map<string, string>()
  for (const object of Array.isArray(resolved) ? (resolved as readonly PdfObject[]) : [resolved]) {
    const dict = file.dict(object)
    const owner = file.name(dict.get('O')) ?? 'none'
    for (const [key, member] of dict) if (key !== 'O') attributes.set(`${owner}/${key}`, formatValue(file, member))
  }
  return attributes
}

function formatValue(file: PdfFile, value: PdfObject): string {
  const resolved = file.resolve(value)
  if (Array.isArray(resolved)) return `[${(resolved as readonly PdfObject[]).map(member => formatValue(file, member)).join(' ')}]`
  if (typeof resolved === 'number') return String(Math.round(resolved * 10) / 10)
  if (resolved instanceof Name) return resolved.value
  return resolved instanceof PdfString ? (file.text(resolved) ?? '') : String(resolved)
}
