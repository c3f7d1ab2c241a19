// Model 2: a PDF 1.7 file from objects (ISO 32000-1, 7.5), with object streams and a cross-reference stream.

import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'

/** Collects objects and gives them numbers; text objects are packed into object streams, in the order they were added. */
export class PdfWriter {
  private readonly chunks: Uint8Array[] = []
  private readonly hash = createHash('sha256')
  private length = 0
  /** By object number: an offset in the file, or an object stream and a place in it. */
  private readonly entries: ({offset: number} | {stream: number; place: number})[] = [{offset: 0}]
  private pending: {number: number; text: string}[] = []

  constructor() {
    this.push(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))
  }

  /** A number for an object that is added later. */
  reserve(): number {
    return this.entries.push({offset: 0}) - 1
  }

  /** Adds an object as PDF text in Latin-1, and returns its number. */
  add(text: string, number = this.reserve()): number {
    this.pending.push({number, text})
    if (this.pending.length === 200) this.flush()
    return number
  }

  /** Adds a stream whose bytes are filtered already; `dict` is the inside of its dictionary. */
  addStream(dict: string, bytes: Uint8Array, number = this.reserve()): number {
    this.entries[number] = {offset: this.length}
    this.push(Buffer.from(`${number} 0 obj\n<<${dict}/Length ${bytes.length}>>\nstream\n`, 'latin1'))
    this.push(bytes)
    this.push(Buffer.from('\nendstream\nendobj\n', 'latin1'))
    return number
  }

  /** Adds a stream and deflates it. */
  addDeflated(dict: string, bytes: Uint8Array, number = this.reserve()): number {
    return this.addStream(`${dict}/Filter/FlateDecode`, deflateSync(bytes), number)
  }

  /**
   * The whole file; its id is the hash of all that comes before, so that the same objects make the same file (14.4).
   * Throws when a reserved object was never added.
   */
  finish(root: number, info: number): Uint8Array {
    this.flush()
    const lost = this.entries.findIndex((entry, number) => number > 0 && 'offset' in entry && entry.offset === 0)
    if (lost > 0) throw new Error(`Unexpected object ${lost} without content, expected every reserved object to be added`)
    const number = this.reserve()
    const start = this.length
    this.entries[number] = {offset: start}
    const rows = Buffer.alloc(this.entries.length * 7)
    this.entries.forEach((entry, i) => {
      const row = i * 7
      if ('stream' in entry) {
        rows[row] = 2
        rows.writeUInt32BE(entry.stream, row + 1)
        rows.writeUInt16BE(entry.place, row + 5)
      } else if (i > 0) {
        rows[row] = 1
        rows.writeUInt32BE(entry.offset, row + 1)
      } else rows.writeUInt16BE(0xffff, 5)
    })
    const id = this.hash.copy().digest('hex').slice(0, 32).toUpperCase()
    this.addStream(
      `/Type/XRef/Size ${this.entries.length}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]/Filter/FlateDecode`,
      deflateSync(rows),
      number
    )
    this.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
    return Buffer.concat(this.chunks, this.length)
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const stream = this.reserve()
    let head = ''
    let body = ''
    this.pending.forEach(({number, text}, place) => {
      head += `${number} ${body.length} `
      body += text + '\n'
      this.entries[number] = {stream, place}
    })
    const dict = `/Type/ObjStm/N ${this.pending.length}/First ${head.length}`
    this.pending = []
    this.addDeflated(dict, Buffer.from(head + body, 'latin1'), stream)
  }

  private push(bytes: Uint8Array): void {
    this.chunks.push(bytes)
    this.hash.update(bytes)
    this.length += bytes.length
  }
}
