// Test support: the structure tree of a PDF as it stands in the file (ISO 32000-1, 14.7), walked without any help of ours.

import type {PdfObjects} from './pdf-objects.ts'
import {isReference} from './pdf-objects.ts'
import type {QpdfDictionary, QpdfValue} from './qpdf.ts'

/** A marked-content sequence under an element. */
export interface MarkedKid {
  readonly kind: 'marked'
  readonly page: string | undefined
  readonly mcid: number
}

/** An annotation or other object under an element (OBJR). */
export interface ObjectKid {
  readonly kind: 'object'
  readonly page: string | undefined
  readonly object: string
}

/** A structure element with its kids in reading order. */
export interface StructureElement {
  readonly kind: 'element'
  readonly reference: string
  /** Role as written. */
  readonly role: string
  /** Role after the RoleMap. */
  readonly standardRole: string
  readonly language?: string
  readonly alt?: string
  readonly actualText?: string
  readonly expansion?: string
  readonly id?: string
  /** Attributes by owner and key, such as `Table/Scope`. */
  readonly attributes: ReadonlyMap<string, QpdfValue>
  readonly kids: readonly StructureKid[]
  /** Reference of the element's parent as the file states it. */
  readonly statedParent: string | undefined
}

export type StructureKid = StructureElement | MarkedKid | ObjectKid

/** The tree with what hangs at its root; all empty for an untagged file. */
export interface StructureTree {
  readonly reference: string | undefined
  readonly elements: readonly StructureElement[]
  readonly roleMap: ReadonlyMap<string, string>
  /** ParentTree: for a page's key its elements by MCID, for an annotation's key its one element. */
  readonly parentTree: ReadonlyMap<number, readonly (string | undefined)[] | string>
  /** IDTree: element by id. */
  readonly ids: ReadonlyMap<string, string>
}

class TreeReader {
  private readonly seen = new Set<string>()
  private readonly objects: PdfObjects
  private readonly roleMap: ReadonlyMap<string, string>

  constructor(objects: PdfObjects, roleMap: ReadonlyMap<string, string>) {
    this.objects = objects
    this.roleMap = roleMap
  }

  elements(kids: QpdfValue | undefined): StructureElement[] {
    return this.kids(kids, undefined).filter((kid) => kid.kind === 'element')
  }

  private kids(value: QpdfValue | undefined, page: string | undefined): StructureKid[] {
    return this.objects.list(value).flatMap((kid) => this.kid(kid, page) ?? [])
  }

  private kid(value: QpdfValue, page: string | undefined): StructureKid | undefined {
    const mcid = this.objects.number(value)
    if (mcid !== undefined) return {kind: 'marked', page, mcid}
    const dictionary = this.objects.dictionary(value)
    if (dictionary === undefined) return undefined
    const own = isReference(dictionary['/Pg']) ? dictionary['/Pg'] : page
    const type = this.objects.name(dictionary['/Type'])
    if (type === 'MCR') return {kind: 'marked', page: own, mcid: this.objects.number(dictionary['/MCID']) ?? NaN}
    if (type === 'OBJR') return {kind: 'object', page: own, object: String(dictionary['/Obj'])}
    return this.element(value, dictionary, own)
  }

  private element(value: QpdfValue, dictionary: QpdfDictionary, page: string | undefined): StructureElement {
    const reference = isReference(value) ? value : 'direct'
    if (isReference(value)) {
      if (this.seen.has(value)) throw new Error(`Structure element ${value} stands in the tree twice`)
      this.seen.add(value)
    }
    const role = this.objects.name(dictionary['/S']) ?? 'none'
    const text = (key: string): string | undefined => this.objects.string(dictionary[key])
    const parent = dictionary['/P']
    const found = {language: text('/Lang'), alt: text('/Alt'), actualText: text('/ActualText'), expansion: text('/E'), id: text('/ID')}
    return {
      kind: 'element',
      reference,
      role,
      standardRole: mappedRole(role, this.roleMap),
      ...(Object.fromEntries(Object.entries(found).filter(([, content]) => content !== undefined)) as object),
      attributes: this.attributes(dictionary['/A']),
      kids: this.kids(dictionary['/K'], page),
      statedParent: isReference(parent) ? parent : undefined
    }
  }

  private attributes(value: QpdfValue | undefined): Map<string, QpdfValue> {
    const attributes = new Map<string, QpdfValue>()
    for (const owner of this.objects.list(value)) {
      const dictionary = this.objects.dictionary(owner)
      if (dictionary === undefined) continue
      const name = this.objects.name(dictionary['/O']) ?? 'none'
      for (const [key, content] of Object.entries(dictionary)) {
        if (key !== '/O') attributes.set(`${name}${key}`, this.objects.resolve(content) ?? null)
      }
    }
    return attributes
  }
}

function mappedRole(role: string, roleMap: ReadonlyMap<string, string>): string {
  let current = role
  for (let step = 0; step < 10; step++) {
    const next = roleMap.get(current)
    if (next === undefined || next === current) return current
    current = next
  }
  return current
}

function readParentTree(objects: PdfObjects, root: QpdfDictionary): Map<number, (string | undefined)[] | string> {
  const tree = new Map<number, (string | undefined)[] | string>()
  for (const {number, value} of objects.numberTree(root['/ParentTree'])) {
    const array = objects.array(value)
    tree.set(number, array === undefined ? String(value) : array.map((member) => (isReference(member) ? member : undefined)))
  }
  return tree
}

/** Reads a file's structure tree; throws when an element stands in it twice. */
export function readStructureTree(objects: PdfObjects): StructureTree {
  const rootReference = objects.catalog['/StructTreeRoot']
  const root = objects.dictionary(rootReference) ?? {}
  const mapped = Object.entries(objects.dictionary(root['/RoleMap']) ?? {})
  const roleMap = new Map(mapped.map(([role, standard]) => [role.slice(1), objects.name(standard) ?? 'none']))
  return {
    reference: isReference(rootReference) ? rootReference : undefined,
    elements: new TreeReader(objects, roleMap).elements(root['/K']),
    roleMap,
    parentTree: readParentTree(objects, root),
    ids: new Map(objects.nameTree(root['/IDTree']).map(({name, value}) => [name, String(value)]))
  }
}

/** An element and all elements below it, in reading order. */
export function* everyElement(elements: readonly StructureElement[]): Generator<StructureElement> {
  for (const element of elements) {
    yield element
    yield* everyElement(element.kids.filter((kid) => kid.kind === 'element'))
  }
}

/** Marked content and objects below an element, in reading order. */
export function* everyLeaf(element: StructureElement): Generator<MarkedKid | ObjectKid> {
  for (const kid of element.kids) {
    if (kid.kind === 'element') yield* everyLeaf(kid)
    else yield kid
  }
}
