// Read: the words of a heading without their Markdown, for contents, running heads and outline.

import type {EditionDeclaration} from '../book/book.ts'

/** The character references that are likely in a title; any other stays as it is written. */
const references: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  deg: '°',
  middot: '·',
  bull: '•',
  times: '×',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  larr: '←',
  rarr: '→'
}
/** Read only where a title has no other words. */
const htmlImage = /<img\s[^<>]*?alt=(["'])(.*?)\1[^<>]*>/gi
const escapeOrCode = /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)(.*?[^`])\2(?!`)/g

type TitleEdition = Pick<EditionDeclaration, 'id' | 'variables'>

const onlyPassage = /:only\[((?:[^\][]|\[[^\][]*\])*)\]\{edition=["']?([^"'{}]*)["']?\}/g

/** True for a title that may be another one in another edition. */
export function differsByEdition(markdown: string): boolean {
  return /:(?:var|only)\[/.test(markdown)
}

/** No heading is that long; what is, is not worth the time that its marks would take. */
const longestMarkedTitle = 2000

/**
 * Plain text of a heading's Markdown: code, emphasis, links, images (their alt text), HTML tags, character references, footnote marks,
 * directives (their label) and heading attributes (`{#id}`) are resolved; `factOf` gives the words of `:fact[id]`, the edition those of
 * `:var[name]`, and says which `:only` stays.
 */
export function titleText(markdown: string, factOf: (id: string) => string | undefined = () => undefined, edition?: TitleEdition): string {
  if (markdown.length > longestMarkedTitle || !/[\\`*_~[\]<&{]/.test(markdown)) return markdown.replace(/\s+/g, ' ').trim()
  if (htmlImage.test(markdown))
    return titleText(markdown.replace(htmlImage, ''), factOf, edition) || titleText(markdown.replace(htmlImage, ' $2'), factOf, edition)
  const kept: string[] = []
  const keep = (text: string) => `\ue000${kept.push(text) - 1}\ue001`
  const text = markdown
    .replace(escapeOrCode, (_, escaped?: string, _ticks?: string, code?: string) => keep(escaped ?? codeText(code ?? '')))
    .replace(/<!--.*?-->/g, '')
    .replace(/<((?:https?|mailto):[^\s<>]*)>/g, (_, url: string) => keep(url))
    .replace(/<\/?[A-Za-z][\w-]*(?:\s[^<>]*)?\/?>/g, '')
    .replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]+));/g, (whole, decimal?: string, hex?: string, name?: string) =>
      keep(referenceText(whole, decimal, hex, name))
    )
    .replace(/\s*\{\s*[#.][^{}]*\}\s*$/, '')
    .replace(/:fact\[([^\][]*)\]/g, (whole, id: string) => keep(factOf(id) ?? whole))
    .replace(/:var\[([^\][]*)\]/g, (whole, name: string) => keep(edition?.variables?.get(name.trim()) ?? whole))
    .replace(onlyPassage, (_, words: string, ids: string) => (edition && ids.split(/[\s,]+/).includes(edition.id) ? words : ''))
    .replace(/\[\^[^\][\s]+\]/g, '')
  return plainInlines(text)
    .replace(/\ue000(\d+)\ue001/g, (_, index: string) => kept[Number(index)]!)
    .replace(/[ \t\n]+/g, ' ')
    .trim()
}

function codeText(code: string): string {
  return /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code
}

function referenceText(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return references[name] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

const link =
  /!?\[((?:[^\][]|\[[^\][]*\])*)\](?:\((?:<[^<>]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)|\[[^\][]*\])/g
const directive = /:[A-Za-z][\w-]*\[((?:[^\][]|\[[^\][]*\])*)\](?:\{[^{}]*\})?/g
const emphases = [
  /(?<![*\\])(\*{1,3})(?![\s*])((?:[^*]|\*(?!\*))*?[^\s*])\1(?!\*)/g,
  /(?<![\p{L}\p{N}_])(_{1,3})(?![\s_])((?:[^_]|_(?=[\p{L}\p{N}]))*?[^\s_])\1(?![\p{L}\p{N}_])/gu,
  /(?<!~)(~{1,2})(?![\s~])([^~]*[^\s~])\1(?!~)/g
]

/** Takes marks off from the inside outwards until none is left. */
function plainInlines(text: string): string {
  const once = emphases.reduce((rest, emphasis) => rest.replace(emphasis, '$2'), text.replace(directive, '$1').replace(link, '$1'))
  return once === text ? text : plainInlines(once)
}
