// Read: `facts.yaml`, every count, date and name once.

import type {Fact} from '../book/book.ts'
import type {BookFiles} from '../io/files.ts'
import {isId} from './key-schema.ts'
import type {Report} from './read-text.ts'
import {readYamlFile} from './read-yaml-file.ts'
import {factsSchema} from './schema.ts'
import {textOf} from './yaml-node.ts'

/** Facts by id in the order of the file; none when there is no file. */
export function readFacts(files: BookFiles, report: Report): ReadonlyMap<string, Fact> {
  const file = 'facts.yaml'
  const facts = new Map<string, Fact>()
  if (!files.list().includes(file)) return facts
  const root = readYamlFile(files, file, factsSchema, report)
  for (const {key: id, keyPosition, value} of root.kind === 'map' ? root.entries : []) {
    const text = value.kind === 'text' ? value.text.trim() : textOf(value, 'text')
    const source = textOf(value, 'source')
    const label = textOf(value, 'label')
    const number = Number(textOf(value, 'number'))
    if (!isId(id) || !text) continue
    facts.set(id, {id, text, ...(source === undefined ? {} : {source}), ...(label === undefined ? {} : {label}), ...(number > 0 ? {number} : {}), file, line: keyPosition.start.line})
  }
  return facts
}
