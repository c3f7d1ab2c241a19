// Read: YAML text becomes nodes with places, or the one fault that a person should mend first.

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type ParsedNode,
  type YAMLError
} from 'yaml'
import type {Position} from 'unist'
import {parseSimpleYaml} from './parse-simple-yaml.ts'
import type {YamlEntry, YamlNode} from './yaml-node.ts'

/** Why a text is not YAML; `note` says what to do. */
export interface YamlFault {
  readonly reason: string
  readonly note: string
  readonly position: Position
}

/** As much as could be read, and the first fault. */
export interface ParsedYaml {
  readonly root: YamlNode
  readonly fault?: YamlFault
}

/** Places are those of the file when `firstLine` is the line on which the text begins. */
export function parseYaml(text: string, firstLine = 1): ParsedYaml {
  const simple = parseSimpleYaml(text, firstLine)
  if (simple) return {root: simple}
  const lines = new LineCounter()
  const document = parseDocument(text, {schema: 'failsafe', lineCounter: lines, prettyErrors: false, logLevel: 'error'})
  const place = placer(lines, firstLine)
  const parsed = convert(document, text, place)
  const error = document.errors[0]
  return error ? {...parsed, fault: faultOf(error, document, text, place)} : parsed
}

type Placer = (start: number, end: number) => Position

function placer(lines: LineCounter, firstLine: number): Placer {
  const point = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col)}
  }
  return (start, end) => ({start: point(start), end: point(Math.max(start, end))})
}

/** More values than this come only of aliases that multiply each other. */
const mostNodes = 100_000

function convert(document: Document.Parsed, text: string, place: Placer): ParsedYaml {
  let count = 0
  let fault: YamlFault | undefined

  function nodeOf(node: ParsedNode | null, at: Position): YamlNode {
    const position = node?.range ? place(node.range[0], endOf(node.range, text)) : at
    if (++count > mostNodes) {
      fault ??= {
        reason: 'Unexpected aliases of aliases, expected values written out',
        note: 'write the values where they are needed',
        position
      }
      return {kind: 'nothing', position}
    }
    if (node === null) return {kind: 'nothing', position}
    if (isAlias(node)) return aliasOf(node, position)
    if (isMap(node)) return {kind: 'map', entries: node.items.map(pair => entryOf(pair, position)), position}
    if (isSeq(node)) return {kind: 'list', entries: node.items.map(entry => nodeOf(entry as ParsedNode | null, position)), position}
    const value = isScalar(node) ? String(node.value ?? '') : ''
    if (value === '' && isScalar(node) && node.type === 'PLAIN') return {kind: 'nothing', position: at}
    return {kind: 'text', text: value, position}
  }

  function entryOf({key, value}: Pair<ParsedNode, ParsedNode | null>, at: Position): YamlEntry {
    const keyNode = nodeOf(key, at)
    if (keyNode.kind === 'list' || keyNode.kind === 'map') {
      fault ??= {
        reason: `Unexpected ${keyNode.kind} as a key, expected a word`,
        note: 'write each key as `key: value`',
        position: keyNode.position
      }
    }
    return {key: keyNode.kind === 'text' ? keyNode.text : '', keyPosition: keyNode.position, value: nodeOf(value, keyNode.position)}
  }

  function aliasOf(node: ParsedNode, position: Position): YamlNode {
    const target = isAlias(node) ? (node.resolve(document) as ParsedNode | undefined) : undefined
    if (target && !contains(target, node)) return nodeOf(target, position)
    const name = isAlias(node) ? node.source : ''
    fault ??= {reason: `Unexpected alias \`*${name}\`, expected text`, note: 'text that begins with `*` goes in quotation marks', position}
    return {kind: 'nothing', position}
  }

  const root = nodeOf(document.contents, place(0, 0))
  return fault ? {root, fault} : {root}
}

/** Lists and maps end with their last value, not with the white space below it. */
function endOf([start, end]: readonly [number, number, number], text: string): number {
  return start + text.slice(start, end).trimEnd().length
}

function contains(outer: ParsedNode, inner: ParsedNode): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1]
}

