// Review: a printed unit's HTML in which everything that changed since another round is marked, and says so.

import type {Element, Parents, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {parseStructureKey, structureKey} from '../render/structure-key.ts'
import type {Unit} from '../render/unit.ts'
import type {Change} from './compare-rounds.ts'
import type {NameOf} from './name-blocks.ts'
import {parseHtml} from './parse-html.ts'
import {markAdded, redlineBlock, removedBlock, type Mark} from './redline-block.ts'
import {changeWords} from './review-words.ts'
import {hasClass, linesOf} from './text-lines.ts'

/** What a unit's changes are marked with. */
export interface Changes {
  readonly language: string
  readonly byId: ReadonlyMap<string, Change>
  /** Removed blocks by the block that they stood behind; by nothing, those that opened the book. */
  readonly removedAfter: ReadonlyMap<string, readonly Change[]>
  readonly nameOf: NameOf
  /** Lines that a block had. */
  oldLines(id: string): readonly string[]
}

/** Keys of removed blocks, which no block of a text has. */
const removedKey = 'zz'

/** The unit with marks. Every changed block becomes an anchor by its name. */
export function markChanges(unit: Unit, changes: Changes): Unit {
  return new UnitMarker(unit, idsByKey(unit, changes.nameOf), changes).mark()
}

/** Names of a unit's blocks by their keys. */
export function idsByKey({blocks}: Unit, nameOf: NameOf): ReadonlyMap<string, string> {
  return new Map(Object.entries(blocks).flatMap(([key, {place, ordinal}]) => {
    const named = ordinal === undefined ? undefined : nameOf(place.file, ordinal)
    return named && !named.isHeld ? [[key, named.id] as const] : []
  }))
}

class UnitMarker {
  private readonly anchors: string[] = []
  private readonly removed: Record<string, Unit['blocks'][string]> = {}
  private count = 0

  constructor(
    private readonly unit: Unit,
    private readonly ids: ReadonlyMap<string, string>,
    private readonly changes: Changes
  ) {}

  private readonly words: Mark = (kind, text) => h(kind, {id: `x.r${++this.count}`, lang: structureKey(this.changes.language, kind)}, text)

  mark(): Unit {
    const {unit} = this
    const [start = '', rest = ''] = unit.html.split('<main>')
    const end = rest.lastIndexOf('</main>')
    const main = parseHtml(rest.slice(0, end))
    dropLists(main)
    for (const {element, parent, id} of this.blocksIn(main)) this.markBlock(element, parent, id, main)
    const links = this.anchors.map(id => `<a href="#${id}"></a>`).join('')
    return {
      ...unit,
      html: `${start.replace('</nav>', `${links}</nav>`)}<main>${toHtml(main)}${rest.slice(end)}`,
      blocks: {...unit.blocks, ...this.removed},
      located: [...(unit.located ?? []), ...Object.keys(this.removed)],
      anchors: [...unit.anchors, ...this.anchors]
    }
  }

  /** Outer blocks first, so that an inner one is found where it is by then. */
  private blocksIn(root: Root): {element: Element; parent: Parents; id: string}[] {
    const found: {element: Element; parent: Parents; id: string}[] = []
    const visit = (parent: Parents): void => {
      for (const child of parent.children) {
        if (child.type !== 'element') continue
        const id = this.idOf(child)
        if (id !== undefined) found.push({element: child, parent, id})
        visit(child)
      }
    }
    visit(root)
    return found
  }

  private idOf({properties}: Element): string | undefined {
    const {lang} = properties
    if (typeof lang !== 'string') return undefined
    const {code, key} = parseStructureKey(lang)
    return code === 'blockid' || key === undefined ? undefined : this.ids.get(key)
  }

  private markBlock(element: Element, parent: Parents, id: string, main: Root): void {
    const change = this.changes.byId.get(id)
    if (change) {
      const lines = linesOf(element, other => other !== element && this.idOf(other) !== undefined)
      if (change.kind === 'added') markAdded(lines, this.words)
      else if (change.kind === 'changed') redlineBlock(element, lines, this.changes.oldLines(id), this.words)
      this.label(element, parent, id, change)
      addClass(element, change.kind === 'moved' ? 'moved' : 'changed')
    }
    let last = {element, parent}
    for (const gone of this.changes.removedAfter.get(id) ?? []) last = this.addRemoved(gone, last, main)
  }

  /** The block's name also says what became of it, and is an anchor. */
  private label(element: Element, parent: Parents, id: string, change: Change): void {
    const name = findName(element, id) ?? (parent.type === 'element' ? findName(parent, id) : undefined)
    if (!name) return
    name.properties['id'] = id
    this.anchors.push(id)
    name.children.push(h('br'), h('b', sayChange(change)))
  }

  /** Beside the block that it stood behind, as its equal where that is an item or a row of the same kind, else as a paragraph after it. */
  private addRemoved(gone: Change, {element, parent}: {element: Element; parent: Parents}, main: Root): {element: Element; parent: Parents} {
    const {id, kind, line} = gone.block
    const isEqual = (element.tagName === 'li' && kind === 'list-item') || (element.tagName === 'tr' && kind === 'table-row')
    const tagName = isEqual ? (element.tagName as 'li' | 'tr') : 'p'
    const key = `${removedKey}${Object.keys(this.removed).length.toString(36)}`
    this.removed[key] = {kind: gone.block.kind, place: {file: gone.section.file, line, column: 1}, id}
    const block = removedBlock(tagName, this.changes.oldLines(id), this.words)
    block.properties = {...block.properties, lang: structureKey(this.changes.language, 'as', key), className: ['removed']}
    const name = h('span.block-id', {id, lang: structureKey(this.changes.language, 'blockid', key)}, id, h('br'), h('b', sayChange(gone)))
    const holder = tagName === 'tr' ? (block.children[0] as Element) : block
    holder.children.unshift(name, {type: 'text', value: ' '})
    this.anchors.push(id)
    const place = isEqual ? {element, parent} : outermost(element, main)
    place.parent.children.splice(place.parent.children.indexOf(place.element) + 1, 0, block)
    return {element: block, parent: place.parent}
  }
}

/** What became of a block, in a word or two. */
export function sayChange({kind, hasMoved}: Change): string {
  return hasMoved && kind !== 'moved' ? `${changeWords[kind]}, ${changeWords.moved}` : changeWords[kind]
}

/** The nearest thing around a block, or the block itself, after which a paragraph may stand: not in a list, a table or a line. */
function outermost(element: Element, main: Root): {element: Element; parent: Parents} {
  const way = wayTo(element, main)
  let at = way.length - 1
  while (at > 1 && isBound(way[at - 1]!)) at--
  return {element: way[at] as Element, parent: way[at - 1]!}
}

/** From a root down to an element, both included. */
function wayTo(element: Element, from: Parents): Parents[] {
  for (const child of from.children) {
    if (child === element) return [from, element]
    const way = child.type === 'element' ? wayTo(element, child) : []
    if (way.length > 0) return [from, ...way]
  }
  return []
}

function isBound(parent: Parents): boolean {
  return parent.type === 'element' && boundTags.has(parent.tagName)
}

const boundTags = new Set('dl h1 h2 h3 h4 h5 h6 ol p span table tbody tfoot thead tr ul'.split(' '))

/** Lists that the book makes of itself say where things are in the whole book. */
function dropLists(parent: Parents): void {
  parent.children = parent.children.filter(child => child.type !== 'element' || !hasClass(child, 'book-list'))
  for (const child of parent.children) if (child.type === 'element') dropLists(child)
}

function findName(parent: Element, id: string): Element | undefined {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    if (child.properties['id'] === `x.${id}`) return child
    const inside = findName(child, id)
    if (inside) return inside
  }
  return undefined
}

function addClass({properties}: Element, name: string): void {
  const {className} = properties
  properties['className'] = [...(Array.isArray(className) ? className : []), name]
}
