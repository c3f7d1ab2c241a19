// Read: `quotes/`, one file for each person's words.

import type {Quote} from '../book/quote.ts'
import {diagnose} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import {checkSchema} from './check-schema.ts'
import {isId, isLanguageTag} from './key-schema.ts'
import {isMarkdown, stemOf} from './markdown-folder.ts'
import {parseYaml} from './parse-yaml.ts'
import {readText, type Report} from './read-text.ts'
import {quoteSchema} from './schema.ts'
import {slugOf} from './slug.ts'
import {splitFrontMatter} from './split-front-matter.ts'
import {textOf, valueOf, type YamlNode} from './yaml-node.ts'

/** Quotes by id in natural order of their files. A `README.md` in `quotes/` is a note to editors. */
export function readQuotes(files: BookFiles, report: Report): ReadonlyMap<string, Quote> {
  const quotes = new Map<string, Quote>()
  const byWords = new Map<string, Quote>()
  for (const file of files.list()) {
    if (!file.startsWith('quotes/') || !isMarkdown(file) || stemOf(file).toLowerCase() === 'readme') continue
    const quote = readQuote(files, file, report)
    if (!quote) continue
    const {place, ...value} = quote
    const earlier = quotes.get(value.id)
    if (earlier) {
      report(
        diagnose(
          'id-duplicate',
          `Unexpected id \`${value.id}\`, expected one that no other quote has`,
          {file, place},
          `it belongs to \`${earlier.file}\``
        )
      )
      continue
    }
    quotes.set(value.id, value)
    const same = byWords.get(sameness(value.words))
    if (same) report(sameWords(value, same))
    else byWords.set(sameness(value.words), value)
  }
  return quotes
}

type PlacedQuote = Quote & {readonly place: YamlNode['position']}

/** A quote with the place of its id; nothing when it has no words. Missing keys are reported and become empty text. */
function readQuote(files: BookFiles, file: string, report: Report): PlacedQuote | undefined {
  const source = readText(files, file, report)
  if (source === undefined) return undefined
  const {matter: fenced, body, bodyLine} = splitFrontMatter(source)
  const start = {line: 1, column: 1}
  const none: YamlNode = {kind: 'nothing', position: {start, end: start}}
  const {root: matter, fault} = fenced?.format === 'yaml' ? parseYaml(fenced.text, 2) : {root: none}
  if (fault) report(diagnose('yaml-invalid', fault.reason, {file, place: fault.position}, fault.note))
  else
    for (const {rule, reason, position, note} of checkSchema(matter, quoteSchema))
      report(diagnose(rule, reason, {file, place: position}, note))

  const words = wordsIn(body)
  if (words === '') {
    const place = {line: bodyLine, column: 1}
    report(
      diagnose(
        'quote-empty',
        'Unexpected end of file, expected the person’s words',
        {file, place},
        'put the words below the line `---` that ends the front matter'
      )
    )
    return undefined
  }
  const given = textOf(matter, 'id')
  const language = textOf(matter, 'language')
  return {
    id: given !== undefined && isId(given) ? given : slugOf(stemOf(file)),
    words,
    attribution: textOf(matter, 'attribution') ?? '',
    source: textOf(matter, 'source') ?? '',
    consent: textOf(matter, 'consent') ?? '',
    ...(language !== undefined && isLanguageTag(language) ? {language} : {}),
    file,
    place: valueOf(matter, 'id')?.position ?? {start, end: start}
  }
}

/** Nothing is changed but white space at the ends of lines and the number of blank lines between paragraphs. */
function wordsIn(body: string): string {
  return body
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

/** Words compare without regard to the kind of quotation marks and dashes, and to where lines break. */
function sameness(words: string): string {
  return words
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

function sameWords({file}: Quote, same: Quote) {
  return diagnose(
    'quote-same-words',
    `Unexpected words of \`${same.file}\`, expected words that no other quote has`,
    {file},
    `delete one of the two files and use \`::quote[${same.id}]\``
  )
}
