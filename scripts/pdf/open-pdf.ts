// Model 2: any PDF, from wherever it comes, opened for reading.
//
// Files from elsewhere come encrypted, compressed, patched and broken in every way, so a library reads them; this is the only file that knows
// it. It takes a third of a second to load, which is why our own prints go through `read-skia-pdf.ts`.

import {inflateSync} from 'node:zlib'
import {PDF, PdfArray, PdfBool, PdfDict, PdfName, PdfNull, PdfNumber, type PdfObject as LibraryObject, PdfRef, PdfStream, PdfString as LibraryString} from '@libpdf/core'
import {type Dict, Name, type PdfObject, PdfString, Ref, Stream} from './objects.ts'
import {decodeAnyText} from './text-string.ts'

/** A PDF's objects. A value that is missing, or of another type than asked for, reads as nothing or as empty. */
export interface PdfFile {
  /** Of the header, such as `1.7`. */
  readonly version: string
  readonly catalog: Dict
  readonly title: string | undefined
  readonly author: string | undefined
  /** An object with any reference to it followed; null when there is none. */
  resolve(object: PdfObject | undefined): PdfObject
  /** A dictionary, its own or a stream's. */
  dict(object: PdfObject | undefined): Dict
  array(object: PdfObject | undefined): readonly PdfObject[]
  name(object: PdfObject | undefined): string | undefined
  number(object: PdfObject | undefined): number | undefined
  /** A text string as text (7.9.2.2). */
  text(object: PdfObject | undefined): string | undefined
  /** A stream's bytes with its filters undone. */
  bytes(object: PdfObject | undefined): Uint8Array
}

/** The bytes of a stream that is deflated and nothing else, which Node undoes several times as fast as the library. */
function inflated({dict, bytes}: Stream): Uint8Array | undefined {
  const filter = dict.get('Filter')
  if (!(filter instanceof Name) || filter.value !== 'FlateDecode' || dict.has('DecodeParms')) return undefined
  try {
    return inflateSync(bytes, {maxOutputLength: mostBytes})
  } catch {
    return undefined
  }
}

/** No stream of a page that people read is longer; a few bytes can be deflated from as many as one likes. */
const mostBytes = 2 ** 28

/**
 * In a broken array the library (@libpdf/core 0.4.2) takes a stray `)` for a word, which it does not know, so for null, and then takes it again, until the
 * memory is full. No object that is whole has so many nulls. `hostile-files.test.ts` has such a file.
 */
const mostNulls = 1_000_000
let nullsLeft = Infinity
const {instance: theNull} = PdfNull
Object.defineProperty(PdfNull, 'instance', {
  get() {
    if (--nullsLeft < 0) throw new Error('Unexpected array without an end')
    return theNull
  }
})

/** Opens a file; rejects when it is no PDF, or needs a password. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  nullsLeft = mostNulls
  const pdf = await PDF.load(bytes).finally(() => (nullsLeft = Infinity))
  if (pdf.isEncrypted && !pdf.isAuthenticated) throw new Error('Unexpected file with a password, expected one that everybody can open')
  const generations = new Map<number, number>()
  const streams = new WeakMap<Stream, PdfStream>()
  const resolved = new Map<number, PdfObject>()

  const convert = (object: LibraryObject): PdfObject => {
    if (object instanceof PdfNumber || object instanceof PdfBool) return object.value
    if (object instanceof PdfName) return new Name(object.value)
    if (object instanceof LibraryString) return new PdfString(Buffer.from(object.bytes).toString('latin1'))
    if (object instanceof PdfArray) return object.toArray().map(convert)
    if (object instanceof PdfStream) {
      const stream = new Stream(convertDict(object), object.data)
      streams.set(stream, object)
      return stream
    }
    if (object instanceof PdfDict) return convertDict(object)
    if (!(object instanceof PdfRef)) return null
    generations.set(object.objectNumber, object.generation)
    return new Ref(object.objectNumber)
  }
  const convertDict = (dict: PdfDict): Dict => new Map([...dict].map(([key, value]) => [key.value, convert(value)]))
  const resolve = (object: PdfObject | undefined, depth = 0): PdfObject => {
    if (!(object instanceof Ref)) return object ?? null
    const known = resolved.get(object.number)
    if (known !== undefined) return known
    const found = getObject(object.number)
    const value = found && depth < 32 ? resolve(convert(found), depth + 1) : null
    resolved.set(object.number, value)
    return value
  }
  const getObject = (number: number) => {
    nullsLeft = mostNulls
    try {
      return pdf.getObject(PdfRef.of(number, generations.get(number) ?? 0))
    } finally {
      nullsLeft = Infinity
    }
  }
  const dict = (object: PdfObject | undefined): Dict => {
    const value = resolve(object)
    if (value instanceof Stream) return value.dict
    return value instanceof Map ? value : new Map<string, PdfObject>()
  }
  return {
    version: pdf.version,
    catalog: convertDict(pdf.getCatalog()),
    title: pdf.getTitle(),
    author: pdf.getAuthor(),
    resolve: object => resolve(object),
    dict,
    array(object) {
      const value = resolve(object)
      return Array.isArray(value) ? (value as readonly PdfObject[]) : []
    },
    name(object) {
      const value = resolve(object)
      return value instanceof Name ? value.value : undefined
    },
    number(object) {
      const value = resolve(object)
      return typeof value === 'number' ? value : undefined
    },
    text(object) {
      const value = resolve(object)
      return value instanceof PdfString ? decodeAnyText(value.bytes) : undefined
    },
    bytes(object) {
      const value = resolve(object)
      if (!(value instanceof Stream)) return new Uint8Array()
      return inflated(value) ?? streams.get(value)?.getDecodedData() ?? new Uint8Array()
    }
  }
}
