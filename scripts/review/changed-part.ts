// Review: of a draft's unit, the sections in which something changed, below the titles that they stand under.

import type {Unit} from '../render/unit.ts'

const sectionTag = /(<section\b[^>]*>|<\/section>)/
const startOfSection = '<section class="section '
const keyOfBlock = / lang="[^"]*-x-[a-z]+-([0-9a-z]+)"/g
const idOfElement = / id="([^"]+)"/g
const title = /<h\d\b[^>]*class="section-title"[\s\S]*?<\/h\d>/
const linkToAnchor = /<a\b[^>]*\bhref="https:\/\/book\.invalid\/#([^"]+)"[^>]*>([\s\S]*?)<\/a>/g
const pageOfReference = /\s*\([^()<]*<span class="page-number"[^>]*>[^<]*<\/span>\)/g
const hiddenLink = /<a href="#([^"]+)"><\/a>/g

/** HTML of a section, as text and sections inside it by turns. */
interface Piece {
  readonly start: string
  readonly parts: (string | Piece)[]
}

/**
 * The unit without the sections in which `hasChanged` says of no block, by its key, that it changed, and with those of its anchors that are left; nothing when
 * no section is.
 */
export function changedPart(unit: Unit, hasChanged: (key: string) => boolean): Unit | undefined {
  const [head = '', rest = ''] = unit.html.split('<main>')
  const end = rest.lastIndexOf('</section>') + '</section>'.length
  const sections = piecesOf(rest.slice(0, end)).parts.map(piece => (typeof piece === 'string' ? piece : changedHtml(piece, hasChanged)))
  if (!sections.some(html => html?.includes(startOfSection))) return undefined
  const main = sections.join('') + rest.slice(end)
  const ids = new Set([...main.matchAll(idOfElement)].map(([, id]) => id!))
  return {
    ...unit,
    html: `${openerless(head).replace(hiddenLink, (link, id: string) => (ids.has(id) ? link : ''))}<main>${main}`,
    hasOpener: false,
    anchors: unit.anchors.filter(id => ids.has(id))
  }
}

/** A page for the name of a part is for those who leaf through a whole book. */
function openerless(head: string): string {
  return head.replace(/ part">\s*(?=<nav)/, '">\n')
}

/** The unit with links to `anchors` alone: others name a page that is not in the file. */
export function linkedTo(unit: Unit, anchors: ReadonlySet<string>): Unit {
  return {...unit, html: unit.html.replace(linkToAnchor, (link, anchor: string, words: string) => (anchors.has(anchor) ? link : plainWords(words)))}
}

function plainWords(words: string): string {
  return words.replace(pageOfReference, '').replace(/^<span class="cross-reference-title">([\s\S]*)<\/span>$/, '$1')
}

function piecesOf(html: string): Piece {
  const whole: Piece = {start: '', parts: []}
  const open = [whole]
  for (const token of html.split(sectionTag)) {
    if (token === '</section>') open.pop()
    else if (!token.startsWith('<section')) open.at(-1)!.parts.push(token)
    else {
      const piece = {start: token, parts: []}
      open.at(-1)!.parts.push(piece)
      open.push(piece)
    }
  }
  return whole
}

/** A section with what changed in it. What is the section's own stays whole, or, when nothing of it changed, is reduced to the title. */
function changedHtml({start, parts}: Piece, hasChanged: (key: string) => boolean): string | undefined {
  const isOwn = (part: string | Piece) => typeof part === 'string' || !part.start.startsWith(startOfSection)
  const own = parts.filter(isOwn).map(htmlOf).join('')
  const isChanged = [...own.matchAll(keyOfBlock)].some(([, key]) => hasChanged(key!))
  const kept = parts.map(part => (isOwn(part) ? (isChanged ? htmlOf(part) : '') : changedHtml(part as Piece, hasChanged)))
  if (!isChanged && !kept.some(html => html?.includes(startOfSection))) return undefined
  return `${start}${isChanged ? '' : (title.exec(own)?.[0] ?? '')}${kept.join('')}</section>`
}

function htmlOf(part: string | Piece): string {
  return typeof part === 'string' ? part : `${part.start}${part.parts.map(htmlOf).join('')}</section>`
}
