import type {Matrix} from '../../scripts/pdf/matrix.ts'
import {describe, expect, it} from 'vitest'
import type {ContentItem, TextItem} from '../../scripts/assemble/page-content.ts'
import type {TextRun} from '../../scripts/assemble/read-text-object.ts'
import {type ContentRoles, type RunFont, writeContent} from '../../scripts/assemble/write-content.ts'
import {seededRandom} from '../bench/random.ts'
import {type Operand, readOperations} from '../support/content-stream.ts'

const random = seededRandom(14)
const widthOf = (code: number) => 200 + (code % 7) * 100

/** `F1` and `F2` have two-byte codes, and `F1` a space; `T3` is a Type 3 font. */
function font(name: string): RunFont {
  const space = {font: 'F1', code: 3}
  return {codeBytes: name === 'T3' ? 1 : 2, width: widthOf, text: code => String.fromCharCode(code), space}
}

const roles: ContentRoles = {heightPt: 300, mark: mcid => mcid, artifact: () => 'layout', isSlot: () => false, isShifted: () => false, font}

const run = (codes: readonly number[], given: Partial<TextRun> = {}): TextRun => ({font: 'F1', size: 10, matrix: [1, 0, 0, -1, 0, 0], codes: [...codes], offsets: codes.map((_, i) => (i === 0 ? 0 : NaN)), ...given})
const text = (...runs: TextRun[]): TextItem => ({kind: 'text', runs, matrix: [1, 0, 0, 1, 0, 0], fill: ''})
const state = (operators: string): ContentItem => ({kind: 'state', text: operators})
const paint: ContentItem = {kind: 'paint', text: '0 0 9 9 re\nf\n', image: false, extent: [0, 0, 9, 9]}
const begin = (mcid: number): ContentItem => ({kind: 'begin', mcid})
const end = (mcid: number): ContentItem => ({kind: 'end', mcid})

const write = (items: readonly ContentItem[], given: Partial<ContentRoles> = {}) => writeContent(items, {...roles, ...given})
const operators = (items: readonly ContentItem[], given?: Partial<ContentRoles>) => readOperations(Buffer.from(write(items, given).text, 'latin1'))

/** What the marks around each painted thing say: its id, `artifact`, or nothing. */
function marksOf(items: readonly ContentItem[], given?: Partial<ContentRoles>): string[] {
  const open: string[] = []
  const marks: string[] = []
  for (const {operator, operands} of operators(items, given)) {
    const properties = operands[1] as Record<string, Operand> | undefined
    if (operator === 'BDC') open.push(operands[0] === '/Artifact' ? `artifact ${String(properties?.['/Subtype'] ?? properties?.['/Type'])}` : operands[0] === '/Span' ? 'span' : `mark ${String(properties?.['/MCID'])}`)
    if (operator === 'EMC') expect(open.pop()).toBeDefined()
    if (['f', 'Tj', 'TJ'].includes(operator)) marks.push(open.join(' '))
  }
  expect(open).toEqual([])
  return marks
}

interface Glyph {
  readonly font: string
  readonly code: number
  readonly x: number
  readonly y: number
}

/** Where each glyph is set, by the rules of text positioning (ISO 32000-1, 9.4.4), in the run's own space. */
function glyphs(items: readonly ContentItem[]): Glyph[] {
  const found: Glyph[] = []
  let name = ''
  let size = 0
  let line: Matrix = [1, 0, 0, 1, 0, 0]
  let pen = 0
  const show = (codes: Buffer) => {
    const bytes = font(name).codeBytes
    for (let i = 0; i < codes.length; i += bytes) {
      const code = codes.readUIntBE(i, bytes)
      found.push({font: name, code, x: line[4] + pen * line[0], y: line[5]})
      pen += (widthOf(code) * size) / 1000
    }
  }
  for (const {operator, operands} of operators(items)) {
    if (operator === 'Tf') [name, size] = [String(operands[0]).slice(1), Number(operands[1])]
    else if (operator === 'Tm') [line, pen] = [operands as unknown as Matrix, 0]
    else if (operator === 'Td') [line, pen] = [[...line.slice(0, 4), line[4] + Number(operands[0]) * line[0], line[5]] as unknown as Matrix, 0]
    else if (operator === 'Tj') show(operands[0] as Buffer)
    else if (operator === 'TJ') {
      for (const part of operands[0] as (number | Buffer)[]) {
        if (typeof part === 'number') pen -= (part * size) / 1000
        else show(part)
      }
    }
  }
  return found
}

