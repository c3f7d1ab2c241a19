// Review: the blocks of the text that a mark is about, and the words in them.

import type {Glyph} from '../../pdf/page-glyphs.ts'
import type {Box, Mark} from '../comments/mark.ts'
import type {ManifestBlock, RoundManifest} from '../manifest.ts'
import {findWords} from './find-words.ts'
import {type Letters, lettersOf} from './letters.ts'
import type {PageReader, ReadPage} from './page-reader.ts'

export interface Placement {
  /** Ids in reading order; empty when nothing says where the mark belongs. */
  readonly blocks: readonly string[]
  /** The block that is nearest, for a mark without blocks. */
  readonly nearest?: string
  /** Words of the blocks, exactly as they stand there, and some of what stands around them. */
  readonly quote: string
  readonly before: string
  readonly after: string
}

/** Points beside a block's text within which a note still belongs to it. */
const reachPt = 90
/** A distance along the line counts less than one across lines: notes stand in the margin, at the height of what they are about. */
const alongWeight = 0.1
const contextLength = 40
/** Programs let a mark reach a little over its line; who draws a line around words reaches further. */
const smallestShareMarked = 0.02
const smallestShareDrawn = 0.2
const nowhere: Placement = {blocks: [], quote: '', before: '', after: ''}

/** Places the marks of one file. */
export class Placer {
  private readonly byId: ReadonlyMap<string, number>
  private all: Letters | undefined

  /** `pages` are those of the file, or of the draft that its marks lie on. */
  constructor(
    private readonly manifest: RoundManifest,
    private readonly pages: PageReader | undefined,
    private readonly hasPlaces: boolean
  ) {
    this.byId = new Map(manifest.blocks.map(({id}, index) => [id, index]))
  }

  /** Where the mark belongs: by the words it lies on, else by the words it quotes, else by the ids it names, else by where it lies. */
  place(mark: Mark): Placement {
    return this.byLines(mark) ?? this.byQuote(mark) ?? this.byName(mark) ?? this.byBox(mark) ?? {...nowhere, ...this.nearestTo(mark)}
  }

  private byLines({page, lines, kind, box}: Mark): Placement | undefined {
    const read = page === undefined ? undefined : this.pages?.read(page)
    if (!read) return undefined
    if (kind === 'insert' && box) return insertion(read, box)
    return lines && coverage(read, index => lines.some(line => isOn(read.glyphs[index]!, line)))
  }

  private byQuote({quote, before, after, blocks, page}: Mark): Placement | undefined {
    if (quote === undefined) return undefined
    const named = blocks?.flatMap(id => this.byId.get(id) ?? []) ?? []
    if (named.length > 0) {
      const letters = lettersOf(named.map(index => this.manifest.blocks[index]!))
      const found = findWords(letters, {quote, ...(before === undefined ? {} : {before}), ...(after === undefined ? {} : {after})})
      if (found) return wordsPlacement(letters, found.from, found.to)
      // The reviewer's own id outweighs words that stand elsewhere.
      return undefined
    }
    const letters = (this.all ??= lettersOf(this.manifest.blocks))
    const nearness = page === undefined ? () => 0 : (at: number) => this.pagesAway(letters.blockOf(at), page)
    const found = findWords(letters, {quote, ...(before === undefined ? {} : {before}), ...(after === undefined ? {} : {after})}, nearness)
    return found && wordsPlacement(letters, found.from, found.to)
  }

  private pagesAway(block: number, page: number): number {
    const places = this.manifest.blocks[block]!.places ?? []
    return Math.min(Infinity, ...places.map(place => Math.abs(place.page - page)))
  }

  private byName({blocks = [], quote}: Mark): Placement | undefined {
    const known = blocks.flatMap(id => this.byId.get(id) ?? []).sort((a, b) => a - b)
    if (known.length === 0) return undefined
    return {...nowhere, blocks: known.map(index => this.manifest.blocks[index]!.id), quote: quote ?? ''}
  }

  private byBox({page, box, lines, kind}: Mark): Placement | undefined {
    const area = box ?? lines?.[0]
    if (page === undefined || !area) return undefined
    const read = this.pages?.read(page)
    if (read && (kind === 'ink' || kind === 'drawing')) {
      const drawn = coverage(read, index => isOn(read.glyphs[index]!, enclosed(area)), smallestShareDrawn)
      if (drawn) return wholeWords(drawn)
    }
    const near = this.nearestBlock(page, pointOf(area, kind))
    return near && near.distance <= reachPt ? {...nowhere, blocks: [near.block.id]} : undefined
  }

