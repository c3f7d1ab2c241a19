// Review: the old words of a block are marked in its new HTML.

import type {Element, ElementContent} from 'hast'
import {diffArrays} from 'diff'
import {h} from 'hastscript'
import {redlineWords, tokensOf} from './redline-words.ts'
import {textOfLine, type TextLine} from './text-lines.ts'

/** Makes the element of marked words. */
export type Mark = (kind: 'ins' | 'del', text: string) => Element

/** Marks in `lines` what is not in the `old` lines, and puts what only they had where it stood. Cell by cell in a row, else paragraph by paragraph. */
export function redlineBlock(block: Element, lines: readonly TextLine[], old: readonly string[], mark: Mark): void {
  const pairs = lines.length === old.length ? lines.map((_, i) => [i, i] as const) : alignLines(old, lines.map(textOfLine))
  let last: TextLine | undefined
  for (const [before, after] of pairs) {
    const line = after === undefined ? undefined : lines[after]!
    if (line) redlineLine(line, before === undefined ? '' : old[before]!, mark)
    else appendRemoved(block, last, old[before!]!, mark)
    last = line ?? last
  }
}

type Pair = readonly [before: number | undefined, after: number | undefined]

/** Lines that are the same are pairs; of the others between them, as many as there are on both sides. */
function alignLines(old: readonly string[], now: readonly string[]): Pair[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const pairs: Pair[] = []
  let [o, n] = [0, 0]
  let [olds, news]: [number[], number[]] = [[], []]
  const flush = () => {
    const both = Math.min(olds.length, news.length)
    pairs.push(...olds.map((before, i): Pair => [before, i < both ? news[i] : undefined]), ...news.slice(both).map((after): Pair => [undefined, after]))
    ;[olds, news] = [[], []]
  }
  for (const {added, removed, count = 0} of diffArrays(old.map(plain), now.map(plain))) {
    for (let i = 0; i < count; i++) {
      if (added) news.push(n++)
      else if (removed) olds.push(o++)
      else {
        flush()
        pairs.push([o++, n++])
      }
    }
  }
  flush()
  return pairs
}

function redlineLine(line: TextLine, old: string, mark: Mark): void {
  const owners = ownersOf(line)
  const made: ElementContent[][] = line.map(() => [])
  let at = 0
  const stretches = redlineWords(tokensOf(old.trim()), owners.map(({token}) => token))
  for (const [i, {kind, tokens: stretch}] of stretches.entries()) {
    if (kind === 'del') {
      const node = owners[at - 1]?.pieces.at(-1)!.node ?? owners[at]?.pieces[0]!.node ?? 0
      made[node]!.push(mark('del', stretch.join('')))
      // Read aloud, the last word of one must not run into the first of the other.
      if (stretches[i + 1]?.kind === 'ins') made[node]!.push({type: 'text', value: ' '})
      continue
    }
    for (const {node, text} of runsOf(owners.slice(at, at + stretch.length).flatMap(({pieces}) => pieces))) made[node]!.push(kind === 'ins' && text.trim() !== '' ? mark('ins', text) : {type: 'text', value: text})
    at += stretch.length
  }
  for (const [node, {text, parent}] of line.entries()) parent.children.splice(parent.children.indexOf(text), 1, ...made[node]!)
}

interface Piece {
  readonly node: number
  readonly text: string
}

/** The words of a line, each with the text nodes that it stands in: of H₂O, these are three. */
function ownersOf(line: TextLine): {token: string; pieces: Piece[]}[] {
  let [node, offset] = [0, 0]
  return tokensOf(textOfLine(line)).map(token => {
    const pieces: Piece[] = []
    for (let left = token; left !== ''; ) {
      const rest = line[node]!.text.value.slice(offset)
      const text = left.slice(0, rest.length)
      if (text !== '') pieces.push({node, text})
      left = left.slice(text.length)
      if (text.length < rest.length) offset += text.length
      else [node, offset] = [node + 1, 0]
    }
    return {token, pieces}
  })
}

/** Pieces of the same text node as one text. */
function runsOf(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const {node, text} of pieces) {
    const last = runs.at(-1)
    if (last?.node === node) runs[runs.length - 1] = {node, text: last.text + text}
    else runs.push({node, text})
  }
  return runs
}

function appendRemoved(block: Element, last: TextLine | undefined, old: string, mark: Mark): void {
  const parent = last?.at(-1)?.parent ?? block
  parent.children.push({type: 'text', value: ' '}, mark('del', old.replace(/\s+/g, ' ').trim()))
}

/** Marks everything that a block says as put in. */
export function markAdded(lines: readonly TextLine[], mark: Mark): void {
  for (const {text, parent} of lines.flat()) {
    if (text.value.trim() !== '') parent.children.splice(parent.children.indexOf(text), 1, mark('ins', text.value))
  }
}

/** A block that is gone, as a row or an item where it can be one, else as a paragraph. */
export function removedBlock(tagName: 'li' | 'tr' | 'p', old: readonly string[], mark: Mark): Element {
  const words = old.map(line => mark('del', line.replace(/\s+/g, ' ').trim()))
  if (tagName === 'tr') return h('tr', words.map(word => h('td', word)))
  return h(tagName, words.flatMap((word, i): ElementContent[] => (i === 0 ? [word] : [{type: 'text', value: ' '}, word])))
}
