// Read: a YAML file of the book, checked.

import {diagnose} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import {checkSchema} from './check-schema.ts'
import {parseYaml} from './parse-yaml.ts'
import {readText, type Report} from './read-text.ts'
import type {MapSchema} from './key-schema.ts'
import type {YamlNode} from './yaml-node.ts'

/** The file's keys; a file that is not YAML has none. Whatever the schema does not allow is reported, and still there. */
export function readYamlFile(files: BookFiles, path: string, schema: MapSchema, report: Report): YamlNode {
  const start = {line: 1, column: 1}
  const none: YamlNode = {kind: 'nothing', position: {start, end: start}}
  const text = readText(files, path, report)
  if (text === undefined) return none
  const {root, fault} = parseYaml(text)
  if (fault) {
    report(diagnose('yaml-invalid', fault.reason, {file: path, place: fault.position}, fault.note))
    return none
  }
  for (const {rule, reason, position, note} of checkSchema(root, schema))
    report(diagnose(rule, reason, {file: path, place: position}, note))
  return root
}