  private nearestTo({page, box, lines, kind, blocks = []}: Mark): Pick<Placement, 'nearest'> {
    const area = box ?? lines?.[0]
    const near = page === undefined ? undefined : area ? this.nearestBlock(page, pointOf(area, kind))?.block : this.firstOnPage(page)
    const id = near?.id ?? this.nearestNamed(blocks)
    return id === undefined ? {} : {nearest: id}
  }

  private firstOnPage(page: number): ManifestBlock | undefined {
    return this.hasPlaces ? this.manifest.blocks.find(({places}) => places?.some(place => place.page === page)) : undefined
  }

  /** For an id that is not there, such as `CB-99`: the last of its section before it. */
  private nearestNamed(ids: readonly string[]): string | undefined {
    const [code, number] = ids[0]?.split('-') ?? []
    const same = this.manifest.blocks.filter(({id}) => id.startsWith(`${code}-`))
    const distance = ({id}: ManifestBlock) => Math.abs(Number(id.split('-')[1]) - Number(number))
    return same.length === 0 ? undefined : same.reduce((a, b) => (distance(b) < distance(a) ? b : a)).id
  }

  private nearestBlock(page: number, point: readonly [number, number]): {block: ManifestBlock; distance: number} | undefined {
    const read = this.pages?.read(page)
    return nearest([...this.placesOn(page), ...(read ? glyphPlaces(read) : [])], point) ?? this.nearestPage(page)
  }

  private* placesOn(page: number): Iterable<{block: ManifestBlock; box: Box}> {
    if (!this.hasPlaces) return
    for (const block of this.manifest.blocks) for (const place of block.places ?? []) if (place.page === page) yield {block, box: place}
  }

  /** A page without blocks, such as one for notes: the last block before it. */
  private nearestPage(page: number): {block: ManifestBlock; distance: number} | undefined {
    if (!this.hasPlaces) return undefined
    const before = this.manifest.blocks.findLast(({places}) => places?.some(place => place.page < page))
    return before && {block: before, distance: Infinity}
  }
}

