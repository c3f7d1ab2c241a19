// Design: every weight and style that the sheets ask for is a face of its own, so that Chromium never has to make one up.

import {createRequire} from 'node:module'
import {existsSync} from 'node:fs'
import {expect, test} from 'vitest'
import {readStyleSheets} from '../support/style-sheets.ts'

const sheets = readStyleSheets()
const faces = [...(sheets.get('fonts.css') ?? '').matchAll(/@font-face\s*{([^}]*)}/g)].map(([, rule = '']) => ({
  family: /font-family:\s*"([^"]+)"/.exec(rule)?.[1] ?? '',
  style: /font-style:\s*(\w+)/.exec(rule)?.[1] ?? '',
  weight: /font-weight:\s*(\d+)/.exec(rule)?.[1] ?? '',
  url: /url\("npm:([^"]+)"\)/.exec(rule)?.[1] ?? ''
}))

test('each face is one static file of a package', () => {
  const require = createRequire(import.meta.url)
  for (const {family, weight, url} of faces) {
    expect(weight, `${family} is one weight, not a range`).toMatch(/^\d{3}$/)
    expect(existsSync(require.resolve(url)), url).toBe(true)
  }
})

test('every weight asked for exists', () => {
  const weights = new Set(faces.map(face => face.weight))
  for (const [name, css] of sheets) {
    if (name === 'fonts.css') continue
    for (const [, weight = ''] of css.matchAll(/font(?:-weight)?:\s*(\d{3})\b/g)) expect(weights, `${name} asks for ${weight}`).toContain(weight)
    expect(css.match(/font-weight:\s*(?:bold|bolder|lighter)/), name).toBeNull()
  }
})

test('running text has its bold, its italic, and both at once', () => {
  const has = (family: string, weight: string, style: string) => faces.some(face => face.family === family && face.weight === weight && face.style === style)
  for (const style of ['normal', 'italic']) {
    for (const weight of ['400', '700']) expect(has('Atkinson Hyperlegible Next', weight, style), `${weight} ${style}`).toBe(true)
    for (const weight of ['400', '600']) expect(has('Source Serif 4', weight, style), `${weight} ${style}`).toBe(true)
  }
})

test('faces are never made up', () => {
  expect(sheets.get('text.css')).toMatch(/font-synthesis:\s*none/)
})
