// Render: the font files that the templates declare, and which of them a text asks for.

import {readRanges, type CharacterRange} from './character-ranges.ts'

/** One `@font-face` rule. */
export interface FontFile {
  readonly css: string
  readonly family: string
  readonly weight: string
  readonly style: string
  readonly ranges: readonly CharacterRange[]
  /** True when nothing but code is set in the family. */
  readonly isForCode: boolean
}

/** A font as the sheets declare it, and what of it the specimen shows. */
export interface Face {
  readonly family: string
  readonly weight: string
  readonly style: string
  /** False for a face that only helps out with what others lack. */
  readonly hasFigures: boolean
  /** A character of every file that serves other characters than the figures. */
  readonly samples: string
}

/** What matters of a document for the choice of its fonts: characters beyond ASCII, which is taken to be there. */
export interface SetCharacters {
  readonly all: ReadonlySet<number>
  /** Absent when there is no code. */
  readonly code?: ReadonlySet<number>
}

const rule = /@font-face\s*\{([^}]*)\}\s*/g
const codeElement = /<(code|kbd|pre|samp)\b[^>]*>[\s\S]*?<\/\1>/g
const figure = 0x30
const letter = 0x61

/** The rules of style sheets, in their order, and the sheets without them. */
export function splitFonts(css: string): {files: FontFile[]; rest: string} {
  const families = codeFamilies(css)
  const files = [...css.matchAll(rule)].map(([whole, body = '']): FontFile => {
    const value = (name: string) => new RegExp(`${name}\\s*:\\s*([^;]+)`).exec(body)?.[1]?.trim()
    const family = value('font-family')?.replace(/^["']|["']$/g, '') ?? ''
    return {
      css: whole.trim(),
      family,
      weight: value('font-weight') ?? '400',
      style: value('font-style') ?? 'normal',
      ranges: readRanges(value('unicode-range') ?? 'U+0-10FFFF'),
      isForCode: families.has(family)
    }
  })
  return {files, rest: css.replace(rule, '')}
}

/** Families of the token `--face-code` that no other token of faces names. */
function codeFamilies(css: string): Set<string> {
  const tokens = [...css.matchAll(/--face(-[a-z]+)?\s*:\s*([^;}]+)/g)]
  const namesOf = (isCode: boolean) =>
    tokens.filter(([, name]) => (name === '-code') === isCode).flatMap(([, , list = '']) => [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name))
  const others = new Set(namesOf(false))
  return new Set(namesOf(true).filter(name => !others.has(name)))
}

/** Characters of HTML, composed as fonts would have them, and those of other text that is set with it. */
export function charactersOf(html: string, ...texts: readonly string[]): SetCharacters {
  const code = html.match(codeElement)
  return {all: beyondAscii([html, ...texts].join('\n')), ...(code ? {code: beyondAscii(code.join('\n'))} : {})}
}

function beyondAscii(text: string): Set<number> {
  const found = new Set(text.match(/[^\0-\x7f]/gu))
  const hasMarks = [...found].some(character => /\p{M}/u.test(character))
  const clusters = hasMarks ? (text.match(/.\p{M}+/gu) ?? []) : []
  return new Set([...found, ...clusters.flatMap(cluster => [...cluster.normalize('NFC')])].map(character => character.codePointAt(0)!))
}

/**
 * True when some character of a text may be set in the file. A file whose ranges begin with those of ordinary text always is; one that has them
 * later, so as to set whole lines in one face, is asked for by the ranges before.
 */
export function isAskedFor({ranges, isForCode}: FontFile, {all, code}: SetCharacters): boolean {
  const characters = isForCode ? code : all
  if (!characters) return false
  const ordinary = ranges.findIndex(([from, to]) => from <= letter && to >= letter)
  if (ordinary === 0) return true
  return ranges.slice(0, ordinary < 0 ? undefined : ordinary).some(([from, to]) => hasAny(characters, from, to))
}

function hasAny(characters: ReadonlySet<number>, from: number, to: number): boolean {
  for (const character of characters) if (character >= from && character <= to) return true
  return false
}

/** Every face of the files, each once; files of one face by range of characters are one. */
export function facesOf(files: readonly FontFile[]): Face[] {
  const faces = new Map<string, Face>()
  for (const {family, weight, style, ranges} of files) {
    const key = [family, weight, style].join(' ')
    const known = faces.get(key)
    const hasFigures = ranges.some(([from, to]) => from <= figure && to >= letter)
    faces.set(key, {
      family,
      weight,
      style,
      hasFigures: hasFigures || known?.hasFigures === true,
      samples: (known?.samples ?? '') + (hasFigures ? '' : sampleOf(ranges))
    })
  }
  return [...faces.values()]
}

/** A letter that Chromium cannot set as another one with an accent out of another file. */
function sampleOf([first]: readonly CharacterRange[]): string {
  let [point] = first!
  while (String.fromCodePoint(point).normalize('NFD') !== String.fromCodePoint(point)) point++
  return String.fromCodePoint(point)
}