/** A hand that draws around words cuts through some: they are meant whole. */
function wholeWords({quote, before, after, ...rest}: Placement): Placement {
  const head = /^[\p{L}\p{N}]/u.test(quote) ? (/[\p{L}\p{N}’'-]+$/u.exec(before)?.[0] ?? '') : ''
  const tail = /[\p{L}\p{N}]$/u.test(quote) ? (/^[\p{L}\p{N}’'-]+/u.exec(after)?.[0] ?? '') : ''
  return {...rest, quote: `${head}${quote}${tail}`, before: before.slice(0, before.length - head.length), after: after.slice(tail.length)}
}

function* glyphPlaces({glyphs, alignment, letters}: ReadPage): Iterable<{block: ManifestBlock; box: Box}> {
  for (const [index, glyph] of glyphs.entries()) {
    const at = alignment[index]!
    if (at >= 0) yield {block: letters.blocks[letters.blockOf(at)]!, box: glyph}
  }
}

function nearest(places: Iterable<{block: ManifestBlock; box: Box}>, [x, y]: readonly [number, number]): {block: ManifestBlock; distance: number} | undefined {
  let found: {block: ManifestBlock; distance: number} | undefined
  for (const {block, box} of places) {
    const along = Math.max(box.left - x, x - box.right, 0)
    const across = Math.max(box.bottom - y, y - box.top, 0)
    const distance = along * alongWeight + across
    // Of boxes that hold the point, the later one is the inner one.
    if (!found || distance <= found.distance) found = {block, distance}
  }
  return found
}

/** The point of a mark that says most of where it belongs: people begin to write beside what they write about. */
function pointOf({left, bottom, right, top}: Box, kind: Mark['kind']): readonly [number, number] {
  return [(left + right) / 2, kind === 'text' ? Math.max(top - 8, (bottom + top) / 2) : (bottom + top) / 2]
}

function isOn(glyph: Glyph, line: Box): boolean {
  const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2]
  return x >= line.left && x <= line.right && y >= line.bottom && y <= line.top
}

/** What a drawing is around, or, when it is flat, what it underlines. */
function enclosed(box: Box): Box {
  const isFlat = box.top - box.bottom < 8
  return {left: box.left - 1, right: box.right + 1, bottom: isFlat ? box.bottom - 3 : box.bottom + 2, top: isFlat ? box.top + 10 : box.top - 2}
}

/**
 * The blocks of the glyphs that are covered, and their words; nothing when none is of the book. A block of which only `smallestShare` of all covered letters are,
 * and not half of its own, was only grazed.
 */
function coverage({glyphs, alignment, letters}: ReadPage, isCovered: (index: number) => boolean, smallestShare = smallestShareMarked): Placement | undefined {
  const covered: number[] = []
  for (let index = 0; index < glyphs.length; index++) if (alignment[index]! >= 0 && isCovered(index)) covered.push(alignment[index]!)
  if (covered.length === 0) return undefined
  const ranges = new Map<number, {from: number; to: number; count: number}>()
  for (const at of covered) {
    const block = letters.blockOf(at)
    const range = ranges.get(block)
    if (range) [range.from, range.to, range.count] = [Math.min(range.from, at), Math.max(range.to, at + 1), range.count + 1]
    else ranges.set(block, {from: at, to: at + 1, count: 1})
  }
  const isMeant = (block: number, count: number) => count > covered.length * smallestShare || count * 2 >= letters.startOf(block + 1) - letters.startOf(block)
  const meant = [...ranges].filter(([block, {count}]) => isMeant(block, count))
  return rangesPlacement(letters, (meant.length > 0 ? meant : [...ranges]).sort(([a], [b]) => a - b).map(([, range]) => range))
}

/** The words before the place where a caret points. */
function insertion(read: ReadPage, box: Box): Placement | undefined {
  const {glyphs, alignment, letters} = read
  const [x, y] = [(box.left + box.right) / 2, box.top]
  let found = -1
  let least = Infinity
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index]!
    if (alignment[index]! < 0) continue
    // A caret stands at the foot of the line, so the line is the one around or just above its tip.
    const across = Math.max(glyph.bottom - y, y - glyph.top, 0)
    const distance = across * 4 + Math.abs(glyph.right - x) + (glyph.right > x + 3 ? 4 : 0)
    if (distance < least) [found, least] = [index, distance]
  }
  if (found < 0 || least > reachPt) return undefined
  const at = alignment[found]!
  const block = letters.blockOf(at)
  const start = letters.startOf(block)
  const {text} = letters.blocks[block]!
  const end = wordEnd(text, letters.offsetOf(at) + 1)
  const from = Math.max(letters.offsetOf(start), text.lastIndexOf(' ', Math.max(0, end - 25)) + 1)
  return {blocks: [letters.blocks[block]!.id], quote: text.slice(from, end), before: text.slice(Math.max(0, from - contextLength), from), after: text.slice(end, end + contextLength)}
}

/** The nearest place between words, when it is not further than a hand trembles. */
function wordEnd(text: string, at: number): number {
  const isBetween = (place: number) => place === text.length || (!/[\p{L}\p{N}]/u.test(text[place]!) && /\S/.test(text[place - 1] ?? ' '))
  return [0, -1, 1, -2, 2].map(by => at + by).find(place => place > 0 && place <= text.length && isBetween(place)) ?? at
}

/** Words from one letter to another, which may stand in several blocks. */
function wordsPlacement(letters: Letters, from: number, to: number): Placement {
  const ranges: {from: number; to: number}[] = []
  for (let block = letters.blockOf(from); block <= letters.blockOf(to - 1); block++) {
    const range = {from: Math.max(from, letters.startOf(block)), to: Math.min(to, letters.startOf(block + 1))}
    if (range.to > range.from) ranges.push(range)
  }
  return rangesPlacement(letters, ranges)
}

function rangesPlacement(letters: Letters, ranges: readonly {readonly from: number; readonly to: number}[]): Placement {
  const parts = ranges.map(({from, to}) => {
    const block = letters.blocks[letters.blockOf(from)]!
    const last = letters.offsetOf(to - 1)
    const end = last + String.fromCodePoint(block.text.codePointAt(last)!).length
    return {id: block.id, text: block.text, start: letters.offsetOf(from), end}
  })
  const [first, last] = [parts[0]!, parts.at(-1)!]
  return {
    blocks: parts.map(({id}) => id),
    quote: parts.map(({text, start, end}) => text.slice(start, end)).join('\n'),
    before: first.text.slice(Math.max(0, first.start - contextLength), first.start),
    after: last.text.slice(last.end, last.end + contextLength)
  }
}
