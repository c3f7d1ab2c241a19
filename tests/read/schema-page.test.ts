import {expect, test} from 'vitest'
import {checkSchema} from '../../scripts/read/check-schema.ts'
import {parseYaml} from '../../scripts/read/parse-yaml.ts'
import {abbreviationsSchema} from '../../scripts/read/abbreviations-schema.ts'
import {labelsSchema} from '../../scripts/read/labels-schema.ts'
import {bookSchema, factsSchema, quoteSchema, sectionSchema} from '../../scripts/read/schema.ts'
import {schemaPage} from '../../scripts/read/schema-page.ts'

test('docs/book-yaml.md is what the schemas say (`npm run docs` writes it)', async () => {
  await expect(schemaPage()).toMatchFileSnapshot('../../docs/book-yaml.md')
})

test('the examples on the page are valid', () => {
  const examples = [...schemaPage().matchAll(/```yaml\n([^]*?)```/g)].map(match => match[1]!.replace(/^---\n/gm, ''))
  const schemas = [bookSchema, sectionSchema, quoteSchema, factsSchema, labelsSchema, abbreviationsSchema]
  expect(examples).toHaveLength(schemas.length)
  for (const [index, schema] of schemas.entries()) {
    const {root, fault} = parseYaml(examples[index]!)
    expect(fault).toBeUndefined()
    expect(checkSchema(root, schema)).toEqual([])
  }
})
