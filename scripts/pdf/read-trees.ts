// Model 2: name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7), and what hangs in them: destinations and page labels.

import {type Dict, Name, type PdfObject, PdfString, Ref} from './objects.ts'
import type {PdfFile} from './open-pdf.ts'
import {formatRoman} from './page-labels.ts'

/** Keys and values of a tree in file order; a part of the tree that leads back into it is read once. */
export function treeEntries(file: PdfFile, root: PdfObject | undefined, leafKey: 'Names' | 'Nums', seen: Set<number> = new Set()): [PdfObject, PdfObject][] {
  if (root instanceof Ref) {
    if (seen.has(root.number)) return []
    seen.add(root.number)
  }
  const node = file.dict(root)
  const leaves = file.array(node.get(leafKey))
  const own: [PdfObject, PdfObject][] = []
  for (let i = 0; i + 1 < leaves.length; i += 2) own.push([leaves[i]!, leaves[i + 1]!])
  return [...own, ...file.array(node.get('Kids')).flatMap(kid => treeEntries(file, kid, leafKey, seen))]
}

/** Labels of all pages (12.4.2); the ordinal number where the file gives none. */
export function pageLabels(file: PdfFile, count: number): string[] {
  const ranges = treeEntries(file, file.catalog.get('PageLabels'), 'Nums').map(([first, range]) => ({first: file.number(first) ?? 0, range: file.dict(range)}))
  return Array.from({length: count}, (_, index) => {
    const found = ranges.findLast(({first}) => first <= index)
    return found ? formatLabel(file, found.range, index - found.first) : String(index + 1)
  })
}

function formatLabel(file: PdfFile, range: Dict, offset: number): string {
  const number = (file.number(range.get('St')) ?? 1) + offset
  return (file.text(range.get('P')) ?? '') + formatNumber(number, file.name(range.get('S')))
}

function formatNumber(number: number, style: string | undefined): string {
  switch (style) {
    case 'D':
      return String(number)
    case 'r':
      return formatRoman(number)
    case 'R':
      return formatRoman(number).toUpperCase()
    case 'a':
    case 'A': {
      const letter = String.fromCharCode((style === 'a' ? 97 : 65) + ((number - 1) % 26))
      return letter.repeat(Math.floor((number - 1) / 26) + 1)
    }
  }
  return ''
}

/** Finds the page that a destination shows, be it named or explicit (12.3.2). */
export class DestinationFinder {
  /** Page index by name, sorted by name. */
  readonly named: ReadonlyMap<string, number | undefined>

  constructor(
    private readonly file: PdfFile,
    private readonly pageIndexes: ReadonlyMap<number, number>
  ) {
    const old = [...file.dict(file.catalog.get('Dests'))]
    const inTree = treeEntries(file, file.dict(file.catalog.get('Names')).get('Dests'), 'Names').map(([name, value]): [string, PdfObject] => [file.text(name) ?? '', value])
    this.named = new Map([...old, ...inTree].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, this.explicit(value)]))
  }

  /** Page index of a destination; nothing when it leads nowhere in this file. */
  find(destination: PdfObject | undefined): number | undefined {
    const name = this.nameOf(destination)
    return name === undefined ? this.explicit(destination) : this.named.get(name)
  }

  nameOf(destination: PdfObject | undefined): string | undefined {
    const value = this.file.resolve(destination)
    if (value instanceof Name) return value.value
    return value instanceof PdfString ? this.file.text(value) : undefined
  }

  private explicit(destination: PdfObject | undefined): number | undefined {
    const value = this.file.resolve(destination)
    const [page] = this.file.array(value instanceof Map ? value.get('D') : value)
    return page instanceof Ref ? this.pageIndexes.get(page.number) : undefined
  }
}
