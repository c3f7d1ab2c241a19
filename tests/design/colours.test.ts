// Design: the colours of the tokens can be read, by day, by night, and in grey.

import {describe, expect, test} from 'vitest'
import {contrastRatio, luminance, parseHex, type Rgb} from '../support/contrast.ts'
import {blockAfter, readStyleSheets, readTokens} from '../support/style-sheets.ts'

const sheets = readStyleSheets()
const day = readTokens(sheets.get('tokens.css') ?? '')
const dark = blockAfter(sheets.get('screen.css') ?? '', 'prefers-color-scheme: dark')
const night = new Map([...day, ...readTokens(blockAfter(dark, ':root'))])
const hues = [1, 2, 3, 4, 5, 6]
const looks = [...sheets.keys()].filter(name => name.startsWith('editions/'))

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
  ['--on-sun', '--sun', 7],
  ['--rule', '--paper', 3],
  ...['--accent', '--leaf', '--brick'].map(outline => [outline, '--paper', 3] as const)
]

const lights: [name: string, tokens: ReadonlyMap<string, string>][] = [
  ['day', day],
  ['night', night],
  ...hues.flatMap(hue => [
    [`day in hue ${hue}`, new Map([...day, ...hueTokens(sheets.get('hues.css') ?? '', hue)])] as [string, ReadonlyMap<string, string>],
    [`night in hue ${hue}`, new Map([...night, ...hueTokens(dark, hue)])] as [string, ReadonlyMap<string, string>]
  ]),
  ...looks.flatMap(name => {
    const [light = '', evening = ''] = (sheets.get(name) ?? '').split('@media (prefers-color-scheme: dark)')
    return [
      [`day in ${name}`, new Map([...day, ...readTokens(light)])] as [string, ReadonlyMap<string, string>],
      [`night in ${name}`, new Map([...night, ...readTokens(light), ...readTokens(evening)])] as [string, ReadonlyMap<string, string>]
    ]
  })
]

describe.each(lights)('by %s', (_, tokens) => {
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

test('the colours of sections get lighter step by step, so that they differ in grey', () => {
  const steps = hues.map(hue => lightness(colour(hueTokens(sheets.get('hues.css') ?? '', hue), '--panel')))
  for (const [index, step] of steps.slice(1).entries()) expect(step - steps[index]!).toBeGreaterThan(2.5)
})

test('the profile that saves ink knows black and white alone', () => {
  const tokens = readTokens(sheets.get('profiles/grayscale.css') ?? '')
  const coloured = [...day].filter(([, value]) => value.startsWith('#')).map(([name]) => name)
  expect([...tokens.keys()]).toEqual(expect.arrayContaining(coloured.filter(name => name !== '--paper')))
  const {'--drawings': drawings, ...colours} = Object.fromEntries(tokens)
  expect(drawings).toBe('gray')
  expect(new Set(Object.values(colours))).toEqual(new Set(['#000000', '#ffffff']))
})

test('only tokens name a colour', () => {
  for (const [name, css] of sheets) {
    if (['tokens.css', 'hues.css', 'screen.css', 'profiles/grayscale.css'].includes(name) || looks.includes(name)) continue
    const rules = css.replace(/url\("[^"]*"\)/g, '')
    expect(rules.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi), name).toBeNull()
  }
})

function hueTokens(css: string, hue: number): ReadonlyMap<string, string> {
  return readTokens(blockAfter(css, `.hue-${hue} {`))
}

/** From 0 to 100, in even steps for the eye (CIE 1976). */
function lightness(rgb: Rgb): number {
  return 116 * Math.cbrt(luminance(rgb)) - 16
}

function colour(tokens: ReadonlyMap<string, string>, name: string): Rgb {
  return parseHex(tokens.get(name) ?? '')
}
