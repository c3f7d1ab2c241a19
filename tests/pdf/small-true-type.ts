// Test support: TrueType programs of a few made-up glyphs (OpenType 1.9).

export interface Glyph {
  readonly outline: string
  readonly advance: number
  readonly bearing?: number
}

export interface FontShape {
  /** Offsets of four bytes, outlines not padded. */
  readonly long?: boolean
  /** Glyphs from this id on share the advance of the one before it. */
  readonly metricCount?: number
}

/** A program with these glyphs under their ids, and as many glyphs as the highest id needs; all others are empty. */
export function smallTrueType(glyphs: Readonly<Record<number, Glyph>>, {long = false, metricCount}: FontShape = {}): Uint8Array {
  const count = Math.max(0, ...Object.keys(glyphs).map(Number)) + 1
  const ids = Array.from({length: count}, (_, id) => id)
  const outlines = ids.map(id => Buffer.from(glyphs[id]?.outline ?? '')).map(bytes => (long ? bytes : Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)])))
  const loca = Buffer.alloc((count + 1) * (long ? 4 : 2))
  let offset = 0
  for (const id of [...ids, count]) {
    if (long) loca.writeUInt32BE(offset, id * 4)
    else loca.writeUInt16BE(offset / 2, id * 2)
    offset += outlines[id]?.length ?? 0
  }
  const metrics = metricCount ?? count
  const hmtx = Buffer.alloc(metrics * 4 + (count - metrics) * 2)
  for (const id of ids) {
    if (id < metrics) hmtx.writeUInt16BE(glyphs[id]?.advance ?? 0, id * 4)
    hmtx.writeInt16BE(glyphs[id]?.bearing ?? 0, id < metrics ? id * 4 + 2 : metrics * 4 + (id - metrics) * 2)
  }
  const head = Buffer.alloc(54)
  head.writeInt16BE(long ? 1 : 0, 50)
  const maxp = Buffer.alloc(32)
  maxp.writeUInt16BE(count, 4)
  const hhea = Buffer.alloc(36)
  hhea.writeUInt16BE(metrics, 34)
  return sfnt({glyf: Buffer.concat(outlines), head, hhea, hmtx, loca, maxp, prep: Buffer.from('hint')})
}

/** A program of these tables. */
export function sfnt(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables)
  const head = Buffer.alloc(12 + entries.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(entries.length, 4)
  let offset = head.length
  entries.forEach(([tag, bytes], i) => {
    head.write(tag, 12 + i * 16, 'latin1')
    head.writeUInt32BE(offset, 20 + i * 16)
    head.writeUInt32BE(bytes.length, 24 + i * 16)
    offset += bytes.length
  })
  return Buffer.concat([head, ...entries.map(([, bytes]) => bytes)])
}
