// Read: YAML as the schema and the readers of files see it; every value is text as it was typed, and knows its place.

import type {Position} from 'unist'

export interface YamlText {
  readonly kind: 'text'
  readonly text: string
  readonly position: Position
}

export interface YamlList {
  readonly kind: 'list'
  readonly entries: readonly YamlNode[]
  readonly position: Position
}

export interface YamlEntry {
  readonly key: string
  readonly keyPosition: Position
  readonly value: YamlNode
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
  readonly position: Position
}

/** A key with nothing behind it, or a file without a key. */
export interface YamlNothing {
  readonly kind: 'nothing'
  readonly position: Position
}

export type YamlNode = YamlText | YamlList | YamlMap | YamlNothing

/** Value of a key; nothing unless `node` is a map that has it. */
export function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  if (node?.kind !== 'map') return undefined
  return node.entries.find(entry => entry.key === key)?.value
}

/** Text of a key without white space around it; nothing when there is none. */
export function textOf(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueOf(node, key)
  if (value?.kind !== 'text') return undefined
  return value.text.trim() || undefined
}

/** Texts in the list of a key with their places; empty when there is no list. */
export function textsOf(node: YamlNode | undefined, key: string): readonly YamlText[] {
  const value = valueOf(node, key)
  if (value?.kind !== 'list') return []
  return value.entries.filter(entry => entry.kind === 'text' && entry.text.trim() !== '') as YamlText[]
}