describe('writeContent: text', () => {
  it('sets every glyph within 1/50 unit of its place, whatever the run', () => {
    for (let i = 0; i < 300; i++) {
      const type3 = random.chance(0.2)
      const size = random.pick([6, 9.333, 12, 16, 24.5, 40])
      const codes = Array.from({length: random.between(1, 30)}, () => random.between(4, type3 ? 255 : 2000))
      let x = 0
      const offsets = codes.map((_, k) => {
        const place = k === 0 ? 0 : x
        x = place + (widthOf(codes[k]!) * size) / 1000 + random.pick([0, 0, 0, 0.004, -0.01, 0.3, -1.2, 25])
        return place
      })
      const matrix: Matrix = [1, 0, 0, -1, random.between(0, 500), random.between(0, 500)]
      const set = glyphs([text(run(codes, {font: type3 ? 'T3' : 'F2', size, offsets, matrix}))])
      expect(set.map(({code}) => code)).toEqual(codes)
      set.forEach((glyph, k) => expect(Math.abs(glyph.x - matrix[4] - offsets[k]!)).toBeLessThanOrEqual(0.0201))
    }
  })

  it('lets glyphs follow each other that were printed as one string', () => {
    const set = glyphs([text(run([7, 8, 9]))])
    expect(set.map(({x}) => Math.round(x))).toEqual([0, 2, 5])
  })

  it('needs one string for a run whose glyphs have their own advance', () => {
    expect(write([text(run([7, 8], {offsets: [0, 2]}))]).text).toContain('<00070008>Tj\n')
  })

  it('puts back the space of a line end without moving anything', () => {
    const codes = (...runs: TextRun[]) => glyphs([text(...runs)]).map(({font, code, x}) => [font, code, Math.round(x)])
    expect(codes(run([7], {spaceAfter: true}), run([8], {matrix: [1, 0, 0, -1, 0, 20]}))).toEqual([['F1', 7, 0], ['F1', 3, 2], ['F1', 8, 0]])
    expect(codes(run([7], {spaceAfter: true, font: 'F2'}))).toEqual([['F2', 7, 0], ['F1', 3, 2]])
    expect(codes(run([7], {spaceAfter: true, font: 'T3'}))).toEqual([['T3', 7, 0], ['F1', 3, 2]])
    expect(codes(run([7], {spaceAfter: true, actualText: 'ff'}))).toEqual([['F1', 7, 0], ['F1', 3, 2]])
  })

  it('goes back to the run’s font after a space in another', () => {
    const set = glyphs([text(run([7], {font: 'F2', spaceAfter: true}), run([8], {font: 'F2'}))])
    expect(set.map(({font}) => font)).toEqual(['F2', 'F1', 'F2'])
  })

  it('tells the space where no font can paint one', () => {
    const spaceless = {font: () => ({codeBytes: 2, width: widthOf, text: (code: number) => String.fromCharCode(code)}) as RunFont}
    const spans = [...operators([text(run([0x41], {spaceAfter: true}))], spaceless)].filter(({operator, operands}) => operator === 'BDC' && operands[0] === '/Span')
    expect(spans.map(({operands}) => (operands[1] as Record<string, Buffer>)['/ActualText']!.toString('hex'))).toEqual(['feff00410020'])
  })

  it('keeps the text that stands for glyphs, with that text alone inside', () => {
    expect(write([text(run([7], {actualText: 'ff'}), run([8]))]).text).toMatch(/\/Span <<\/ActualText <FEFF00660066>>>BDC\n<0007>Tj\nEMC\n/)
  })
})

