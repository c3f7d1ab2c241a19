import {describe, expect, it} from 'vitest'
import {decodePrintedUnit, encodePrintedUnit, type PrintedUnit, type StructElement} from '../../scripts/assemble/printed-unit.ts'
import {seededRandom} from '../bench/random.ts'

const random = seededRandom(13)
const many = <Thing>(most: number, make: (index: number) => Thing): Thing[] => Array.from({length: random.between(0, most)}, (_, index) => make(index))
const word = () => random.pick(['office', 'Café', '😀', '漢字', 'a"b\\c\n', '\u2028', ''])
const number = () => random.pick([0, -1.5, 612.24, 1e-5, random.next()])

function randomElement(depth: number): StructElement {
  return {
    role: random.pick(['P', 'H1', 'Link']),
    kids: many(3, () => (depth > 3 || random.chance(0.5) ? random.pick([{page: 1, mcid: 2}, {page: 0, link: 3}]) : randomElement(depth + 1))),
    ...(random.chance(0.3) ? {lang: 'fr', alt: word(), bbox: [1, 2, 3, 4], attributes: ['<</O/Table>>']} : {})
  }
}

function randomUnit(): PrintedUnit {
  return {
    id: word(),
    pages: many(3, () => ({
      widthPt: number(),
      heightPt: number(),
      content: [0, 0],
      open: 0,
      slots: many(2, () => ({font: 'F1', text: '00', size: 12, matrix: [1, 0, 0, 1, number(), number()], width: number(), align: 'end', anchor: word(), offset: 9, unitPt: 0.75})),
      shifts: [],
      fonts: [['F1', 0]],
      resources: [['XObject', '/X1 @abc@']],
      links: many(2, () => ({rect: [1, 2, 3, 4], anchor: word(), contents: word()})),
      marks: 4
    })),
    structure: many(4, () => randomElement(0)),
    anchors: many(3, () => ({id: word(), page: 0, xPt: number(), yPt: number()})),
    fonts: many(2, () => ({name: word(), descriptor: '<<>>', widths: [[3, number()]], texts: [[3, word()]], program: 0, hash: 'h'})),
    shared: [],
    faults: many(2, () => ({kind: 'text-lost', detail: word()})),
    layout: many(2, () => ({kind: 'line-alone', page: number()})),
    blobs: many(4, () => Uint8Array.from(many(300, () => random.between(0, 255))))
  }
}

const plain = (unit: PrintedUnit) => ({...unit, blobs: unit.blobs.map(blob => [...blob])})

describe('a printed unit as bytes', () => {
  it('is the same unit again', () => {
    for (let i = 0; i < 200; i++) {
      const unit = randomUnit()
      expect(plain(decodePrintedUnit(encodePrintedUnit(unit)))).toEqual(plain(unit))
    }
  })

  it('may stand inside other bytes', () => {
    const unit = {...randomUnit(), blobs: [Uint8Array.of(1, 2, 3), Uint8Array.of(4)]}
    const inside = Buffer.concat([Buffer.from('before'), encodePrintedUnit(unit)]).subarray(6)
    expect(plain(decodePrintedUnit(inside))).toEqual(plain(unit))
  })

  it('is the same bytes for the same unit', () => {
    const unit = randomUnit()
    expect(encodePrintedUnit(unit)).toEqual(encodePrintedUnit(structuredClone(unit)))
  })

  it('is refused when it is cut short or runs on', () => {
    const bytes = encodePrintedUnit({...randomUnit(), blobs: [Uint8Array.of(1, 2, 3), Uint8Array.of(4)]})
    for (const length of [0, 3, 4, 20, bytes.length - 1]) expect(() => decodePrintedUnit(bytes.subarray(0, length)), String(length)).toThrow()
    expect(() => decodePrintedUnit(Buffer.concat([bytes, Buffer.of(0)]))).toThrow('Unexpected length of a printed unit')
  })

  it('is refused when it is something else', () => {
    expect(() => decodePrintedUnit(Buffer.from('%PDF-1.7 and some more bytes'))).toThrow()
  })
})
