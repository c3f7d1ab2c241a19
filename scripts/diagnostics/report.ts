// Diagnostics: what a person reads on the terminal, and the records of `--json`.

import {levelOf, type Diagnostic} from './diagnose.ts'
import type {Level} from './rules.ts'

/** One diagnostic as `--json` prints it; a problem without a place has neither line nor column. */
export interface DiagnosticRecord {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly level: Level
  readonly ruleId: string
  readonly message: string
  readonly hint?: string
}

/** Where the report takes the lines of its code frames from, and how it looks. */
export interface ReportOptions {
  /** Text of a one-based line of a file, without its end; nothing when there is none. */
  readonly readLine: (file: string, line: number) => string | undefined
  readonly color: boolean
  /** Stands before every file's name, such as `manuscript/`, so that a terminal can open it. */
  readonly prefix?: string
}

/** A diagnostic as plain data. */
export function diagnosticRecord(diagnostic: Diagnostic): DiagnosticRecord {
  return {
    ...(diagnostic.file ? {file: diagnostic.file} : {}),
    ...(diagnostic.line === undefined ? {} : {line: diagnostic.line}),
    ...(diagnostic.column === undefined ? {} : {column: diagnostic.column}),
    level: levelOf(diagnostic),
    ruleId: diagnostic.ruleId ?? '',
    message: diagnostic.reason,
    ...(diagnostic.note === undefined ? {} : {hint: diagnostic.note})
  }
}

/**
 * Diagnostics by file, in the order in which files first appear, and by place inside a file: place, level, message, rule, then the line
 * of the manuscript with the place marked, then the hint. Ends with the counts and a newline; empty when there are none.
 */
export function formatReport(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  if (diagnostics.length === 0) return ''
  const groups = [...groupByFile(diagnostics)].map(([file, group]) => formatGroup(file, group, options))
  return `${groups.join('\n')}\n${countLine(diagnostics)}\n`
}

/** Such as `2 errors, 1 warning`; `no problems` when there are none. */
export function countLine(diagnostics: readonly Diagnostic[]): string {
  const count = (level: Level) => diagnostics.filter(diagnostic => levelOf(diagnostic) === level).length
  const counts = [plural(count('error'), 'error'), plural(count('warning'), 'warning'), plural(count('info'), 'note')]
  return counts.filter(text => text !== '').join(', ') || 'no problems'
}

function plural(count: number, word: string): string {
  if (count === 0) return ''
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function groupByFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const file = diagnostic.file ?? ''
    const group = groups.get(file)
    if (group) group.push(diagnostic)
    else groups.set(file, [diagnostic])
  }
  for (const group of groups.values()) group.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  return groups
}

const levelStyles: Record<Level, string> = {error: '31', warning: '33', info: '36'}
const levelNames: Record<Level, string> = {error: 'error', warning: 'warning', info: 'note'}
const longestAlignedMessage = 96

function formatGroup(file: string, group: readonly Diagnostic[], options: ReportOptions): string {
  const paint = painter(options.color)
  const placeWidth = Math.max(...group.map(diagnostic => placeText(diagnostic).length))
  const messageWidth = Math.min(longestAlignedMessage, Math.max(...group.map(diagnostic => displayWidth(showControls(diagnostic.reason)))))
  const lines = [paint('4', showControls(file === '' ? 'the book' : (options.prefix ?? '') + file))]
  for (const diagnostic of group) {
    const level = levelOf(diagnostic)
    const message = showControls(diagnostic.reason)
    const gap = ' '.repeat(Math.max(0, messageWidth - displayWidth(message)) + 2)
    const place = placeText(diagnostic).padEnd(placeWidth)
    lines.push(
      `  ${place}  ${paint(levelStyles[level], levelNames[level].padEnd(7))}  ${message}${gap}${paint('2', diagnostic.ruleId ?? '')}`
    )
    const indent = ' '.repeat(placeWidth + 4)
    lines.push(...codeFrame(diagnostic, options).map(line => indent + paint('2', line)))
    if (diagnostic.note !== undefined) lines.push(`${indent}hint: ${showControls(diagnostic.note)}`)
  }
  return lines.map(line => line.trimEnd()).join('\n') + '\n'
}

/** Such as `41:3-41:19`, or `41:3` for a point. */
function placeText(diagnostic: Diagnostic): string {
  const {place} = diagnostic
  if (place === undefined) return ''
  if (!('start' in place)) return `${place.line}:${place.column}`
  const start = `${place.start.line}:${place.start.column}`
  const end = `${place.end.line}:${place.end.column}`
  return start === end ? start : `${start}-${end}`
}

const frameWidth = 88

/** The line at fault and a line of carets under the part at fault; long lines are cut on both sides. */
function codeFrame(diagnostic: Diagnostic, options: ReportOptions): string[] {
  const {file, place} = diagnostic
  if (!file || place === undefined) return []
  const start = 'start' in place ? place.start : place
  const end = 'start' in place ? place.end : place
  const line = options.readLine(file, start.line)?.replace(/^\ufeff/, '')
  if (line === undefined || line.trim() === '') return []
  const from = Math.min(start.column - 1, line.length)
  const to = end.line === start.line ? Math.min(Math.max(end.column - 1, from + 1), line.length) : line.length
  const {before, marked, after} = cutFrame(line.slice(0, from), line.slice(from, to), line.slice(to))
  const number = String(start.line)
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)))
  return [`${number} | ${before}${marked}${after}`, `${' '.repeat(number.length)} | ${' '.repeat(displayWidth(before))}${carets}`]
}

function cutFrame(before: string, marked: string, after: string): {before: string; marked: string; after: string} {
  const head = [...showControls(before)]
  const middle = [...showControls(marked)]
  const tail = [...showControls(after)]
  const cutMiddle = middle.length > frameWidth ? [...middle.slice(0, frameWidth - 1), '…'] : middle
  const room = frameWidth - cutMiddle.length
  const headRoom = Math.max(0, room - Math.min(tail.length, Math.floor(room / 2)))
  const cutHead = head.length > headRoom ? ['…', ...head.slice(head.length - Math.max(0, headRoom - 1))] : head
  const tailRoom = Math.max(0, room - cutHead.length)
  const isTailShown = cutMiddle === middle
  const cutTail = tail.length > tailRoom ? [...tail.slice(0, Math.max(0, tailRoom - 1)), '…'] : tail
  return {before: cutHead.join(''), marked: cutMiddle.join(''), after: isTailShown ? cutTail.join('') : ''}
}

/** Manuscripts are untrusted: what could steer a terminal, or turn the direction of its text, is shown as a sign instead. */
function showControls(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(/[\0-\x1f]/g, control => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
}

/** Columns that a terminal needs: wide East Asian characters and emoji take two, combining marks none. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : isWide(character) ? 2 : 1
  return width
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character
  )
}

function painter(color: boolean): (code: string, text: string) => string {
  return (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
}
