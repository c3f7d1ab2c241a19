import {expect, test} from 'vitest'
import {runLength} from '../../scripts/assemble/run-length.ts'

test.each([
  ['each glyph with its place', [0, 6, 14], 18],
  ['glyphs that follow one another', [0, NaN, NaN], 12],
  ['a last word in one piece', [0, 20, NaN], 28],
  ['nothing', [], 0]
])('of %s', (_, offsets, length) => {
  expect(runLength({codes: offsets.map(() => 7), offsets, size: 8}, () => 500)).toBe(length)
})
