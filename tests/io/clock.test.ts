import {expect, test} from 'vitest'
import {sourceDate} from '../../scripts/io/clock.ts'

test.each([
  [undefined, '2000-01-01T00:00:00.000Z'],
  ['', '2000-01-01T00:00:00.000Z'],
  ['0', '1970-01-01T00:00:00.000Z'],
  ['1764000000', '2025-11-24T16:00:00.000Z']
])('SOURCE_DATE_EPOCH %j is %s', (seconds, date) => {
  expect(sourceDate({SOURCE_DATE_EPOCH: seconds}).toISOString()).toBe(date)
})

test.each(['yesterday', '-1', '1.5', '1e99', '99999999999999999'])('SOURCE_DATE_EPOCH %j is refused', seconds => {
  expect(() => sourceDate({SOURCE_DATE_EPOCH: seconds})).toThrow(RangeError)
})
