// Model 2: TrueType font programs, as far as uniting the subsets of one font needs (OpenType 1.9: head, maxp, loca, glyf, hhea, hmtx).

/** One subset's program, its glyphs addressed by glyph id. */
export interface TrueType {
  readonly tables: ReadonlyMap<string, Uint8Array>
  readonly glyphCount: number
  /** Outline of a glyph; empty for a glyph without one, or left out of the subset. */
  glyph(id: number): Uint8Array
  /** Advance and left side bearing of a glyph, four bytes as in `hmtx`. */
  metric(id: number): Uint8Array
}

const none = new Uint8Array(0)

/** Bytes of a TrueType program as its tables and glyphs. Throws when a table that a subset needs is missing. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    const offset = view.getUint32(record + 8)
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(record + 12)))
  }
  const glyf = table(tables, 'glyf')
  const loca = dataView(table(tables, 'loca'))
  const long = dataView(table(tables, 'head')).getInt16(50) === 1
  const glyphCount = dataView(table(tables, 'maxp')).getUint16(4)
  const hmtx = table(tables, 'hmtx')
  const metricCount = dataView(table(tables, 'hhea')).getUint16(34)
  const offsetOf = (id: number) => (long ? loca.getUint32(id * 4) : loca.getUint16(id * 2) * 2)
  return {
    tables,
    glyphCount,
    glyph: id => (id < glyphCount ? glyf.subarray(offsetOf(id), offsetOf(id + 1)) : none),
    metric(id) {
      if (id < metricCount) return hmtx.subarray(id * 4, id * 4 + 4)
      const last = hmtx.subarray(metricCount * 4 - 4, metricCount * 4 - 2)
      const bearing = metricCount * 4 + (id - metricCount) * 2
      return Uint8Array.of(last[0]!, last[1]!, hmtx[bearing] ?? 0, hmtx[bearing + 1] ?? 0)
    }
  }
}

/**
 * Subsets of one font that kept the font's glyph ids, as one program with every glyph any of them has.
 * Throws when two subsets disagree about a glyph, which means that they come from different fonts.
 */
export function uniteTrueType(subsets: readonly TrueType[]): Uint8Array {
  const first = subsets[0]!
  const glyphCount = Math.max(...subsets.map(subset => subset.glyphCount))
  const glyphs: Uint8Array[] = new Array<Uint8Array>(glyphCount).fill(none)
  const hmtx = new Uint8Array(glyphCount * 4)
  for (const subset of subsets) {
    for (let id = 0; id < subset.glyphCount; id++) {
      const glyph = subset.glyph(id)
      const known = glyphs[id]!
      if (known.length === 0) {
        glyphs[id] = glyph
        const metric = subset.metric(id)
        if (glyph.length > 0 || metric[0] || metric[1]) hmtx.set(metric, id * 4)
      } else if (id > 0 && glyph.length > 0 && !isSameOutline(known, glyph)) {
        throw new Error(`Unexpected outline of glyph ${id}, expected the same in every subset of a font`)
      }
    }
  }
  const loca = new DataView(new ArrayBuffer((glyphCount + 1) * 4))
  let length = 0
  glyphs.forEach((glyph, id) => {
    loca.setUint32(id * 4, length)
    length += (glyph.length + 3) & ~3
  })
  loca.setUint32(glyphCount * 4, length)
  const glyf = new Uint8Array(length)
  glyphs.forEach((glyph, id) => glyf.set(glyph, loca.getUint32(id * 4)))

  const tables = new Map([...first.tables].map(([tag, bytes]) => [tag, Uint8Array.from(bytes)]))
  tables.set('glyf', glyf)
  tables.set('loca', new Uint8Array(loca.buffer))
  tables.set('hmtx', hmtx)
  dataView(table(tables, 'head')).setInt16(50, 1)
  dataView(table(tables, 'head')).setUint32(8, 0)
  dataView(table(tables, 'maxp')).setUint16(4, glyphCount)
  dataView(table(tables, 'hhea')).setUint16(34, glyphCount)
  return writeTrueType(tables)
}

function writeTrueType(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort()
  const headerLength = 12 + tags.length * 16
  const total = tags.reduce((sum, tag) => sum + ((tables.get(tag)!.length + 3) & ~3), headerLength)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  const power = 2 ** Math.floor(Math.log2(tags.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tags.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, tags.length * 16 - power * 16)
  let offset = headerLength
  tags.forEach((tag, i) => {
    const table = tables.get(tag)!
    const padded = (table.length + 3) & ~3
    bytes.set(table, offset)
    const record = 12 + i * 16
    for (let c = 0; c < 4; c++) bytes[record + c] = tag.charCodeAt(c)
    view.setUint32(record + 4, checksum(view, offset, padded))
    view.setUint32(record + 8, offset)
    view.setUint32(record + 12, table.length)
    offset += padded
  })
  const head = view.getUint32(12 + tags.indexOf('head') * 16 + 8)
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, total)) >>> 0)
  return bytes
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

function table(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const found = tables.get(tag)
  if (!found) throw new Error(`Unexpected font program without \`${tag}\`, expected a TrueType subset`)
  return found
}

function dataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Outlines are padded with zeros where offsets count in twos or fours. */
function isSameOutline(a: Uint8Array, b: Uint8Array): boolean {
  const length = Math.min(a.length, b.length)
  const rest = a.length > b.length ? a.subarray(length) : b.subarray(length)
  return rest.length < 4 && rest.every(byte => byte === 0) && Buffer.compare(a.subarray(0, length), b.subarray(0, length)) === 0
}
