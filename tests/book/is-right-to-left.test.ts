import {expect, it} from 'vitest'
import {isRightToLeft} from '../../scripts/book/is-right-to-left.ts'

it.each([
  ['ar', true],
  ['ar-SY', true],
  ['fa', true],
  ['he', true],
  ['yi', true],
  ['ur', true],
  ['pa-Arab', true],
  ['ar-Latn', false],
  ['pa', false],
  ['en', false],
  ['zh-Hant', false],
  ['', false],
  ['no language', false]
])('%s: %s', (language, expected) => {
  expect(isRightToLeft(language)).toBe(expected)
})
