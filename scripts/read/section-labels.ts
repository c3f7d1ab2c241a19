// Read: the labels that a section's front matter gives it.

import type {LabelList} from '../book/label-list.ts'
import {diagnose} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {SectionFile} from './open-section-file.ts'
import type {Report} from './read-text.ts'
import {textsOf, valueOf, type YamlNode} from './yaml-node.ts'

/** Stands for every term of a list that the edition has. */
const everyTerm = 'all'

/** Terms by list, as they are written. */
export function labelsOf(matter: YamlNode | undefined): Record<string, readonly string[]> {
  const labels = valueOf(matter, 'labels')
  const lists = labels?.kind === 'map' ? labels.entries : []
  return Object.fromEntries(lists.map(({key}) => [key, textsOf(labels, key).map(({text}) => text.trim())]))
}

/** A message for each list and each term that `labels.yaml` does not declare. */
export function reportLabels({path, matter}: SectionFile, declared: ReadonlyMap<string, LabelList>, report: Report): void {
  const labels = valueOf(matter, 'labels')
  for (const {key, keyPosition} of labels?.kind === 'map' ? labels.entries : []) {
    const list = declared.get(key)
    if (!list) {
      const reason = `Unexpected list of labels \`${key}\`, expected one that \`labels.yaml\` declares`
      report(diagnose('label-unknown', reason, {file: path, place: keyPosition}, nearest(key, declared.keys())))
      continue
    }
    for (const {text, position} of textsOf(labels, key)) {
      if (text === everyTerm || list.terms.has(text)) continue
      const reason = `Unexpected label \`${text}\`, expected a term of \`${key}\` in \`labels.yaml\``
      report(diagnose('label-unknown', reason, {file: path, place: position}, nearest(text, list.terms.keys())))
    }
  }
}

function nearest(name: string, names: Iterable<string>): string {
  const found = nearestName(name, names)
  return found === undefined ? 'declare it in `labels.yaml`' : `the nearest is \`${found}\``
}
