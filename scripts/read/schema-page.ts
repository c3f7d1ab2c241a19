// Read: the page `docs/book-yaml.md`, written from the schemas.

import {abbreviationsSchema} from './abbreviations-schema.ts'
import type {KeySchema, MapSchema} from './key-schema.ts'
import {labelsSchema} from './labels-schema.ts'
import {bookSchema, factsSchema, quoteSchema, sectionSchema} from './schema.ts'

/** Markdown of the whole page. */
export function schemaPage(): string {
  return [
    '<!-- Written from scripts/read/schema.ts by `npm run docs`. Changes made here are lost. -->',
    '# Keys of book.yaml, other YAML files and front matter\n',
    'A key that is not listed here is an error, and the message names the nearest one that is. Values are taken as they are typed: `edition: 1.10` stays `1.10`.',
    'A value with a colon and a space in it, or one that begins with a special character, goes in quotation marks. [How a book’s folder is laid out](manuscript.md)',
    'says what the files are for.\n',
    ...schemaSection('`book.yaml`', bookSchema, [], 'book.yaml'),
    ...editionSection(),
    ...schemaSection('Front matter of a section', sectionSchema, ['---'], 'sections/preventing-escalation/index.md'),
    ...schemaSection('Front matter of a quote', quoteSchema, ['---'], 'quotes/boundaries.md'),
    ...namesSection(factsSchema),
    ...namesSection(labelsSchema),
    ...namesSection(abbreviationsSchema)
  ].join('\n')
}

function schemaSection(title: string, schema: MapSchema, fence: readonly string[], file: string): string[] {
  const example = Object.entries(schema.properties).flatMap(([key, property]) => exampleLines(key, property))
  return [
    `## ${title}\n`,
    `${schema.description}\n`,
    ...keyTable(schema),
    '',
    `Every key, in \`${file}\`:\n`,
    '```yaml',
    ...fence,
    ...example,
    ...fence,
    '```',
    ''
  ]
}

function editionSection(): string[] {
  const editions = bookSchema.properties['editions']
  if (
    !editions ||
    'anyOf' in editions ||
    editions.type === 'string' ||
    editions.type === 'array' ||
    editions.additionalProperties === false
  )
    return []
  const edition = editions.additionalProperties
  if ('anyOf' in edition || edition.type === 'string' || edition.type === 'array') return []
  return ['### An edition\n', `${edition.description} Its id is ${editions.propertyNames?.title ?? 'text'}.\n`, ...keyTable(edition), '']
}

/** A file whose keys are names that the book gives. */
function namesSection({title, description, propertyNames, additionalProperties, examples}: MapSchema): string[] {
  if (additionalProperties === false) return []
  const entry = mapOf(additionalProperties)
  const example = (examples ?? []).flatMap(each => yamlLines(each, ''))
  return [
    `## ${title}\n`,
    `${description}\n`,
    `A name is ${propertyNames?.title ?? 'text'}. ${additionalProperties.description}\n`,
    ...(entry ? keyTable(entry) : []),
    '',
    `An example of ${title}:\n`,
    '```yaml',
    ...example,
    '```',
    ''
  ]
}

function mapOf(schema: KeySchema): MapSchema | undefined {
  if ('anyOf' in schema) return schema.anyOf[1]
  return schema.type === 'string' || schema.type === 'array' ? undefined : schema
}

function keyTable(schema: MapSchema): string[] {
  const rows = Object.entries(schema.properties).map(([key, property]) => {
    const required = schema.required?.includes(key) ? ' (required)' : ''
    return `| \`${key}\`${required} | ${valueWords(property)} | ${property.description}${fallbackWords(property)} |`
  })
  return ['| Key | Value | What it says |', '| --- | --- | --- |', ...rows]
}

function valueWords(schema: KeySchema): string {
  if ('anyOf' in schema) return schema.anyOf.map(valueWords).join(', or ')
  return schema.title ?? 'text'
}

function fallbackWords(schema: KeySchema): string {
  const fallback = 'type' in schema && schema.type === 'string' ? schema.default : undefined
  return fallback === undefined ? '' : ` Without it, \`${fallback}\`.`
}

function exampleLines(key: string, schema: KeySchema): string[] {
  const example = 'anyOf' in schema ? undefined : schema.examples?.[0]
  return example === undefined ? [] : yamlLines({[key]: example}, '')
}

/** YAML of a plain example. */
function yamlLines(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    if (each === null) return [`${indent}${key}:`]
    if (Array.isArray(each)) return [`${indent}${key}:`, ...each.map(entry => `${indent}  - ${String(entry)}`)]
    if (typeof each === 'object') return [`${indent}${key}:`, ...yamlLines(each, `${indent}  `)]
    return [`${indent}${key}: ${String(each)}`]
  })
}
