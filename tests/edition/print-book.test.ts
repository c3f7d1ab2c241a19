// What printing a book says of prints that are not as they should be; the prints are made by hand and lie in the cache.

import {describe, expect, it} from 'vitest'
import {encodePrintedUnit, type PrintedUnit} from '../../scripts/assemble/printed-unit.ts'
import type {BuildOptions, BuildWorld} from '../../scripts/edition/build.ts'
import {printBook, startRun} from '../../scripts/edition/print-book.ts'
import {startTimings} from '../../scripts/edition/timings.ts'
import type {Printer} from '../../scripts/print/open-printer.ts'
import type {Renderer} from '../../scripts/render/create-renderer.ts'
import type {Unit} from '../../scripts/render/unit.ts'
import {smallPage, smallUnit, specimen} from '../assemble/small-printed-unit.ts'

const options: BuildOptions = {profile: 'print', paper: 'letter', formats: ['pdf'], jobs: 1, strict: false, keepGoing: false}
const place = {file: 'sections/a.md', line: 3, column: 1}

function unit(id: string, html: string): Unit {
  return {id, title: id, html, assets: [], start: 'next', numbering: 'arabic', headings: [], blocks: {b: {kind: 'paragraph', place}}, anchors: ['far'], references: []}
}

/** Prints a book of one unit; `prints` gives what its print is in each round. */
function printOne(prints: (round: number) => PrintedUnit): ReturnType<typeof printBook> {
  let round = 0
  const renderer = {
    messages: [],
    plans: [{id: 'a', title: 'A', start: 'next', numbering: 'arabic', characters: 10, anchors: [{id: 'far', at: 0}]}],
    renderUnit: (_plan: unknown, labelOf: (anchor: string) => string | undefined) => unit('a', `<p>${labelOf('far') ?? ''}</p>`),
    specimen: () => unit('specimen', ''),
    assets: new Map(),
    outline: []
  } as unknown as Renderer
  let isSpecimen = true
  const cache = {
    get() {
      if (!isSpecimen) return encodePrintedUnit(prints(++round))
      isSpecimen = false
      return encodePrintedUnit(specimen)
    },
    put: () => undefined,
    failures: 0,
    prune: () => undefined
  }
  const world = {cache, program: 'test', chromiumVersion: async () => '1', signal: new AbortController().signal, onProgress: () => undefined} as unknown as BuildWorld
  const printer = Promise.resolve({findOverflow: () => Promise.resolve([])} as unknown as Printer)
  return printBook(renderer, printer, options, world, startRun(startTimings()))
}

/** A unit that refers to its own page 10, then 100, and so on, always one figure more than there is room for. */
function growing(round: number): PrintedUnit {
  const slot = {font: 'F1', text: '0'.repeat(round), codes: [], size: 12, matrix: [1, 0, 0, 1, 36, 250], width: 1, unitPt: 1, align: 'start', anchor: 'far', offset: 0} as const
  const printed = smallUnit('a', [smallPage('1', {slots: [slot]})])
  const [page] = printed.pages
  return {...printed, pages: [page!, ...Array.from({length: 10 ** round}, () => ({...page!, slots: []}))], anchors: [{id: 'far', page: 10 ** round - 1, xPt: 0, yPt: 0}]}
}

describe('printBook', () => {
  it('gives up on page numbers that grow with every round, and names what they refer to', async () => {
    const printed = await printOne(growing)
    const {diagnostics} = printed
    expect(printed).not.toHaveProperty('pageMap')
    expect(diagnostics.map(({ruleId, reason}) => [ruleId, reason])).toEqual([
      ['page-numbers-unsettled', 'Unexpected page numbers that grow with every round, expected them to settle in 5']
    ])
    expect(diagnostics[0]!.note).toContain('`far`')
  })

  it('leads a link that was printed without an area, and a picture that was not, back to their line', async () => {
    const {diagnostics} = await printOne(() => ({
      ...smallUnit('a', [smallPage('1')]),
      anchors: [{id: 'far', page: 0, xPt: 0, yPt: 0}],
      faults: [{kind: 'link-unprinted', detail: 'words', block: 'b'}, {kind: 'picture-unprinted', detail: 'A square', block: 'b'}]
    }))
    expect(diagnostics.map(({ruleId, file, line, reason}) => [ruleId, file, line, reason])).toEqual([
      ['link-lost', 'sections/a.md', 3, 'Unexpected link `words` that leads nowhere in print'],
      ['picture-lost', 'sections/a.md', 3, 'Unexpected picture `A square` that is not in print']
    ])
  })
})
