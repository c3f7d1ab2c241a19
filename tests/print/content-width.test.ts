import {expect, test} from 'vitest'
import {contentWidthPx, type PageRule} from '../../scripts/print/content-width.ts'

function rule(selector: string, size = '', marginLeft = '', marginRight = ''): PageRule {
  return {selector, size, marginLeft, marginRight}
}

test.each<[string, PageRule[], number]>([
  ['US Letter with Chromium’s margins when nothing is declared', [], 816 - 2 * 38.4],
  ['paper by name', [rule('', 'a4', '1cm', '1cm')], (210 - 20) / 25.4 * 96],
  ['paper on its side by measures', [rule('', '11in 8.5in', '1in', '1in')], 9 * 96],
  ['later rules first', [rule('', 'letter', '1in', '1in'), rule('', '', '2in', '')], 5.5 * 96],
  ['the narrower of two sides', [rule('', 'letter', '1in', '1in'), rule(':left', '', '2in', ''), rule(':right', '', '', '1.5in')], 5.5 * 96],
  ['a named page before every page, whatever their order', [rule('cover', '', '0px', '0px'), rule('', 'letter', '1in', '1in')], 8.5 * 96],
  ['margins in percent of the paper', [rule('', 'letter', '10%', '10%')], 816 * 0.8]
])('%s', (_, rules, widthPx) => {
  expect(contentWidthPx(rules)).toBeCloseTo(widthPx, 5)
})
