// Read: one Markdown file of `sections/`, or of a plain folder, with what can be known of it without parsing its text.

import type {Position} from 'unist'
import {diagnose} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import {checkSchema} from './check-schema.ts'
import {findTitle} from './find-title.ts'
import {parseYaml} from './parse-yaml.ts'
import {readText, type Report} from './read-text.ts'
import {sectionSchema} from './schema.ts'
import {splitFrontMatter, type SplitSource} from './split-front-matter.ts'
import {textOf, type YamlNode} from './yaml-node.ts'

export interface SectionFile {
  readonly path: string
  /** Whole text, front matter included. */
  readonly source: string
  /** Front matter; nothing when there is none or it cannot be read. */
  readonly matter?: YamlNode
  /** `title` of the front matter, as it is written. */
  readonly matterTitle?: string
  /** Markdown of the first heading. */
  readonly heading?: string
  /** True when there is nothing but front matter, title and comments. */
  readonly isEmpty: boolean
  /** Place of the title, or of the start of the file. */
  readonly titlePlace: Position
}

/** `plain` is a folder without `book.yaml`: its front matter is someone else's, of which only `title` is read. */
export type OpenSectionFile = (path: string) => SectionFile | undefined

/** A function that opens each file once, and gives nothing (with a message) for those that cannot be read. */
export function sectionFileOpener(files: BookFiles, plain: boolean, report: Report): OpenSectionFile {
  const opened = new Map<string, SectionFile | undefined>()
  return path => {
    if (!opened.has(path)) opened.set(path, openSectionFile(files, path, plain, report))
    return opened.get(path)
  }
}

function openSectionFile(files: BookFiles, path: string, plain: boolean, report: Report): SectionFile | undefined {
  const source = readText(files, path, report)
  if (source === undefined) return undefined
  const split = splitFrontMatter(source)
  const found = findTitle(split.body)
  const matter = readMatter(split, path, plain, report)
  const matterTitle = split.matter?.format === 'toml' ? tomlTitle(split.matter.text) : textOf(matter, 'title')
  const lines = found ? split.body.split('\n') : []
  const rest = found ? [...lines.slice(0, found.startLine), ...lines.slice(found.endLine)].join('\n') : split.body
  const titleLine = found ? split.bodyLine + found.startLine : 1
  return {
    path,
    source,
    ...(matter ? {matter} : {}),
    ...(matterTitle === undefined ? {} : {matterTitle}),
    ...(found ? {heading: found.markdown} : {}),
    isEmpty: isBlank(rest),
    titlePlace: {
      start: {line: titleLine, column: 1},
      end: {line: titleLine, column: 1 + (found ? lines[found.startLine]!.trimEnd().length : 0)}
    }
  }
}

function isBlank(text: string): boolean {
  return text.length < 10_000 && text.replace(/<!--[^]*?(?:-->|$)/g, '').trim() === ''
}

function readMatter(split: SplitSource, path: string, plain: boolean, report: Report): YamlNode | undefined {
  if (split.isUnclosed && !plain) report(unclosed(path))
  if (!split.matter && !split.isUnclosed && !plain && unopened.test(split.body)) report(notOpened(path))
  if (split.matter?.format === 'toml' && !plain) report(tomlInstead(path))
  if (split.matter?.format !== 'yaml') return undefined
  const {root, fault} = parseYaml(split.matter.text, 2)
  if (fault) {
    const level = plain ? 'warning' : 'error'
    report(diagnose('yaml-invalid', fault.reason, {file: path, place: fault.position}, fault.note, level))
  }
  if (plain || fault) return plain ? root : undefined
  for (const {rule, reason, position, note} of checkSchema(root, sectionSchema))
    report(diagnose(rule, reason, {file: path, place: position}, note))
  return root
}

/** At the top of a file: an empty line before the fence, or keys without one. */
const unopened = new RegExp(`^(?:\\s+---[ \\t]*\\n[A-Za-z][\\w-]*:|\\s*(?:${Object.keys(sectionSchema.properties).join('|')}):(?:[ \\t][^\\n]*)?\\n[^#]*?\\n?---[ \\t]*(?:\\n|$))`)

function notOpened(path: string) {
  const place = {start: {line: 1, column: 1}, end: {line: 1, column: 1}}
  return diagnose('yaml-invalid', 'Unexpected text at the top, expected `---` above the front matter', {file: path, place}, 'make `---` the very first line of the file')
}

function unclosed(path: string) {
  const place = {start: {line: 1, column: 1}, end: {line: 1, column: 4}}
  return diagnose(
    'yaml-invalid',
    'Unexpected end of file, expected `---` below the front matter',
    {file: path, place},
    'put a line `---` after the last key'
  )
}

function tomlInstead(path: string) {
  const place = {start: {line: 1, column: 1}, end: {line: 1, column: 4}}
  return diagnose('yaml-invalid', 'Unexpected `+++`, expected `---`', {file: path, place}, 'write the front matter as `key: value` lines between `---`')
}

function tomlTitle(text: string): string | undefined {
  return /^title[ \t]*=[ \t]*(["'])(.*)\1[ \t]*$/m.exec(text)?.[2]?.trim() || undefined
}
