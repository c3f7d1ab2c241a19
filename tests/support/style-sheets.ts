// Test support: the style sheets of `templates/` as text, and the values of their tokens.

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('../../templates/', import.meta.url))

/** Every style sheet by its path in `templates/`, comments taken out. */
export function readStyleSheets(): ReadonlyMap<string, string> {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.css')).sort()
  return new Map(names.map(name => [name.replaceAll('\\', '/'), withoutComments(readFileSync(join(folder, name), 'utf8'))]))
}

/** Custom properties that a piece of CSS declares, the last declaration of each. */
export function readTokens(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]))
}

/** Content of the first block that follows `start`, its braces left out. */
export function blockAfter(css: string, start: string): string {
  const opening = css.indexOf('{', css.indexOf(start))
  if (!css.includes(start) || opening < 0) throw new Error(`No block after ${start}`)
  let depth = 0
  for (let at = opening; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}') depth--
    if (depth === 0) return css.slice(opening + 1, at)
  }
  throw new Error(`The block after ${start} does not end`)
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '')
}
