// Render: the templates' style sheets as one, with addresses for the fonts they ask for.

import type {Templates} from '../io/templates.ts'
import {assetUrl, dataUri} from './asset-url.ts'
import {cssString} from './css-string.ts'
import type {Asset, AssetStore} from './unit.ts'

/** These open the cascade in this order; all others follow by name, and what the product adds closes it. */
const first = ['tokens', 'fonts', 'page', 'text']
const onlyOnScreens = 'screen'
const onlyOnPaper = new Set(['page'])

const packageUrl = /url\("(npm:[^"]+)"\)/g
const fontType = 'font/woff2'

export interface PrintStyle {
  readonly css: string
  /** Fonts that the sheets ask for. */
  readonly assets: AssetStore
}

/** Style of every printed unit. Throws for a profile that the templates do not have. */
export function printStyle(templates: Templates, profile: string, paper: 'letter' | 'a4'): PrintStyle {
  if (!templates.profiles.includes(profile))
    throw new Error(`Unexpected profile \`${profile}\`, expected one of ${templates.profiles.join(', ')}`)
  const assets = new Map<string, Asset>()
  const names = [...sheetNames(templates).filter(name => name !== onlyOnScreens), `profiles/${profile}`]
  const css = resolveFonts(join(names, templates), templates, bytes => {
    const url = assetUrl(bytes, 'woff2')
    assets.set(url, {bytes, type: fontType})
    return url
  })
  return {css: `@page { size: ${paper} }\n${css}`, assets}
}

/** Style of the screen file, fonts included. */
export function screenStyle(templates: Templates): string {
  const names = [...sheetNames(templates).filter(name => !onlyOnPaper.has(name) && name !== onlyOnScreens), onlyOnScreens]
  return resolveFonts(join(names, templates), templates, bytes => dataUri(bytes, fontType))
}

function sheetNames({styles}: Templates): string[] {
  const others = [...styles.keys()].filter(name => !name.includes('/') && !first.includes(name)).sort()
  return [...first.filter(name => styles.has(name)), ...others]
}

/** Comments go: they are for editors of the templates, and would travel in every unit. */
function join(names: readonly string[], {styles}: Templates): string {
  const sheets = names.map(name => styles.get(name) ?? '')
  return sheets
    .map(sheet =>
      sheet
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\n\s*\n+/g, '\n')
        .trim()
    )
    .join('\n')
}

function resolveFonts(css: string, {files}: Templates, address: (bytes: Uint8Array) => string): string {
  return css.replace(packageUrl, (_, url: string) => `url("${address(files.get(url)!)}")`)
}

/** Words of the running heads: the book's on left-hand pages, the section's on right-hand ones. */
export function runningHeads(book: string, section: string): string {
  return `@page:left{@top-left{content:${cssString(book)}}}@page:right{@top-right{content:${cssString(section)}}}`
}

/** A font as the sheets declare it. */
export interface Face {
  readonly family: string
  readonly weight: string
  readonly style: string
  /** A character of every file that serves another range of characters than the figures' own. */
  readonly samples: string
}

/** Every face that the sheets declare, each once; subsets of a face by range of characters are one. */
export function declaredFaces({styles}: Templates): Face[] {
  const faces = new Map<string, Face>()
  for (const sheet of styles.values()) {
    for (const [, body = ''] of sheet.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
      const value = (name: string) => new RegExp(`${name}\\s*:\\s*([^;]+)`).exec(body)?.[1]?.trim()
      const face = {family: value('font-family') ?? '', weight: value('font-weight') ?? '400', style: value('font-style') ?? 'normal'}
      const key = [face.family, face.weight, face.style].join(' ')
      faces.set(key, {...face, samples: (faces.get(key)?.samples ?? '') + sampleOf(value('unicode-range') ?? '')})
    }
  }
  return [...faces.values()]
}

/** A letter that Chromium cannot set as another one with an accent out of another file. */
function sampleOf(range: string): string {
  let point = parseInt(/^U\+([0-9A-F]+)/i.exec(range)?.[1] ?? '0', 16)
  if (point <= 0x39) return ''
  while (String.fromCodePoint(point).normalize('NFD').length > 1) point++
  return String.fromCodePoint(point)
}
