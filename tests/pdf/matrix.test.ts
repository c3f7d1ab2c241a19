import {expect, it} from 'vitest'
import {apply, type Matrix, multiply, translate} from '../../scripts/pdf/matrix.ts'

const scale: Matrix = [2, 0, 0, 3, 0, 0]
const turn: Matrix = [0, 1, -1, 0, 0, 0]
const move: Matrix = [1, 0, 0, 1, 10, 20]

it('moves, scales and turns points', () => {
  expect([apply(move, 1, 2), apply(scale, 1, 2), apply(turn, 1, 2)]).toEqual([[11, 22], [2, 6], [-2, 1]])
})

it('does one transformation after the other', () => {
  for (const [first, second] of [[scale, move], [move, scale], [turn, move]] as const) {
    expect(apply(multiply(first, second), 3, 5)).toEqual(apply(second, ...apply(first, 3, 5)))
  }
})

it('moves before all else', () => {
  expect(translate(scale, 1, 2)).toEqual(multiply([1, 0, 0, 1, 1, 2], scale))
  expect(translate(scale, 0, 0)).toBe(scale)
})
