// Design: nothing is set too small to read, and forms leave room for a hand.

import {expect, test} from 'vitest'
import {readStyleSheets, readTokens} from '../support/style-sheets.ts'

const sheets = readStyleSheets()
const paper = readTokens(sheets.get('tokens.css') ?? '')
const screen = readTokens((sheets.get('screen.css') ?? '').replace(/@media print[\s\S]*$/, ''))

test('no size on paper is below 9 pt, and body text is 11 pt', () => {
  const sizes = [...paper].filter(([name]) => name.startsWith('--size-'))
  expect(sizes.length).toBeGreaterThan(5)
  for (const [name, size] of sizes) expect(points(size), name).toBeGreaterThanOrEqual(9)
  expect(points(paper.get('--size-body') ?? '')).toBe(11)
})

test('no size on a screen is below 14 px', () => {
  for (const [name, size] of screen) {
    if (!name.startsWith('--size-')) continue
    const least = /(?:clamp\()?([\d.]+)rem/.exec(size)?.[1]
    expect(Number(least) * 16, name).toBeGreaterThanOrEqual(14)
  }
})

test('every size in a rule comes from a token or is a share of one', () => {
  for (const [name, css] of sheets) {
    for (const [, value = ''] of css.matchAll(/font-size:\s*([^;]+);/g)) expect(value, name).toMatch(/^var\(--size-|^calc\([\d.]+ \* var\(--size-|em$|^clamp\(/)
  }
})

test('lines to write on stand 8 mm apart, boxes to tick are 4.5 mm wide', () => {
  expect(paper.get('--write')).toBe('8mm')
  expect(paper.get('--tick')).toBe('4.5mm')
})

test('large print is set in 18 pt at least, headings in 22 and 20 pt, without italics', () => {
  const sheet = sheets.get('profiles/large-print.css') ?? ''
  const large = new Map([...paper, ...readTokens(sheet)])
  for (const [name, size] of large) if (name.startsWith('--size-')) expect(points(size), name).toBeGreaterThanOrEqual(18)
  expect(['h1', 'h2', 'hack', 'h3', 'h4'].map(name => large.get(`--size-${name}`))).toEqual(['22pt', '22pt', '22pt', '20pt', '20pt'])
  expect(Number(large.get('--leading'))).toBeGreaterThanOrEqual(1.15)
  expect(Number(large.get('--leading-tight'))).toBeGreaterThanOrEqual(1.15)
  expect(large.get('--face-voice')).toBe('var(--face)')
  const slanted = [...sheets].filter(([name]) => !name.includes('/')).flatMap(([, css]) => [...css.matchAll(/([^{}]+){[^}]*font-style:\s*italic/g)].map(([, selector = '']) => selector))
  const elements = slanted.flatMap(selector => selector.trim().split(/,\s*/)).filter(selector => selector !== '@font-face')
  expect(elements.length).toBeGreaterThan(3)
  const upright = /([^{}]*){\s*font-style:\s*normal/.exec(sheet)?.[1]?.trim().split(/,\s*/)
  expect(upright).toEqual(expect.arrayContaining(elements))
})

function points(size: string): number {
  const match = /^([\d.]+)pt$/.exec(size)
  if (!match) throw new Error(`Unexpected size ${size}, expected points`)
  return Number(match[1])
}
