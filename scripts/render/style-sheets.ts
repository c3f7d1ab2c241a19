// Render: the templates' style sheets as one, with addresses for the fonts they ask for.

import type {Templates} from '../io/templates.ts'
import {assetUrl, dataUri} from './asset-url.ts'
import {charactersOf, facesOf, isAskedFor, splitFonts, type Face, type SetCharacters} from './font-files.ts'
import type {Asset, AssetStore} from './unit.ts'

/** These open the cascade in this order; all others follow by name, and what the product adds closes it. */
const first = ['tokens', 'art', 'hues', 'fonts', 'page', 'text']
const onlyOnScreens = 'screen'
const onlyOnPaper = new Set(['page'])

const packageUrl = /url\("(npm:[^"]+)"\)/g
const fontType = 'font/woff2'

/** The templates' sheets, of which each document takes what its text needs. */
export interface Style {
  /** Fonts that a document may ask for, by address. */
  readonly assets: AssetStore
  /** The faces that a text asks for. */
  facesFor(characters: SetCharacters): Face[]
  /** The sheets, with the fonts that a text asks for and their addresses among the assets. */
  of(characters: SetCharacters): DocumentStyle
}

export interface DocumentStyle {
  readonly css: string
  readonly assets: readonly string[]
}

/** True when a profile's margins differ from side to side, so that it is printed on both and sections begin on the right. */
export function hasSides({styles}: Templates, profile: string): boolean {
  return /@page\s*:(?:left|right)\b/.test(styles.get(`profiles/${profile}`) ?? '')
}

/**
 * Characters of manuscript on a page that is full of small blocks, so that hardly a page number is guessed too narrow: 1200 where the text is set
 * in 11 pt, as it is taken to be where no sheet says it.
 */
export function charactersOfPage({styles}: Templates, profile: string): number {
  const sizes = [`profiles/${profile}`, 'tokens'].map(name => /--size-body:\s*([\d.]+)pt/.exec(styles.get(name) ?? '')?.[1])
  return (1200 * 11) / Number(sizes.find(size => size !== undefined) ?? 11)
}

/** Whether a profile prints drawings without colour. */
export function hasGrayDrawings({styles}: Templates, profile: string): boolean {
  return /--drawings:\s*gray\b/.test(styles.get(`profiles/${profile}`) ?? '')
}

/** Style of printed units. Throws for a profile that the templates do not have. */
export function printStyle(templates: Templates, profile: string, paper: 'letter' | 'a4', edition: string | undefined): Style {
  if (!templates.profiles.includes(profile))
    throw new Error(`Unexpected profile \`${profile}\`, expected one of ${templates.profiles.join(', ')}`)
  const assets = new Map<string, Asset>()
  const names = [...withLook(sheetNames(templates), edition).filter(name => name !== onlyOnScreens), `profiles/${profile}`]
  const address = (bytes: Uint8Array) => {
    const url = assetUrl(bytes, 'woff2')
    assets.set(url, {bytes, type: fontType})
    return url
  }
  return {...makeStyle(`@page { size: ${paper} }\n${join(names, templates)}`, templates, address), assets}
}

/** Style of the screen file, fonts included. */
export function screenStyle(templates: Templates, edition: string | undefined): Pick<Style, 'of'> {
  const names = [...sheetNames(templates).filter(name => !onlyOnPaper.has(name) && name !== onlyOnScreens), onlyOnScreens, `editions/${edition}`]
  return makeStyle(join(names, templates), templates, bytes => dataUri(bytes, fontType))
}

function makeStyle(css: string, {files: packageFiles}: Templates, address: (bytes: Uint8Array) => string): Omit<Style, 'assets'> {
  const {files, rest} = splitFonts(css)
  const fonts = files.map(file => {
    const urls: string[] = []
    const resolved = file.css.replace(packageUrl, (_, name: string) => {
      urls.push(address(packageFiles.get(name)!))
      return `url("${urls.at(-1)!}")`
    })
    return {file, css: resolved, urls}
  })
  const own = charactersOf('', rest)
  const known = new Map<string, DocumentStyle>()
  const choose = (characters: SetCharacters) => fonts.filter(({file}) => isAskedFor(file, own) || isAskedFor(file, characters))
  return {
    facesFor: characters => facesOf(choose(characters).map(({file}) => file)),
    of(characters) {
      const chosen = choose(characters)
      const key = chosen.map(font => fonts.indexOf(font)).join()
      let style = known.get(key)
      if (!style) {
        style = {css: [...chosen.map(font => font.css), rest].join('\n'), assets: chosen.flatMap(({urls}) => urls)}
        known.set(key, style)
      }
      return style
    }
  }
}

/** An edition's look changes the book's tokens, and not the colours of sections, which come after them. */
function withLook(names: readonly string[], edition: string | undefined): string[] {
  return names.flatMap(name => (name === 'hues' ? [`editions/${edition}`, name] : [name]))
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
