import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {Name} from '../../scripts/pdf/objects.ts'
import {decodeStream, readSkiaPdf} from '../../scripts/pdf/read-skia-pdf.ts'
import {readTrueType, uniteTrueType} from '../../scripts/pdf/true-type.ts'
import {seededRandom} from '../bench/random.ts'
import {type Glyph, sfnt, smallTrueType as trueType} from './small-true-type.ts'

const unite = (...programs: readonly Uint8Array[]) => uniteTrueType(programs.map(readTrueType))
const outline = (program: Uint8Array, id: number) => Buffer.from(readTrueType(program).glyph(id)).toString().replace(/\0+$/, '')

function metric(program: Uint8Array, id: number): [advance: number, bearing: number] {
  const bytes = Buffer.from(readTrueType(program).metric(id))
  return [bytes.readUInt16BE(0), bytes.readInt16BE(2)]
}

const notdef: Glyph = {outline: 'box', advance: 500}
const a: Glyph = {outline: 'outline of a', advance: 550, bearing: 20}
const b: Glyph = {outline: 'outline of b, longer', advance: 580, bearing: -5}
const space: Glyph = {outline: '', advance: 250}

describe('readTrueType', () => {
  it.each([false, true])('finds glyphs and metrics (long offsets: %s)', long => {
    const program = trueType({0: notdef, 2: a, 5: b}, {long})
    expect(readTrueType(program).glyphCount).toBe(6)
    expect([0, 1, 2, 5, 6, 99].map(id => outline(program, id))).toEqual(['box', '', a.outline, b.outline, '', ''])
    expect([metric(program, 2), metric(program, 5)]).toEqual([[550, 20], [580, -5]])
  })

  it('gives glyphs at the end the advance they share', () => {
    const program = trueType({0: notdef, 1: {...a, advance: 600}, 2: {...b, advance: 600}}, {metricCount: 2})
    expect(metric(program, 2)).toEqual([600, -5])
  })

  it('reads a program that stands inside other bytes', () => {
    const program = trueType({0: notdef, 1: a})
    const inside = Buffer.concat([Buffer.from('xyz'), program]).subarray(3)
    expect(outline(inside, 1)).toBe(a.outline)
  })

  it('refuses a program without the tables it needs', () => {
    expect(() => readTrueType(sfnt({head: Buffer.alloc(54)}))).toThrow('Unexpected font program without `glyf`, expected a TrueType subset')
  })
})

