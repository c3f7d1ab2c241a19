// Assemble: objects that units share, such as images, written once.

import type {PdfWriter} from '../pdf/write-pdf.ts'
import type {PrintedUnit} from './printed-unit.ts'

/** Adds the shared objects of all units; returns their object numbers by hash. */
export function addShared(writer: PdfWriter, units: readonly PrintedUnit[]): Map<string, number> {
  const numbers = new Map<string, number>()
  const objects = units.flatMap(({shared, blobs}) => shared.map(object => ({...object, blobs})))
  const fresh = objects.filter(({hash}) => {
    if (numbers.has(hash)) return false
    numbers.set(hash, writer.reserve())
    return true
  })
  for (const {hash, text, stream, blobs} of fresh) {
    const resolved = withReferences(text, numbers)
    if (stream === undefined) writer.add(resolved, numbers.get(hash))
    else writer.addStream(resolved.slice(2, -2), blobs[stream]!, numbers.get(hash))
  }
  return numbers
}

/** PDF text with the references to shared objects put in, which stand there as `@hash@`. */
export function withReferences(text: string, numbers: ReadonlyMap<string, number>): string {
  return text.replace(/@([0-9a-f]{32})@/g, (_, hash: string) => `${numbers.get(hash)} 0 R`)
}
