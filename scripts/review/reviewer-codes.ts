// Review: names become codes, and only the key, which git does not keep, knows whose.

import {createHmac} from 'node:crypto'
import {textOf, textsOf, valueOf, type YamlNode} from '../read/yaml-node.ts'
import {shortHash} from './short-hash.ts'

/** `reviews/reviewers-key.yaml`: the secret that codes are made with, and the names behind them. */
export interface ReviewerKey {
  readonly secret: string
  readonly names: NamesByCode
}

/** Names as files had them: programs on two devices of one person may write two. */
export type NamesByCode = ReadonlyMap<string, readonly string[]>

/** Every name that one of the two knows, once. */
export function joinNames(known: NamesByCode, more: NamesByCode): NamesByCode {
  const joined = new Map(known)
  for (const [code, names] of more) joined.set(code, [...new Set([...(joined.get(code) ?? []), ...names])])
  return joined
}

/** What programs write who were told no name. */
const nobody = /^(?:|author|guest|user|unknown|anonymous|reviewer|administrator|admin|owner|root|default|none)$/

const unnamed = 'unnamed'

/** Code of a name: the same for the same name and secret, however the name is spelled in capitals and spaces; `unnamed` for none. */
export function codeOf(name: string | undefined, secret: string): string {
  const known = fold(name ?? '')
  if (nobody.test(known)) return unnamed
  return `P-${shortHash(createHmac('sha256', secret).update(known).digest(), 5).toUpperCase()}`
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * The text with every name in it put as its code: people sign what they write, and speak of each other. Of a name, a part alone is put so as well, when it is written
 * with a capital, as a word of its own, and is none of `words`, small words of the book's text: whoever is called Mark or Hope is not to take these words from others.
 */
export function hideNames(text: string, names: NamesByCode, words: ReadonlySet<string>): string {
  let hidden = hideFullNames(text, names)
  for (const [code, name] of pairsOf(names)) {
    if (code === unnamed) continue
    const parts = name.trim().split(/\s+/)
    const alone = parts.filter(part => /^\p{L}[\p{L}'’-]{2,}$/u.test(part) && !isParticle(part, parts) && !words.has(part.toLowerCase()))
    for (const part of alone) hidden = hidden.replace(wholeWords(part[0]!.toUpperCase() + part.slice(1), 'gu'), code)
  }
  return hidden
}

/** The text with every full name in it put as its code. */
export function hideFullNames(text: string, names: NamesByCode): string {
  let hidden = text
  for (const [code, name] of pairsOf(names)) {
    const isPlainWord = /^\p{L}*$/u.test(name.trim())
    if (code !== unnamed && !isPlainWord) hidden = hidden.replace(wholeWords(name, 'giu'), code)
  }
  return hidden
}

function pairsOf(names: NamesByCode): (readonly [code: string, name: string])[] {
  return [...names].flatMap(([code, all]) => all.map(name => [code, name] as const))
}

function wholeWords(text: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])${text.trim().split(/\s+/).map(escape).join('\\s+')}(?![\\p{L}\\p{N}_])`, flags)
}

/** `van` and `de`, which are no names alone. A name that a program wrote in small letters has none. */
function isParticle(part: string, parts: readonly string[]): boolean {
  return part === part.toLowerCase() && parts.some(each => each !== each.toLowerCase())
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** The key out of its file; nothing when it has no secret. */
export function readKey(root: YamlNode): ReviewerKey | undefined {
  const secret = textOf(root, 'secret')
  const people = valueOf(root, 'people')
  const names = people?.kind === 'map' ? people.entries.map(({key, value}) => [key, value.kind === 'text' ? [value.text] : textsOf(people, key).map(({text}) => text)] as const) : []
  return secret === undefined ? undefined : {secret, names: new Map(names)}
}

/** The key's file. */
export function writeKey({secret, names}: ReviewerKey): string {
  const people = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, all]) => `  ${code}: ${JSON.stringify(all.length === 1 ? all[0] : all)}\n`)
  return `# Whose code is whose. Keep this file to yourself: git ignores it, and nothing else has the names.
# Who collects comments with you needs the same file, or the same person gets another code there.
secret: ${secret}
people:${people.length === 0 ? ' {}\n' : `\n${people.join('')}`}`
}
