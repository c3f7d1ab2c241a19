// Assemble: what a unit's pages use besides fonts, such as images, kept under the hash of its content so that a book has it once (ISO 32000-1, 7.8.3).

import {createHash} from 'node:crypto'
import {apply, type Matrix} from '../pdf/matrix.ts'
import {Name, type PdfObject, type Ref, Stream} from '../pdf/objects.ts'
import type {SkiaPdf} from '../pdf/read-skia-pdf.ts'
import {formatObject} from '../pdf/serialize.ts'
import type {SharedObject} from './printed-unit.ts'

/** Resources of a page by category; objects they refer to are added to `shared`, their streams to the blobs. */
export function otherResources(pdf: SkiaPdf, resources: ReadonlyMap<string, PdfObject>, shared: Map<string, SharedObject>, addBlob: (blob: Uint8Array) => number): [string, string][] {
  const categories: [string, string][] = []
  for (const [category, value] of resources) {
    if (category === 'ProcSet') continue
    let entries = ''
    for (const [name, entry] of pdf.dict(value)) {
      const object = pdf.resolve(entry)
      if (category === 'Font' && object instanceof Map && (object.get('Subtype') as Name).value !== 'Type3') continue
      const text = category === 'ExtGState' ? formatObject(object, ref => share(pdf, ref, shared, addBlob)) : share(pdf, entry, shared, addBlob)
      entries += `/${name} ${text}`
    }
    if (entries) categories.push([category, entries])
  }
  return categories
}

/** The corners of what an XObject of a page fills, in the space it is painted in: a form its box, an image the unit square (8.9.5, 8.10.1). */
export function xObjectCorners(pdf: SkiaPdf, resources: ReadonlyMap<string, PdfObject>, name: string): readonly number[] {
  const {dict} = pdf.stream(pdf.dict(resources.get('XObject')).get(name))
  if (!dict.has('BBox')) return [0, 0, 1, 0, 0, 1, 1, 1]
  const [left = 0, bottom = 0, right = 0, top = 0] = pdf.array(dict.get('BBox')) as number[]
  const matrix = (dict.has('Matrix') ? pdf.array(dict.get('Matrix')) : [1, 0, 0, 1, 0, 0]) as unknown as Matrix
  return [[left, bottom], [right, bottom], [left, top], [right, top]].flatMap(([x, y]) => apply(matrix, x!, y!))
}

/** An object and all it refers to, each under the hash of its content. Returns `@hash@`. */
function share(pdf: SkiaPdf, entry: PdfObject, shared: Map<string, SharedObject>, addBlob: (blob: Uint8Array) => number): string {
  const object = pdf.resolve(entry)
  const reference = (ref: Ref) => share(pdf, ref, shared, addBlob)
  const isStream = object instanceof Stream
  const text = formatObject(isStream ? new Map([...object.dict].filter(([key]) => key !== 'Length' && key !== 'StructParents')) : object, reference)
  const hash = createHash('sha256').update(text)
  if (isStream) hash.update('\0').update(object.bytes)
  const id = hash.digest('hex').slice(0, 32)
  if (!shared.has(id)) shared.set(id, {hash: id, text, ...(isStream ? {stream: addBlob(object.bytes)} : {})})
  return `@${id}@`
}
