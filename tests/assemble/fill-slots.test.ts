import {describe, expect, it} from 'vitest'
import {fillSlots, fitsSlot} from '../../scripts/assemble/fill-slots.ts'
import type {LineShift, ReferenceSlot} from '../../scripts/assemble/printed-unit.ts'
import {Typesetter} from '../../scripts/assemble/typesetter.ts'
import {faceOf} from '../../scripts/assemble/unite-fonts.ts'
import {hexOf, smallPage, specimen} from './small-printed-unit.ts'

const typesetter = new Typesetter(specimen)
const face = faceOf(specimen.fonts[0]!)

/** A slot of zeros, each 6 units wide. */
const slot = (anchor: string, offset: number, zeros = '000', given: Partial<ReferenceSlot> = {}): ReferenceSlot => ({
  anchor,
  offset,
  font: 'F1',
  text: zeros,
  size: 12,
  matrix: [1, 0, 0, -1, 50, 100],
  width: zeros.length * 6,
  align: 'start',
  unitPt: 0.75,
  ...given
})

const fill = (content: string, slots: readonly ReferenceSlot[], shifts: readonly LineShift[] = [], labels: Readonly<Record<string, string>> = {}) =>
  fillSlots(Buffer.from(content), smallPage('', {slots, shifts}).page as never, anchor => labels[anchor] ?? anchor, typesetter, () => face).toString('latin1')

const set = (x: number, label: string) => `BT\n/F1 12 Tf\n1 0 0 -1 ${x} 100 Tm\n<${hexOf(label)}>Tj\nET\n`

describe('fillSlots', () => {
  it('writes labels at the offsets of their slots', () => {
    expect(fill('before|between|after', [slot('12', 7), slot('345', 15)])).toBe(`before|${set(50, '12')}between|${set(50, '345')}after`)
  })

  it('sets labels flush with the start, the end or the middle of their slot', () => {
    expect(fill('', [slot('1', 0)])).toBe(set(50, '1'))
    expect(fill('', [slot('1', 0, '000', {align: 'end'})])).toBe(set(62, '1'))
    expect(fill('', [slot('1', 0, '000', {align: 'center'})])).toBe(set(56, '1'))
  })

  it('moves what is behind a narrow number up to it', () => {
    expect(fill('a b c', [slot('1', 2)], [{offset: 4, slots: [0]}])).toBe(`a ${set(50, '1')}b 1 0 0 1 -12 0 cm\nc`)
  })

  it('moves by all numbers before, and a slot before its own number is set', () => {
    const slots = [slot('1', 1), slot('22', 2)]
    expect(fill('abcd', slots, [{offset: 2, slots: [0]}, {offset: 3, slots: [0, 1]}])).toBe(`a${set(50, '1')}b1 0 0 1 -12 0 cm\n${set(50, '22')}c1 0 0 1 -18 0 cm\nd`)
  })

  it('moves nothing where the number is as wide as its slot', () => {
    expect(fill('ab', [slot('123', 0)], [{offset: 1, slots: [0]}])).toBe(`${set(50, '123')}ab`)
  })

  it('refuses a label that is wider than its slot', () => {
    expect(() => fill('', [slot('1234', 0)])).toThrow('Unexpected page number `1234`, expected one no wider than `000`')
  })
})

describe('fitsSlot', () => {
  it('measures the label in the slot’s face and size', () => {
    expect(['1', '123', '1234', 'xiv'].map(label => fitsSlot(slot('x', 0), label, face, typesetter))).toEqual([true, true, false, true])
  })
})
