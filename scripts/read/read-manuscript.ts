// Read: a folder with `book.yaml`, `sections/`, `quotes/` and `facts.yaml` becomes a Book.

import type {Book, BookMetadata, EditionDeclaration} from '../book/book.ts'
import type {BookFiles} from '../io/files.ts'
import {buildSections} from './build-sections.ts'
import {fileName, folderName} from './file-name.ts'
import {isFileName, isId, isLanguageTag} from './key-schema.ts'
import {sectionFileOpener} from './open-section-file.ts'
import {orderSections} from './order-sections.ts'
import {readAbbreviations} from './read-abbreviations.ts'
import {readFacts} from './read-facts.ts'
import {readLabels} from './read-labels.ts'
import {readQuotes} from './read-quotes.ts'
import type {Report} from './read-text.ts'
import {readYamlFile} from './read-yaml-file.ts'
import {reportSite} from './report-site.ts'
import {reportVariables} from './report-variables.ts'
import {bookSchema} from './schema.ts'
import {wordsOf} from './slug.ts'
import {textOf, textsOf, valueOf, type YamlNode} from './yaml-node.ts'

/** What cannot be read is reported and left out; a missing title becomes the folder's name. */
export function readManuscript(files: BookFiles, report: Report): Book {
  const yaml = readYamlFile(files, 'book.yaml', bookSchema, report)
  const metadata = metadataOf(yaml, files.folder)
  const editions = editionsOf(yaml)
  const facts = readFacts(files, report)
  const quotes = readQuotes(files, report)
  reportVariables(yaml, editions, report)
  const ids = editions.map(({id}) => id)
  const labels = readLabels(files, ids, report)
  const plan = orderSections(files.list(), yaml, sectionFileOpener(files, false, report), report)
  const name = textOf(yaml, 'name') ?? ''
  const sections = buildSections(plan, {plain: false, factOf: id => facts.get(id)?.text, editions, labels}, report)
  const site = textsOf(yaml, 'site')
  reportSite(site, sections, editions[0]?.id, report)
  return {
    folder: files.folder,
    name: isFileName(name) ? name : fileName(metadata.title, folderName(files.folder)),
    plain: false,
    metadata,
    editions,
    site: site.map(({text}) => text.trim()),
    ...sections,
    quotes,
    facts,
    labels,
    abbreviations: readAbbreviations(files, report)
  }
}

function metadataOf(yaml: YamlNode, folder: string): BookMetadata {
  const optional = Object.fromEntries(
    (['subtitle', 'funder', 'edition', 'date', 'licence', 'notice', 'subject'] as const).flatMap(key => {
      const text = textOf(yaml, key)
      return text === undefined ? [] : [[key, text]]
    })
  )
  const language = textOf(yaml, 'language') ?? ''
  return {
    title: textOf(yaml, 'title') ?? wordsOf(folderName(folder)),
    language: isLanguageTag(language) ? language : 'en',
    publishers: textsOf(yaml, 'publishers').map(({text}) => text.trim()),
    keywords: textsOf(yaml, 'keywords').map(({text}) => text.trim()),
    ...(textOf(yaml, 'layout') === 'sheet' ? {isSheet: true} : {}),
    ...optional
  }
}

function editionsOf(yaml: YamlNode): EditionDeclaration[] {
  const editions = valueOf(yaml, 'editions')
  if (editions?.kind !== 'map') return []
  return editions.entries
    .filter(({key}) => isId(key))
    .map(({key: id, value}) => {
      const title = textOf(value, 'title')
      const subtitle = textOf(value, 'subtitle')
      const name = textOf(value, 'name') ?? ''
      const variables = variablesOf(value)
      return {
        id,
        ...(title === undefined ? {} : {title}),
        ...(subtitle === undefined ? {} : {subtitle}),
        ...(isFileName(name) ? {name} : {}),
        ...(variables.size === 0 ? {} : {variables})
      }
    })
}

function variablesOf(edition: YamlNode): Map<string, string> {
  const variables = valueOf(edition, 'variables')
  const entries = variables?.kind === 'map' ? variables.entries : []
  return new Map(entries.flatMap(({key, value}) => (isId(key) && value.kind === 'text' ? [[key, value.text.trim()] as const] : [])))
}
