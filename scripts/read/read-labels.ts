// Read: `labels.yaml`, the lists of labels that sections can carry.

import type {LabelList, LabelTerm} from '../book/label-list.ts'
import type {BookFiles} from '../io/files.ts'
import {isId} from './key-schema.ts'
import {labelsSchema} from './labels-schema.ts'
import type {Report} from './read-text.ts'
import {readYamlFile} from './read-yaml-file.ts'
import {reportEditions} from './report-editions.ts'
import {textOf, textsOf, valueOf, type YamlEntry} from './yaml-node.ts'

const file = 'labels.yaml'

/** Lists by id in the order of the file; none when there is no file. `editions` are the book's. */
export function readLabels(files: BookFiles, editions: readonly string[], report: Report): ReadonlyMap<string, LabelList> {
  if (!files.list().includes(file)) return new Map()
  const root = readYamlFile(files, file, labelsSchema, report)
  const lists = root.kind === 'map' ? root.entries.filter(({key}) => isId(key)) : []
  return new Map(lists.map(entry => [entry.key, listOf(entry, editions, report)]))
}

function listOf({key: id, keyPosition, value}: YamlEntry, editions: readonly string[], report: Report): LabelList {
  const terms = valueOf(value, 'terms')
  const source = textOf(value, 'source')
  const all = textOf(value, 'all')
  const entries = terms?.kind === 'map' ? terms.entries.filter(({key}) => isId(key)) : []
  return {
    id,
    title: textOf(value, 'title') ?? '',
    ...(all === undefined ? {} : {all}),
    ...(source === undefined ? {} : {source}),
    isPrinted: textOf(value, 'printed') !== 'false',
    isRequired: textOf(value, 'required') === 'true',
    terms: new Map(entries.map(entry => [entry.key, termOf(entry, editions, report)])),
    file,
    line: keyPosition.start.line
  }
}

function termOf({key: id, keyPosition, value}: YamlEntry, editions: readonly string[], report: Report): LabelTerm {
  const kept = textsOf(value, 'editions')
  reportEditions(kept, editions, file, report)
  return {
    id,
    text: (value.kind === 'text' ? value.text.trim() : textOf(value, 'text')) ?? id,
    ...(kept.length === 0 ? {} : {editions: kept.map(({text}) => text)}),
    line: keyPosition.start.line
  }
}
