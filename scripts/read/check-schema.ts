// Read: YAML nodes against a schema. Own code for the few words of JSON Schema that `key-schema.ts` has: ajv needs longer to start than
// a whole rebuild may take, and knows no places. A test holds both to the same verdicts.

import type {Position} from 'unist'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {RuleId} from '../diagnostics/rules.ts'
import type {KeySchema, ListSchema, MapSchema, TextSchema} from './key-schema.ts'
import type {YamlMap, YamlNode, YamlNothing, YamlText} from './yaml-node.ts'

/** One thing wrong with a file's keys. */
export interface SchemaProblem {
  readonly rule: RuleId
  readonly reason: string
  readonly position: Position
  readonly note?: string
}

/** Everything in `node` that `schema` does not allow, in the order of the file. */
export function checkSchema(node: YamlNode, schema: MapSchema): SchemaProblem[] {
  if (node.kind === 'text' || node.kind === 'list') return [unexpectedKind(node, undefined, `\`key: value\` lines for ${schema.title}`)]
  return [...checkMap(node, schema, schema.title)]
}

function* checkNode(node: YamlNode, schema: KeySchema, name: string): Iterable<SchemaProblem> {
  if ('anyOf' in schema) yield* checkNode(node, schema.anyOf[node.kind === 'map' ? 1 : 0], name)
  else if (schema.type === 'string') yield* checkText(node, schema, name)
  else if (schema.type === 'array') yield* checkList(node, schema, name)
  else if (node.kind === 'map' || (node.kind === 'nothing' && schema.type !== 'object')) yield* checkMap(node, schema, `\`${name}\``)
  else yield unexpectedKind(node, name, schema.title)
}

function* checkMap(node: YamlMap | YamlNothing, schema: MapSchema, name: string): Iterable<SchemaProblem> {
  const entries = node.kind === 'map' ? node.entries : []
  const keys = Object.keys(schema.properties)
  const meant = new Set(entries.map(({key}) => (keys.includes(key) ? key : nearestName(key, keys))))
  for (const required of schema.required ?? []) {
    if (!meant.has(required)) yield missingKey(required, schema, name, node.position)
  }
  for (const {key, keyPosition, value} of entries) {
    const property = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
    if (property) yield* checkNode(value, property, key)
    else if (schema.additionalProperties === false) yield unknownKey(key, schema, name, keyPosition)
    else {
      yield* checkName(key, schema, keyPosition)
      yield* checkNode(value, schema.additionalProperties, key)
    }
  }
}

function missingKey(key: string, schema: MapSchema, name: string, position: Position): SchemaProblem {
  const example = exampleOf(schema.properties[key])
  return {
    rule: 'key-missing',
    reason: `Unexpected end of ${name}, expected the key \`${key}\``,
    position: {start: position.start, end: position.start},
    note: `add a line such as \`${key}: ${example}\``
  }
}

function exampleOf(schema: KeySchema | undefined): string {
  return schema && 'type' in schema && schema.type === 'string' ? (schema.examples[0] ?? '…') : '…'
}

function unknownKey(key: string, schema: MapSchema, name: string, position: Position): SchemaProblem {
  const keys = Object.keys(schema.properties)
  const nearest = nearestName(key, keys)
  return {
    rule: 'key-unknown',
    reason: `Unexpected key \`${key}\`, expected a key of ${name}`,
    position,
    note: nearest === undefined ? `the keys are ${keys.map(each => `\`${each}\``).join(', ')}` : `the nearest key is \`${nearest}\``
  }
}

function* checkName(key: string, schema: MapSchema, position: Position): Iterable<SchemaProblem> {
  const names = schema.propertyNames
  if (names && !new RegExp(names.pattern).test(key))
    yield {rule: 'key-value', reason: `Unexpected id \`${key}\`, expected ${names.title}`, position}
}

function* checkList(node: YamlNode, schema: ListSchema, name: string): Iterable<SchemaProblem> {
  if (node.kind !== 'list') {
    const note = node.kind === 'text' ? `write each entry on a line of its own, such as \`- ${node.text}\`` : undefined
    yield unexpectedKind(node, name, schema.title, note)
    return
  }
  for (const entry of node.entries) yield* checkText(entry, schema.items, name)
}

function* checkText(node: YamlNode, schema: TextSchema, name: string): Iterable<SchemaProblem> {
  const expected = schema.title ?? 'text'
  if (node.kind !== 'text') {
    yield unexpectedKind(node, name, expected)
    return
  }
  if (!isValid(node.text, schema)) yield unexpectedText(node, schema, name)
}

function isValid(text: string, schema: TextSchema): boolean {
  if (schema.minLength !== undefined && text.trim() === '') return false
  if (schema.enum && !schema.enum.includes(text)) return false
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(text)) return false
  return schema.format !== 'date' || isDate(text)
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function unexpectedText(node: YamlText, schema: TextSchema, name: string): SchemaProblem {
  const nearest = schema.enum && nearestName(node.text, schema.enum)
  return {
    rule: 'key-value',
    reason: `Unexpected ${node.text.trim() === '' ? 'empty text' : `\`${node.text}\``} for \`${name}\`, expected ${schema.title ?? 'text'}`,
    position: node.position,
    ...(nearest === undefined ? {} : {note: `the nearest is \`${nearest}\``})
  }
}

const kindNames: Record<YamlNode['kind'], string> = {text: 'text', list: 'list', map: 'list of keys', nothing: 'nothing'}

function unexpectedKind(node: YamlNode, key: string | undefined, expected: string, note?: string): SchemaProblem {
  const where = key === undefined ? '' : ` for \`${key}\``
  const reason = `Unexpected ${kindNames[node.kind]}${where}, expected ${expected}`
  return {rule: 'key-value', reason, position: node.position, ...(note === undefined ? {} : {note})}
}