function faultOf(error: YAMLError, document: Document.Parsed, text: string, place: Placer): YamlFault {
  const open = unclosedQuote(error, document)
  if (open !== undefined) {
    return {
      reason: 'Unexpected end, expected a closing quotation mark',
      note: 'the value that begins here has no quotation mark at its end',
      position: place(open, open + 1)
    }
  }
  const [start, end] = spanOf(error, text)
  return {...wordingOf(error, document.errors, text), position: place(start, text.slice(start, end).includes('\n') ? start : end)}
}

function spanOf(error: YAMLError, text: string): [number, number] {
  const [start, end] = error.pos
  if (error.code === 'DUPLICATE_KEY') return [start, start + keyAt(text, start).length]
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return [start, end]
  const colon = /:(?=[ \t])/.exec(lineAt(text, start))
  return colon ? [start + colon.index, start + colon.index + 1] : [start, end]
}

/** The parser reports a missing quotation mark at the end of the file; people look for its beginning. */
function unclosedQuote(error: YAMLError, document: Document.Parsed): number | undefined {
  if (error.code !== 'MISSING_CHAR' || !error.message.includes('quote')) return undefined
  let open: number | undefined
  visit(document, {
    Scalar(_, node) {
      if (node.type?.startsWith('QUOTE') && node.range && node.range[0] < error.pos[0]) open = node.range[0]
    }
  })
  return open
}

type Wording = Pick<YamlFault, 'reason' | 'note'>

function wordingOf(error: YAMLError, errors: readonly YAMLError[], text: string): Wording {
  const character = text.slice(error.pos[0], error.pos[0] + 1)
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return errors.some(other => other.code === 'MULTILINE_IMPLICIT_KEY') ? indentWording : colonWording(lineAt(text, error.pos[0]))
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
      return error.code === 'UNEXPECTED_TOKEN' && isAfterValue(error, text) ? afterWording : lineWording
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? flowWording(error.message) : indentWording
    case 'BAD_SCALAR_START':
      return {
        reason: `Unexpected \`${character}\` at the start of a value, expected quotation marks around the value`,
        note: 'write the value as `"…"`'
      }
    case 'DUPLICATE_KEY':
      return {reason: `Unexpected second \`${keyAt(text, error.pos[0])}\`, expected each key once`, note: 'delete one of the two'}
    case 'TAB_AS_INDENT':
      return {reason: 'Unexpected tab at the start of a line, expected spaces', note: 'replace the tab by two spaces'}
    case 'BAD_DQ_ESCAPE':
      return {reason: 'Unexpected `\\` in a value, expected none', note: 'write `\\\\` for a backslash, or use single quotation marks'}
    case 'MULTIPLE_DOCS':
      return {reason: 'Unexpected `---` between keys, expected one list of keys', note: 'delete the line `---`'}
    default:
      return {
        reason: `Unexpected YAML, expected \`key: value\` lines (${error.message.replace(/\s+/g, ' ').trim()})`,
        note: lineWording.note
      }
  }
}

function colonWording(value: string): Wording {
  const quoted = value.length > 60 || /["\\]/.test(value) ? '"…"' : `"${value.trimEnd()}"`
  return {reason: 'Unexpected `: ` in a value, expected quotation marks around the value', note: `write the value as \`${quoted}\``}
}

const indentWording: Wording = {
  reason: 'Unexpected indentation, expected the line to begin under the one above',
  note: 'keys of one list begin in the same column; a value that goes on in the next line needs quotation marks'
}
const lineWording: Wording = {
  reason: 'Unexpected line, expected `key: value`',
  note: 'each key ends with a colon and a space'
}
const afterWording: Wording = {
  reason: 'Unexpected text after a quotation mark, expected the end of the line',
  note: "put the whole value into one pair of quotation marks; inside them write `\\\"` for `\"`, or `''` for `'`"
}

function flowWording(message: string): Wording {
  const bracket = message.startsWith('Flow map') ? '}' : ']'
  return {reason: `Unexpected line, expected \`${bracket}\``, note: `close the list with \`${bracket}\``}
}

function isAfterValue(error: YAMLError, text: string): boolean {
  const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1
  return /["']/.test(text.slice(start, error.pos[0]))
}

/** The rest of the line. */
function lineAt(text: string, offset: number): string {
  return /^[^\n]*/.exec(text.slice(offset))![0]
}

function keyAt(text: string, offset: number): string {
  return /^[^:\n]*/.exec(text.slice(offset))![0].trim()
}
