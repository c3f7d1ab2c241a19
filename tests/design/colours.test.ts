// Design: the colours of the tokens can be read, by day, by night, and in grey.

import {describe, expect, test} from 'vitest'
import {contrastRatio, luminance, parseHex, type Rgb} from '../support/contrast.ts'
import {blockAfter, readStyleSheets, readTokens} from '../support/style-sheets.ts'

const sheets = readStyleSheets()
const day = readTokens(sheets.get('tokens.css') ?? '')
const night = new Map([...day, ...readTokens(blockAfter(sheets.get('screen.css') ?? '', 'prefers-color-scheme: dark'))])

const tints = ['--accent-tint', '--sun-tint', '--leaf-tint', '--brick-tint']

/** Text colour, its ground, and the least ratio between them. */
const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ['--ink', '--paper', 7],
  ['--ink-soft', '--paper', 7],
  ['--accent', '--paper', 7],
  ...tints.map(tint => ['--ink', tint, 7] as const),
  ['--accent', '--accent-tint', 4.5],
  ['--brick', '--paper', 4.5],
  ['--brick', '--brick-tint', 4.5],
  ['--leaf', '--leaf-tint', 4.5],
  ['--on-accent', '--accent', 4.5],
  ['--on-accent', '--leaf', 4.5],
  ['--on-accent', '--brick', 4.5],
  ['--on-accent', '--ink-soft', 4.5],
  ['--on-panel', '--panel', 7],
  ['--rule', '--paper', 3],
  ...['--accent', '--leaf', '--brick'].map(outline => [outline, '--paper', 3] as const)
]

describe.each([
  ['day', day],
  ['night', night]
])('by %s', (_, tokens) => {
  test.each(pairs)('%s on %s reaches %d', (text, ground, least) => {
    expect(contrastRatio(colour(tokens, text), colour(tokens, ground))).toBeGreaterThanOrEqual(least)
  })
})

test('ink stays readable on the sun, the one bright ground on a cover', () => {
  expect(contrastRatio(colour(day, '--ink'), colour(day, '--sun'))).toBeGreaterThanOrEqual(7)
})

test('sun and panel can be told apart in grey', () => {
  expect(luminance(colour(day, '--sun')) - luminance(colour(day, '--panel'))).toBeGreaterThan(0.4)
})

test('no sheet but the tokens and the screen’s night names a colour', () => {
  for (const [name, css] of sheets) {
    if (name === 'tokens.css' || name === 'screen.css') continue
    const rules = css.replace(/url\("[^"]*"\)/g, '')
    expect(rules.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi), name).toBeNull()
  }
})

function colour(tokens: ReadonlyMap<string, string>, name: string): Rgb {
  return parseHex(tokens.get(name) ?? '')
}
