// Read: the YAML that front matter nearly always is, lines of `key: value`, read without the YAML package, which needs a hundred times
// as long. Whatever is not certain to mean the same in YAML is refused.

import type {Position} from 'unist'
import type {YamlEntry, YamlMap, YamlNode} from './yaml-node.ts'

const line = /^([A-Za-z][\w-]*):(?:( +)(\S.*?))? *$/
const plainValue = /^[\w/.(<=+^$\u00a1-\u024f“„‘’…](?:[^:#]|:(?=[^\s])|(?<=\S)#)*$/
const doubleQuoted = /^"([^"\\]*)"$/
const singleQuoted = /^'([^']*)'$/
const simpleList = /^\[ *([A-Za-z0-9][\w .-]*(?:, *[A-Za-z0-9][\w .-]*)*) *\]$/

/** The map that the lines say; nothing when a line is anything but a word, a colon, and a simple value or list. */
export function parseSimpleYaml(text: string, firstLine: number): YamlMap | undefined {
  const entries: YamlEntry[] = []
  const seen = new Set<string>()
  const lines = text.split('\n')
  for (const [index, content] of lines.entries()) {
    if (content === '') continue
    const entry = parseLine(content, firstLine + index)
    if (!entry || seen.has(entry.key)) return undefined
    seen.add(entry.key)
    entries.push(entry)
  }
  if (entries.length === 0) return undefined
  return {kind: 'map', entries, position: {start: entries[0]!.keyPosition.start, end: entries.at(-1)!.value.position.end}}
}

function parseLine(content: string, lineNumber: number): YamlEntry | undefined {
  const match = line.exec(content)
  if (!match) return undefined
  const [, key = '', space = '', value = ''] = match
  const column = key.length + 1 + space.length + 1
  if (value === '') return undefined
  const node = parseValue(value, place(lineNumber, column, value.length), lineNumber, column)
  return node && {key, keyPosition: place(lineNumber, 1, key.length), value: node}
}

function parseValue(value: string, position: Position, lineNumber: number, column: number): YamlNode | undefined {
  if (plainValue.test(value)) return {kind: 'text', text: value, position}
  const quoted = doubleQuoted.exec(value) ?? singleQuoted.exec(value)
  if (quoted) return {kind: 'text', text: quoted[1]!, position}
  if (simpleList.test(value)) return {kind: 'list', entries: listEntries(value, lineNumber, column), position}
  return undefined
}

function listEntries(value: string, lineNumber: number, column: number): YamlNode[] {
  return [...value.matchAll(/[A-Za-z0-9](?:[\w .-]*[\w.-])?/g)].map(({0: text, index}) => ({
    kind: 'text',
    text,
    position: place(lineNumber, column + index, text.length)
  }))
}

function place(lineNumber: number, column: number, length: number): Position {
  return {start: {line: lineNumber, column}, end: {line: lineNumber, column: column + length}}
}
