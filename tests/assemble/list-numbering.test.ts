import {expect, it} from 'vitest'
import {listNumbering} from '../../scripts/assemble/list-numbering.ts'
import {formatRoman} from '../../scripts/pdf/page-labels.ts'

it.each<[string, string[], string | undefined]>([
  ['decimals', ['1. ', '2. ', '3. '], 'Decimal'],
  ['decimals that start or count as they please', ['10)', '9)', '20)'], 'Decimal'],
  ['small letters', ['a. ', 'b. ', 'c. '], 'LowerAlpha'],
  ['letters past the alphabet', ['y.', 'z.', 'aa.', 'ab.'], 'LowerAlpha'],
  ['capital letters', ['C.', 'D.'], 'UpperAlpha'],
  ['letters that are numerals as well', ['c.', 'd.'], 'LowerAlpha'],
  ['small numerals', ['i. ', 'ii. ', 'iii. ', 'iv. '], 'LowerRoman'],
  ['capital numerals', ['V.', 'VI.'], 'UpperRoman'],
  ['numerals that count down', ['iii.', 'ii.', 'i.'], 'LowerRoman'],
  ['a single numeral', ['i.'], 'LowerRoman'],
  ['a single letter', ['a.'], 'LowerAlpha'],
  ['long rows of numerals', Array.from({length: 300}, (_, i) => `${formatRoman(i + 1)}.`), 'LowerRoman'],
  ['letters painted from right to left', ['. c', '. d'], 'LowerAlpha'],
  ['numbers painted from right to left', ['.1', '.2'], 'Decimal'],
  ['bullets', ['\u2022', '\u2022'], undefined],
  ['letters in no order', ['a.', 'c.'], undefined],
  ['words', ['First', 'Second'], undefined],
  ['labels without words', ['', ''], undefined],
  ['no labels', [], undefined]
])('tells %s', (_, labels, numbering) => {
  expect(listNumbering(labels)).toBe(numbering)
})