describe('uniteTrueType', () => {
  it('has every glyph of every subset, with its metrics', () => {
    const united = unite(trueType({0: notdef, 2: a}), trueType({0: notdef, 1: space, 7: b}))
    expect(readTrueType(united).glyphCount).toBe(8)
    expect([0, 1, 2, 3, 7].map(id => outline(united, id))).toEqual(['box', '', a.outline, '', b.outline])
    expect([1, 2, 7].map(id => metric(united, id))).toEqual([[250, 0], [550, 20], [580, -5]])
  })

  it('keeps the advance of a space that another subset left out', () => {
    const withSpace = trueType({0: notdef, 1: space})
    const without = trueType({0: notdef, 2: a})
    expect(metric(unite(withSpace, without), 1)[0]).toBe(250)
    expect(metric(unite(without, withSpace), 1)[0]).toBe(250)
  })

  it('takes outlines for the same that differ in padding only', () => {
    const odd: Glyph = {outline: 'odd', advance: 300}
    const united = unite(trueType({0: notdef, 1: odd}), trueType({0: notdef, 1: odd, 2: a}, {long: true}))
    expect(outline(united, 1)).toBe('odd')
    expect(outline(united, 2)).toBe(a.outline)
  })

  it('can be united once more', () => {
    const united = unite(unite(trueType({0: notdef, 1: a}), trueType({0: notdef, 3: b})), trueType({0: notdef, 2: a}))
    expect([1, 2, 3].map(id => outline(united, id))).toEqual([a.outline, a.outline, b.outline])
  })

  it('refuses subsets that disagree about a glyph', () => {
    expect(() => unite(trueType({1: a}), trueType({1: b}))).toThrow('Unexpected outline of glyph 1, expected the same in every subset of a font')
  })

  it('does not mind different boxes for missing glyphs', () => {
    expect(outline(unite(trueType({0: notdef}), trueType({0: {outline: 'none', advance: 0}, 1: a})), 0)).toBe('box')
  })

  it('keeps the other tables, and leaves its sources as they are', () => {
    const first = trueType({0: notdef, 1: a})
    const before = Buffer.from(first)
    const united = readTrueType(unite(first, trueType({2: b})))
    expect(Buffer.from(united.tables.get('prep')!).toString()).toBe('hint')
    expect(before.equals(first)).toBe(true)
  })

  it('sums up to what OpenType asks for', () => {
    const united = Buffer.from(unite(trueType({0: notdef, 1: a}), trueType({2: b})))
    const sum = (bytes: Buffer) => {
      let total = 0
      for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0
      return total
    }
    expect(sum(united)).toBe(0xb1b0afba)
    const tags: string[] = []
    for (let record = 12; record < 12 + united.readUInt16BE(4) * 16; record += 16) {
      const tag = united.toString('latin1', record, record + 4)
      const table = Buffer.from(united.subarray(united.readUInt32BE(record + 8), united.readUInt32BE(record + 8) + ((united.readUInt32BE(record + 12) + 3) & ~3)))
      if (tag === 'head') table.writeUInt32BE(0, 8)
      expect(sum(table), tag).toBe(united.readUInt32BE(record + 4))
      tags.push(tag)
    }
    expect(tags).toEqual([...tags].sort())
  })

  it('is the whole font again, however it was cut up', () => {
    const random = seededRandom(9)
    const font = Object.fromEntries(
      Array.from({length: 60}, (_, id) => [id, {outline: 'x'.repeat(random.chance(0.2) ? 0 : random.between(1, 30)), advance: random.between(1, 900), bearing: random.between(-50, 50)}])
    )
    for (let i = 0; i < 30; i++) {
      const parts = Array.from({length: random.between(2, 5)}, () => Object.fromEntries(Object.entries(font).filter(([id]) => id === '0' || random.chance(0.4))))
      const united = unite(...parts.map(part => trueType(part, {long: random.chance(0.5)})))
      for (const [id, glyph] of parts.flatMap(part => Object.entries(part))) {
        expect(outline(united, Number(id))).toBe(glyph.outline)
        expect(metric(united, Number(id))).toEqual([glyph.advance, glyph.bearing])
      }
    }
  })
})

it('reads the subsets that Chromium embeds', () => {
  const pdf = readSkiaPdf(readFileSync(new URL('../fixtures/pdf/three-pages.pdf', import.meta.url)))
  const fonts = pdf.dict(pdf.dict(firstPage(pdf)).get('Resources')).get('Font')
  const [font] = [...pdf.dict(fonts).values()].map(pdf.dict)
  const descendant = pdf.dict(pdf.array(font!.get('DescendantFonts'))[0])
  const program = decodeStream(pdf.stream(pdf.dict(descendant.get('FontDescriptor')).get('FontFile2')))
  const read = readTrueType(program)
  const outlined = Array.from({length: read.glyphCount}, (_, id) => id).filter(id => read.glyph(id).length > 0)
  expect(outlined.length).toBeGreaterThan(20)
  const again = readTrueType(uniteTrueType([read, read]))
  for (const id of outlined) expect(Buffer.from(again.glyph(id)).subarray(0, read.glyph(id).length).equals(read.glyph(id))).toBe(true)
})

function firstPage(pdf: ReturnType<typeof readSkiaPdf>) {
  let node = pdf.dict(pdf.dict(pdf.trailer.get('Root')).get('Pages'))
  while ((node.get('Type') as Name).value !== 'Page') node = pdf.dict(pdf.array(node.get('Kids'))[0])
  return node
}
