// Test support: looks values up in qpdf's JSON of a PDF (ISO 32000-1, 7.3), with references followed.

import type {QpdfDictionary, QpdfFile, QpdfValue} from './qpdf.ts'

const referencePattern = /^\d+ \d+ R$/

/** The objects of one file; a missing object or a value of another type reads as `undefined`. */
export class PdfObjects {
  private readonly file: QpdfFile

  constructor(file: QpdfFile) {
    this.file = file
  }

  /** PDF version of the header, such as `1.7`. */
  get version(): string {
    return this.file.header.pdfversion
  }

  get trailer(): QpdfDictionary {
    return this.dictionary(this.file.objects['trailer']?.value ?? null) ?? {}
  }

  get catalog(): QpdfDictionary {
    return this.dictionary(this.trailer['/Root']) ?? {}
  }

  /** Every stream with its reference. */
  *streams(): Generator<{reference: string; dictionary: QpdfDictionary; bytes: Buffer}> {
    for (const [key, object] of Object.entries(this.file.objects)) {
      if (object.stream === undefined) continue
      yield {reference: key.slice('obj:'.length), dictionary: object.stream.dict, bytes: Buffer.from(object.stream.data, 'base64')}
    }
  }

  /** Every object that is no stream, with its reference, the trailer's dictionary included. */
  *values(): Generator<{reference: string; value: QpdfValue}> {
    for (const [key, object] of Object.entries(this.file.objects)) {
      const value = object.value ?? object.stream?.dict
      if (value !== undefined) yield {reference: key.replace(/^obj:/, ''), value}
    }
  }

  /** A value with references followed; a stream reads as its dictionary. */
  resolve(value: QpdfValue | undefined): QpdfValue | undefined {
    let current = value
    for (let step = 0; step < 20 && isReference(current); step++) {
      const object = this.file.objects[`obj:${current}`]
      current = object?.value ?? object?.stream?.dict
    }
    return current
  }

  dictionary(value: QpdfValue | undefined): QpdfDictionary | undefined {
    const resolved = this.resolve(value)
    return typeof resolved === 'object' && resolved !== null && !Array.isArray(resolved) ? resolved : undefined
  }

  array(value: QpdfValue | undefined): QpdfValue[] | undefined {
    const resolved = this.resolve(value)
    return Array.isArray(resolved) ? resolved : undefined
  }

  /** A value as a list: an array's members, or the value alone. */
  list(value: QpdfValue | undefined): QpdfValue[] {
    const resolved = this.resolve(value)
    if (resolved === undefined || resolved === null) return []
    return Array.isArray(resolved) ? resolved : [value as QpdfValue]
  }

  number(value: QpdfValue | undefined): number | undefined {
    const resolved = this.resolve(value)
    return typeof resolved === 'number' ? resolved : undefined
  }

  numbers(value: QpdfValue | undefined): number[] {
    return (this.array(value) ?? []).map((member) => this.number(member) ?? NaN)
  }

  /** A name without its slash. */
  name(value: QpdfValue | undefined): string | undefined {
    const resolved = this.resolve(value)
    return typeof resolved === 'string' && resolved.startsWith('/') ? resolved.slice(1) : undefined
  }

  /** A text or byte string as text; bytes that are no text read one character a byte. */
  string(value: QpdfValue | undefined): string | undefined {
    const resolved = this.resolve(value)
    if (typeof resolved !== 'string') return undefined
    if (resolved.startsWith('u:')) return resolved.slice(2)
    if (resolved.startsWith('b:')) return Buffer.from(resolved.slice(2), 'hex').toString('latin1')
    return undefined
  }

  /** Decoded bytes of a stream. */
  stream(value: QpdfValue | undefined): Buffer | undefined {
    if (!isReference(value)) return undefined
    const data = this.file.objects[`obj:${value}`]?.stream?.data
    return data === undefined ? undefined : Buffer.from(data, 'base64')
  }

  /** Leaves of a name tree (7.9.6) in file order. */
  nameTree(root: QpdfValue | undefined): {name: string; value: QpdfValue}[] {
    return this.treeLeaves(root, '/Names').map(([key, value]) => ({name: this.string(key) ?? '', value}))
  }

  /** Leaves of a number tree (7.9.7) in file order. */
  numberTree(root: QpdfValue | undefined): {number: number; value: QpdfValue}[] {
    return this.treeLeaves(root, '/Nums').map(([key, value]) => ({number: this.number(key) ?? NaN, value}))
  }

  private treeLeaves(root: QpdfValue | undefined, leafKey: '/Names' | '/Nums'): [QpdfValue, QpdfValue][] {
    const node = this.dictionary(root)
    if (node === undefined) return []
    const leaves = this.array(node[leafKey]) ?? []
    const own: [QpdfValue, QpdfValue][] = []
    for (let at = 0; at + 1 < leaves.length; at += 2) own.push([leaves[at]!, leaves[at + 1]!])
    return [...own, ...(this.array(node['/Kids']) ?? []).flatMap((kid) => this.treeLeaves(kid, leafKey))]
  }
}

/** True for `12 0 R`. */
export function isReference(value: QpdfValue | undefined): value is string {
  return typeof value === 'string' && referencePattern.test(value)
}
