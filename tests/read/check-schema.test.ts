import {Ajv2020} from 'ajv/dist/2020.js'
import {parse} from 'yaml'
import {describe, expect, test} from 'vitest'
import {checkSchema} from '../../scripts/read/check-schema.ts'
import {parseYaml} from '../../scripts/read/parse-yaml.ts'
import {abbreviationsSchema} from '../../scripts/read/abbreviations-schema.ts'
import type {MapSchema} from '../../scripts/read/key-schema.ts'
import {labelsSchema} from '../../scripts/read/labels-schema.ts'
import {bookSchema, factsSchema, quoteSchema, sectionSchema} from '../../scripts/read/schema.ts'

const schemas: Record<string, MapSchema> = {abbreviationsSchema, bookSchema, factsSchema, labelsSchema, quoteSchema, sectionSchema}

/** The same as `isDate`, by the calendar instead of by `Date`. */
function isCalendarDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= ([31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

/** Values as text, nothing as null: what the schemas speak of. */
function valuesOf(text: string): unknown {
  return JSON.parse(JSON.stringify(parse(text, {schema: 'failsafe'}) ?? {}).replaceAll('""', 'null'))
}

const texts = ['title: T', 'titel: T', 'title: ""', 'title:', 'title: [a]', 'title: {a: b}', 'title: " "']
const samples: Record<string, readonly string[]> = {
  bookSchema: [
    ...texts,
    ...['en', 'en-US', 'zh-Hant-TW', 'english', 'en_US', 'e', 'en-x-aside', ''].map(each => `title: T\nlanguage: ${each}`),
    ...['2026-11-30', '2024-02-29', '2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '26-1-1', '2026-11-30T00:00'].map(
      each => `title: T\ndate: ${each}`
    ),
    ...['space-hacks', 'Space-Hacks-2', 'a b', 'a.pdf', '-a', 'a--b', 'é'].map(each => `title: T\nname: ${each}`),
    ...['[a, b]', '[]', 'a', '{a: b}', '[[a]]', '[{a: b}]', '', '[a, ]'].flatMap(each =>
      ['sections', 'publishers', 'keywords'].map(key => `title: T\n${key}: ${each}`)
    ),
    ...['', '{a: }', '{a: {}}', '{a: {variables: {b: c}}}', '{a: {variables: {b c: d}}}', '{a: {variables: [b]}}', '{a: {variables: {b: [c]}}}', '{a: {title: T}}', '{a: {titel: T}}', '{a b: }', '{a--b: }', '[a]', 'a', '{a: b}', '{a: [b]}'].map(
      each => `title: T\neditions: ${each}`
    )
  ],
  abbreviationsSchema: ['', 'SSP: words', 'SSP: {text: words, plural: more}', 'SSP: {plural: more}', 'SSP:', 'S P: words', 'A&E: words', 'RC: [words]'],
  labelsSchema: [
    '',
    'a: {title: T, terms: {}}',
    'a: {title: T, terms: {b: B, c: {text: C, editions: [d]}}}',
    'a: {title: T, terms: {b: {editions: [d]}}}',
    'a: {title: T, terms: {b: {text: B, editions: d}}}',
    'a: {title: T, terms: {b c: B}}',
    'a: {title: T, terms: [b]}',
    'a: {title: T}',
    'a: {terms: {b: B}}',
    'a: words',
    ...['true', 'false', 'yes', ''].flatMap(each => [`a: {title: T, terms: {}, printed: ${each}}`, `a: {title: T, terms: {}, required: ${each}}`])
  ],
  factsSchema: [
    '',
    'a: 1',
    'a: {text: x}',
    'a: {text: x, source: y}',
    'a: {source: y}',
    'a: {text: x, sauce: y}',
    'a: [1]',
    'a:',
    'a b: 1',
    'a_b-c: 1',
    '1: 2',
    'a: {text: }',
    'a: {}'
  ],
  quoteSchema: [
    'attribution: a\nsource: b\nconsent: c',
    'attribution: a\nsource: b\nconsent: c\nid: q-1\nlanguage: es',
    'attribution: a\nsource: b',
    'attribution: a\nsource: b\nconsent:',
    'attribution: a\nsource: b\nconsent: c\nid: q 1',
    'attribution: a\nsource: b\nconsent: c\nwords: d',
    ''
  ],
  sectionSchema: [
    '',
    'id: a\ntitle: b\nsummary: c\npart: front\neditions: [d]\norder: [e, f.md]',
    ...['front', 'body', 'back', 'Front', 'middle', ''].map(each => `part: ${each}`),
    ...['a', 'a-b', 'a--b', 'a b', 'ä', '-a', 'a-', 'A_1'].map(each => `id: ${each}`),
    'editions: [a b]',
    'editions: a',
    'order: {a: b}',
    ...['{a: [b]}', '{a: b}', '[a]', '{a b: [c]}', '{a: [b c]}', '{a: }', '{}'].map(each => `labels: ${each}`),
    'index: [a > b, c]',
    'index: a',
    ...['form', 'page', ''].map(each => `layout: ${each}`),
    'weight: 1'
  ]
}

describe('our own reading of the schemas and ajv’s come to the same verdict', () => {
  const ajv = new Ajv2020({strict: true, allowUnionTypes: true, formats: {date: isCalendarDate}})
  test.each(Object.entries(samples))('%s', (name, texts) => {
    const schema = schemas[name]!
    const validate = ajv.compile(schema)
    for (const text of texts) {
      const {root, fault} = parseYaml(text)
      expect(fault, text).toBeUndefined()
      const isBlank = /: (?:""|" ")$/.test(text)
      if (!isBlank) expect(checkSchema(root, schema).length === 0, text).toBe(validate(valuesOf(text)))
    }
  })

  test('blank text is no text', () => {
    expect(checkSchema(parseYaml('title: " "').root, bookSchema).map(({reason}) => reason)).toEqual([
      'Unexpected empty text for `title`, expected text'
    ])
    expect(checkSchema(parseYaml('title: ""').root, bookSchema).map(({reason}) => reason)).toEqual([
      'Unexpected empty text for `title`, expected text'
    ])
  })

  test('every example of a schema is valid by it', () => {
    for (const schema of Object.values(schemas)) {
      for (const property of Object.values(schema.properties)) {
        const validate = ajv.compile(property)
        for (const example of ('examples' in property ? property.examples : []) ?? []) expect(validate(example)).toBe(true)
      }
      for (const example of schema.examples ?? []) expect(ajv.compile(schema)(example)).toBe(true)
    }
  })
})
