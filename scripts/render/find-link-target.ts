// Render: where a Markdown link leads: into the book, out to the web, or nowhere.

import {posix} from 'node:path'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {BookIndex} from './book-index.ts'
import type {RenderedSection} from './section-list.ts'

export type LinkTarget =
  | {readonly kind: 'anchor'; readonly anchor: string}
  /** Out of the book; may be followed as it stands. */
  | {readonly kind: 'address'; readonly href: string}
  /** A file or folder that is no section. */
  | {readonly kind: 'file'; readonly path: string}
  | {readonly kind: 'unknown'; readonly expected: string; readonly note?: string}
  | {readonly kind: 'unsafe'}

const scheme = /^([a-z][a-z0-9+.-]*):/i
const safeSchemes = new Set(['http', 'https', 'mailto', 'tel'])

/** `hasFile` tells whether a path below the book's folder exists. */
export function findLinkTarget(href: string, from: RenderedSection, index: BookIndex, hasFile: (path: string) => boolean): LinkTarget {
  const given = scheme.exec(href)?.[1]?.toLowerCase()
  if (given !== undefined) return safeSchemes.has(given) && !/[\0-\x20]/.test(href) ? {kind: 'address', href} : {kind: 'unsafe'}
  if (href.startsWith('//')) return {kind: 'address', href: `https:${href}`}
  const hash = href.indexOf('#')
  const path = hash < 0 ? href : href.slice(0, hash)
  const heading = hash < 0 ? '' : decode(href.slice(hash + 1))
  if (path === '') return findHeading(heading, from, index, true)
  const section = findSection(path, from, index)
  if (section) return heading === '' ? {kind: 'anchor', anchor: section.section.id} : findHeading(heading, section, index, false)
  return missingFile(path, from, index, hasFile)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Names of the file go before anchors of the book when another file is named, and the other way round inside one. */
function findHeading(name: string, {section, fragment}: RenderedSection, index: BookIndex, isOwnFile: boolean): LinkTarget {
  if (name === '') return {kind: 'anchor', anchor: section.id}
  const alias = fragment.aliases[name] ?? fragment.aliases[name.toLowerCase()]
  const own = alias === undefined ? undefined : (index.renamed.get(section.id)?.get(alias) ?? alias)
  const books = index.targets.has(name) ? name : undefined
  const anchor = isOwnFile && section.file !== undefined && fragment.aliases[name] === undefined ? (books ?? own) : (own ?? books)
  if (anchor !== undefined) return {kind: 'anchor', anchor}
  const nearest = nearestName(name, [...Object.keys(fragment.aliases), ...(isOwnFile ? index.targets.keys() : [])])
  return {
    kind: 'unknown',
    expected: isOwnFile ? 'a heading of this file or an anchor of the book' : `a heading of \`${section.file}\``,
    ...(nearest === undefined ? {} : {note: `the nearest is \`#${nearest}\``})
  }
}

function findSection(path: string, from: RenderedSection, index: BookIndex): RenderedSection | undefined {
  for (const candidate of candidates(path, from)) {
    const section = index.sections.get(candidate)
    if (section) return section
  }
  return undefined
}

/** The path as it stands, or with the ending that it has on the web taken off. */
function candidates(path: string, from: RenderedSection): string[] {
  const plain = inBook(path, from).replace(/\/+$/, '')
  const stem = plain.replace(/\.html?$/i, '')
  const folder = /^(?:(.*)\/)?(?:index|readme)$/i.exec(stem)
  return [plain, `${stem}.md`, `${stem}.markdown`, ...(folder ? [folder[1] ?? '.'] : [])]
}

function inBook(path: string, {section}: RenderedSection): string {
  const plain = decode(path.replace(/\?.*$/s, ''))
  if (plain.startsWith('/')) return posix.normalize(plain.slice(1))
  return posix.join(section.file === undefined ? '' : posix.dirname(section.file), plain)
}

function missingFile(path: string, from: RenderedSection, index: BookIndex, hasFile: (path: string) => boolean): LinkTarget {
  const inside = inBook(path, from)
  if (inside.startsWith('../') || inside === '..' || hasFile(inside)) return {kind: 'file', path: inside}
  const nearest = nearestFile(inside, index)
  return {kind: 'unknown', expected: 'a file of the book', note: nearest === undefined ? 'the path counts from the folder of this file' : `the nearest is \`${nearest}\``}
}

/** A file of nearly the same name, wherever it lies. */
function nearestFile(path: string, {sections}: BookIndex): string | undefined {
  const byName = new Map([...sections.keys()].map(each => [posix.basename(each), each]))
  const name = nearestName(posix.basename(path), byName.keys())
  return name === undefined ? undefined : byName.get(name)
}
