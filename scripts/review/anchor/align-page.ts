// Review: which letter of the book each glyph of a page is.

import type {Glyph} from '../../pdf/page-glyphs.ts'
import {foldText, type Letters} from './letters.ts'

/** For each glyph, the place of its first letter in `letters.text`; -1 for what is not of the blocks, such as a running head. */
export type Alignment = Int32Array

/** How far ahead of the last letter so many letters in a row are looked for. Fewer would be found where they are not. */
const reaches: readonly (readonly [length: number, ahead: number])[] = [[24, Infinity], [12, 1500], [8, 400], [5, 60]]

/** So many letters are the same by chance, no more. */
const longestChance = 3

/**
 * Glyphs as letters of the blocks. A page is read in the order in which it is painted, which is that of the text but for running heads, margins and columns that
 * somebody's program has put elsewhere. Between the ids that drafts print beside blocks and other words that are not the book's, the text is found again
 * by its next letters; of equal sentences the one is taken that follows, and was not met on this page. `ids` says which block an id in the margin names.
 */
export function alignPage(glyphs: readonly Glyph[], letters: Letters, ids: ReadonlyMap<string, number>, start = 0): Alignment {
  const alignment = new Int32Array(glyphs.length).fill(-1)
  const stream: string[] = []
  const owners: number[] = []
  const starts = new Map<number, number>()
  const labels = findLabels(glyphs, ids)
  glyphs.forEach((glyph, index) => {
    const block = labels.get(index)
    if (block === -1) return
    if (block !== undefined) starts.set(stream.length, letters.startOf(block))
    else if (!glyph.isArtifact) {
      for (const letter of foldText(glyph.text)) {
        stream.push(letter)
        owners.push(index)
      }
    }
  })
  const page = stream.join('')
  const used = new Uint8Array(letters.text.length)
  let next = start
  let isSure = false
  for (let i = 0; i < page.length; ) {
    const label = starts.get(i)
    if (label !== undefined && page.startsWith(startOfBlock(label), i)) {
      next = label
      isSure = true
    } else if (label !== undefined) isSure = false
    if (!isSure || page[i] !== letters.text[next]) {
      const found = findAgain(page, i, letters.text, next, used)
      isSure = found >= 0
      if (!isSure) {
        i++
        continue
      }
      // What was read to its end took nothing that is not its own.
      if (!isStartOfBlock(next)) takeBack(found, i)
      next = found
    }
    const owner = owners[i]!
    if (alignment[owner] === -1) alignment[owner] = next
    used[next] = 1
    next++
    i++
  }
  return alignment

  /** Enough of a block to know it by. */
  function startOfBlock(at: number): string {
    return letters.text.slice(at, Math.min(at + 8, letters.startOf(letters.blockOf(at) + 1)))
  }

  function isStartOfBlock(at: number): boolean {
    return at === letters.text.length || at === letters.startOf(letters.blockOf(at))
  }

  /** The first letters of what was found may have gone to what came before it, whose next letters were the same by chance. */
  function takeBack(found: number, i: number): void {
    for (let back = 1; back <= longestChance && back <= Math.min(found, i); back++) {
      const owner = owners[i - back]!
      if (page[i - back] !== letters.text[found - back] || used[found - back]) return
      alignment[owner] = found - back
      used[found - back] = 1
    }
  }
}

function findAgain(page: string, at: number, text: string, next: number, used: Uint8Array): number {
  // What is longer begins with the shortest.
  const [shortest] = reaches.at(-1)!
  if (!text.includes(page.slice(at, at + shortest))) return -1
  for (const [length, ahead] of reaches) {
    const wanted = page.slice(at, at + length)
    if (wanted.length < length) continue
    const found = ahead === Infinity ? text.indexOf(wanted, next) : indexWithin(text, wanted, next, ahead)
    if (found >= 0) return found
    if (ahead < 1000) continue
    for (let earlier = text.indexOf(wanted); earlier >= 0 && earlier < next; earlier = text.indexOf(wanted, earlier + 1)) if (!used[earlier]) return earlier
  }
  return -1
}

function indexWithin(text: string, wanted: string, from: number, ahead: number): number {
  const found = text.slice(from, from + ahead + wanted.length).indexOf(wanted)
  return found < 0 ? found : from + found
}

/** Glyphs of ids in the margin: the block's index for the first glyph of each, -1 for the others. */
function findLabels(glyphs: readonly Glyph[], ids: ReadonlyMap<string, number>): Map<number, number> {
  const labels = new Map<number, number>()
  let text = ''
  const owners: number[] = []
  glyphs.forEach((glyph, index) => {
    if (index > 0 && isApart(glyphs[index - 1]!, glyph)) text += ' '
    while (owners.length < text.length) owners.push(-1)
    text += glyph.text
    while (owners.length < text.length) owners.push(index)
  })
  // Hyphens of all kinds, none of which is longer than another.
  for (const {0: id, index: at} of text.replace(/[\u2010-\u2015\u00ad]/g, '-').matchAll(/(?<![\p{L}\p{N}-])[A-Z][A-Z0-9]{0,5}-[1-9]\d*(?![\p{L}\p{N}-])/gu)) {
    const block = ids.get(id)
    if (block === undefined) continue
    for (let i = 0; i < id.length; i++) labels.set(owners[at + i]!, i === 0 ? block : -1)
  }
  return labels
}

/** True when no word goes on from one glyph to the next. */
function isApart(a: Glyph, b: Glyph): boolean {
  const height = a.top - a.bottom
  return Math.abs(a.bottom - b.bottom) > height / 2 || b.left - a.right > height * 0.3 || b.left < a.left - height
}