describe('writeContent: marks', () => {
  it('makes artifacts of all that is in no mark', () => {
    expect(marksOf([paint, begin(0), paint, end(0), paint, text(run([7]))])).toEqual(['artifact /Layout', 'mark 0', 'artifact /Layout', 'artifact /Layout'])
  })

  it('tells heads and feet of the page from other decoration', () => {
    const kinds = ['header', 'header', 'layout', 'footer'] as const
    let next = 0
    expect(marksOf([paint, paint, paint, paint], {artifact: () => kinds[next++]!})).toEqual(['artifact /Header', 'artifact /Header', 'artifact /Layout', 'artifact /Footer'])
  })

  it('gives a ground its box, from the page’s lower left corner', () => {
    expect(write([{kind: 'paint', text: 'f\n', image: false, extent: [0, 0, 400, 100]}, paint], {artifact: item => (item === paint ? 'layout' : 'background')}).text).toMatch(/Background\/BBox\[0 200 400 300\]>>BDC\nf\nEMC\n\/Artifact <<\/Type\/Layout/)
  })

  it('gives marks their new ids, and makes artifacts of those that have none', () => {
    expect(marksOf([begin(4), paint, end(4), begin(7), paint, end(7)], {mark: mcid => (mcid === 7 ? 0 : undefined)})).toEqual(['artifact /Layout', 'mark 0'])
  })

  it('opens one artifact for what stands together', () => {
    expect(write([paint, state('1 w\n'), paint]).text.match(/BDC/g)).toHaveLength(1)
  })

  it('begins and ends on the graphics state it found', () => {
    const written = write([state('q\n'), state('1 0 0 1 5 5 cm\n'), paint, state('Q\n')]).text
    expect(written.startsWith('q\n')).toBe(true)
    expect(written.endsWith('Q\n')).toBe(true)
    let depth = 0
    for (const {operator} of readOperations(Buffer.from(written, 'latin1'))) depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0
    expect(depth).toBe(0)
  })

  it('marks what it is given, whatever the order', () => {
    for (let i = 0; i < 200; i++) {
      const items: ContentItem[] = []
      const expected: string[] = []
      const kept = new Map<number, number>()
      for (let mcid = 0; mcid < 8; mcid++) {
        if (random.chance(0.7)) kept.set(mcid, kept.size)
        for (let k = random.between(0, 2); k > 0; k--) {
          items.push(paint)
          expected.push('artifact /Layout')
        }
        items.push(begin(mcid))
        for (let k = random.between(0, 3); k > 0; k--) {
          items.push(random.pick([paint, text(run([7]))]))
          expected.push(kept.has(mcid) ? `mark ${kept.get(mcid)}` : 'artifact /Layout')
        }
        items.push(end(mcid))
      }
      expect(marksOf(items, {mark: mcid => kept.get(mcid)})).toEqual(expected)
    }
  })
})

describe('writeContent: slots', () => {
  const slot = text(run([7, 7]))

  it('takes slots out, and tells where they stood', () => {
    const {text: written, slotOffsets} = write([begin(0), text(run([8])), slot, end(0)], {isSlot: item => item === slot})
    const at = slotOffsets.get(slot)!
    expect(written).not.toContain('00070007')
    expect(written.slice(0, at)).toMatch(/ET\n$/)
    expect(written.slice(at)).toBe('EMC\nQ\n')
  })

  it('tells the place of a slot in no mark outside of artifacts', () => {
    const {text: written, slotOffsets} = write([paint, slot, paint], {isSlot: item => item === slot})
    const at = slotOffsets.get(slot)!
    expect(written.slice(0, at)).toMatch(/EMC\n$/)
    expect(written.slice(at)).toMatch(/^\/Artifact/)
  })

  it('gives what is moved a graphics state of its own, and tells where the move goes', () => {
    const moved = text(run([8]))
    const {text: written, shiftOffsets} = write([begin(0), slot, moved, paint, end(0)], {isSlot: item => item === slot, isShifted: item => item === moved})
    expect([...shiftOffsets.keys()]).toEqual([moved])
    expect(written.slice(shiftOffsets.get(moved)! - 2)).toMatch(/^q\nBT\n[^Q]*ET\nQ\n0 0 9 9 re/)
  })
})
