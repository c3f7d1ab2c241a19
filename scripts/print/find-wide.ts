// Print: reads a layout for the elements that stick out of the page at the end of their lines.

import type {Protocol} from 'puppeteer-core'
import {parseStructureKey} from '../render/structure-key.ts'
import type {Overflow} from './overflow.ts'

/** Rounding of layout, in px. */
const tolerancePx = 1
const longestText = 80

/** The outermost things that stick out, in reading order. What an element clips does not count. */
export function findWide(snapshot: Protocol.DOMSnapshot.CaptureSnapshotResponse, roomPx: number): Overflow[] {
  const tree = readTree(snapshot)
  const found: Overflow[] = []
  const reported = new Set<number>()
  for (const [index, node] of tree.nodes.entries()) {
    const widthPx = tree.widthPx(index, roomPx)
    if (widthPx <= roomPx + tolerancePx) continue
    const above = tree.above(node)
    if (above.some(ancestor => reported.has(ancestor) || tree.isClipping(ancestor))) continue
    reported.add(node)
    const key = tree.key(node) ?? tree.firstKeyIn(node) ?? above.map(tree.key).find(known => known !== undefined)
    found.push({...(key === undefined ? {} : {key}), text: tree.text(node), widthPx: Math.round(widthPx), roomPx: Math.round(roomPx)})
  }
  return found
}

/** A snapshot's first document, by index of its nodes. `nodes` are those that have a box, in the order of their boxes. */
function readTree({documents, strings}: Protocol.DOMSnapshot.CaptureSnapshotResponse) {
  const [document] = documents
  if (document === undefined) throw new Error('The snapshot holds no document')
  const {nodes, layout} = document
  const string = (index: number | undefined) => strings[index ?? -1] ?? ''
  const parents = nodes.parentIndex ?? []
  const clipping = new Set<number>()
  const words = new Map<number, string[]>()
  const above = (node: number) => {
    const ancestors: number[] = []
    for (let at = parents[node] ?? -1; at >= 0; at = parents[at] ?? -1) ancestors.push(at)
    return ancestors
  }
  const key = (node: number) => parseStructureKey(attribute(nodes.attributes?.[node] ?? [], 'lang', string)).key
  const wordsOf = (node: number) => words.get(node) ?? words.set(node, []).get(node)!
  for (const [index, node] of layout.nodeIndex.entries()) {
    const name = string(nodes.nodeName?.[node])
    const overflow = string(layout.styles[index]?.[0])
    if (!['', 'visible'].includes(overflow) && !['HTML', 'BODY', '#document'].includes(name)) clipping.add(node)
    const text = string(layout.text[index])
    if (text !== '') for (const at of [node, ...above(node)]) wordsOf(at).push(text)
  }
  return {
    nodes: layout.nodeIndex,
    above,
    widthPx(index: number, roomPx: number) {
      const [leftPx = 0, , widthPx = 0] = layout.bounds[index] ?? []
      return string(layout.styles[index]?.[1]) === 'rtl' ? roomPx - leftPx : leftPx + widthPx
    },
    isClipping: (node: number) => clipping.has(node),
    key,
    firstKeyIn: (node: number) => key(parents.findIndex((_, inner) => inner > node && key(inner) !== undefined && above(inner).includes(node))),
    text: (node: number) => beginning((words.get(node) ?? []).join(' '))
  }
}

function attribute(pairs: readonly number[], name: string, string: (index: number | undefined) => string): string {
  const at = pairs.findIndex((index, position) => position % 2 === 0 && string(index) === name)
  return at < 0 ? '' : string(pairs[at + 1])
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longestText ? line : `${line.slice(0, longestText - 1).trimEnd()}…`
}
