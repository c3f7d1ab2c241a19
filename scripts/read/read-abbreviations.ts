// Read: `abbreviations.yaml`, what the text's abbreviations stand for.

import type {Abbreviation} from '../book/abbreviation.ts'
import type {BookFiles} from '../io/files.ts'
import {abbreviationsSchema} from './abbreviations-schema.ts'
import {isAbbreviation} from './key-schema.ts'
import type {Report} from './read-text.ts'
import {readYamlFile} from './read-yaml-file.ts'
import {textOf} from './yaml-node.ts'

/** Abbreviations by their short form; none when there is no file. */
export function readAbbreviations(files: BookFiles, report: Report): ReadonlyMap<string, Abbreviation> {
  const file = 'abbreviations.yaml'
  if (!files.list().includes(file)) return new Map()
  const root = readYamlFile(files, file, abbreviationsSchema, report)
  const entries = root.kind === 'map' ? root.entries.filter(({key}) => isAbbreviation(key)) : []
  return new Map(
    entries.flatMap(({key: short, value}) => {
      const text = value.kind === 'text' ? value.text.trim() : textOf(value, 'text')
      return text ? [[short, {short, text, plural: textOf(value, 'plural') ?? `${text}s`}]] : []
    })
  )
}
