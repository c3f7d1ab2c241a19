// Model 2: name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7).

import type {PdfWriter} from './write-pdf.ts'
import {formatBytes} from './serialize.ts'

const leafSize = 128

/** Adds a number tree for values given as PDF text, by ascending key, and returns its object number. */
export function addNumberTree(writer: PdfWriter, entries: readonly (readonly [key: number, value: string])[]): number {
  return addTree(writer, 'Nums', entries.map(([key, value]) => [String(key), value]))
}

/** Adds a name tree for values given as PDF text, and returns its object number; sorts the names by their bytes. */
export function addNameTree(writer: PdfWriter, entries: readonly (readonly [name: string, value: string])[]): number {
  const sorted = [...entries].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  return addTree(writer, 'Names', sorted.map(([name, value]) => [formatBytes(name), value]))
}

function addTree(writer: PdfWriter, kind: 'Nums' | 'Names', entries: readonly (readonly [key: string, value: string])[]): number {
  const body = (from: number, to: number) => `/${kind}[${entries.slice(from, to).map(([key, value]) => `${key} ${value}`).join(' ')}]`
  if (entries.length <= leafSize) return writer.add(`<<${body(0, entries.length)}>>`)
  const leaves: string[] = []
  for (let from = 0; from < entries.length; from += leafSize) {
    const to = Math.min(from + leafSize, entries.length)
    leaves.push(`${writer.add(`<</Limits[${entries[from]![0]} ${entries[to - 1]![0]}]${body(from, to)}>>`)} 0 R`)
  }
  return writer.add(`<</Kids[${leaves.join(' ')}]>>`)
}
