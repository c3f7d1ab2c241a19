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
  const tokens = line.map(({text}) => tokensOf(text.value))
  const owners = tokens.flatMap((own, node) => own.map(token => ({token, node})))
  const made: ElementContent[][] = line.map(() => [])
  let at = 0
  const stretches = redlineWords(tokensOf(old.trim()), owners.map(({token}) => token))
  for (const [i, {kind, tokens: stretch}] of stretches.entries()) {
    if (kind === 'del') {
      const node = owners[at - 1]?.node ?? owners[at]?.node ?? 0
      made[node]!.push(mark('del', stretch.join('')))
      // Read aloud, the last word of one must not run into the first of the other.
      if (stretches[i + 1]?.kind === 'ins') made[node]!.push({type: 'text', value: ' '})
      continue
    }
    for (const {node, text} of runsOf(owners.slice(at, at + stretch.length))) made[node]!.push(kind === 'ins' && text.trim() !== '' ? mark('ins', text) : {type: 'text', value: text})
    at += stretch.length
  }
  for (const [node, {text, parent}] of line.entries()) parent.children.splice(parent.children.indexOf(text), 1, ...made[node]!)
}

/** Tokens of the same text node as one text. */
function runsOf(owners: readonly {token: string; node: number}[]): {node: number; text: string}[] {
  const runs: {node: number; text: string}[] = []
  for (const {token, node} of owners) {
    const last = runs.at(-1)
    if (last?.node === node) last.text += token
    else runs.push({node, text: token})
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
