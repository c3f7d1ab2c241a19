// Review: the answers to a round's comments, `reviews/round-N/decisions.yaml`, which editors write by hand or with `review decide`.

import {Document, isMap, Pair, parseDocument, Scalar, YAMLMap} from 'yaml'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {checkSchema} from '../read/check-schema.ts'
import type {MapSchema} from '../read/key-schema.ts'
import {parseYaml} from '../read/parse-yaml.ts'
import {textOf} from '../read/yaml-node.ts'
import {type Comment, commentIdPattern} from './comment.ts'

/** `accepted`: done as proposed; `changed`: done in another way; `asked`: asked back, which answers the comment until the reviewer does. */
export const answers = ['accepted', 'changed', 'declined', 'asked'] as const
export type Answer = (typeof answers)[number]

export interface Decision {
  /** Absent while it is open. */
  readonly answer?: Answer
  /** Why, in words for the person who commented. */
  readonly reason?: string
  /** What was changed. */
  readonly change?: string
  /** One-based line of the file. */
  readonly line: number
}

/** `reviews/round-N/decisions.yaml`. */
export const decisionsSchema: MapSchema = {
  type: ['object', 'null'],
  title: 'the answers of a round',
  description: 'An answer for each comment, by the comment’s id.',
  properties: {},
  propertyNames: {title: 'the id of a comment', pattern: commentIdPattern.source},
  additionalProperties: {
    type: 'object',
    title: 'an answer',
    description: 'What was decided.',
    properties: {
      decision: {type: 'string', title: '`open`, `accepted`, `changed`, `declined` or `asked`', enum: ['open', ...answers], description: 'What was decided: done as proposed, done in another way, not done, or asked back.', examples: ['changed']},
      reason: {type: 'string', title: 'text', description: 'Why, in words for the person who commented. A comment is not declined or asked back without.', examples: ['There is no room for a chair.']},
      change: {type: 'string', title: 'text', description: 'What was changed.', examples: ['The paragraph says where the chair goes.']}
    },
    required: ['decision'],
    additionalProperties: false
  }
}

export interface DecisionsReading {
  readonly decisions: ReadonlyMap<string, Decision>
  readonly messages: readonly Diagnostic[]
}

/** The table; `file` names it in messages. An entry that is not as the schema wants is open. */
export function readDecisions(source: string, file: string): DecisionsReading {
  const {root, fault} = parseYaml(withoutDoubles(source))
  if (fault) return {decisions: new Map(), messages: [diagnose('yaml-invalid', fault.reason, {file, place: fault.position}, fault.note)]}
  const messages = checkSchema(root, decisionsSchema).map(({rule, reason, position, note}) => diagnose(rule, reason, {file, place: position}, note))
  const decisions = new Map<string, Decision>()
  for (const {key, keyPosition, value} of root.kind === 'map' ? root.entries : []) {
    const answer = answers.find(each => each === textOf(value, 'decision'))
    const [reason, change] = [textOf(value, 'reason'), textOf(value, 'change')]
    if ((answer === 'declined' || answer === 'asked') && reason === undefined) {
      messages.push(diagnose('decision-reason', `Unexpected \`${answer}\` without a reason, expected one for who commented`, {file, place: keyPosition}, 'add a line `reason: …` below it'))
    }
    decisions.set(key, {...(answer === undefined ? {} : {answer}), ...(reason === undefined ? {} : {reason}), ...(change === undefined ? {} : {change}), line: keyPosition.start.line})
  }
  return {decisions, messages}
}

const opening = ` Answers to the comments of this round, one entry for each comment.
 decision: open, accepted (done as proposed), changed (done in another way), declined, or asked (asked back).
 reason: why, in words for the person who commented. change: what was changed. "space-hacks review decide" writes here too.`

/** The table with an open entry for every comment that has none; what stands there already stays as it is. */
export function addOpenEntries(source: string, comments: readonly Comment[]): string {
  const {document, map} = openTable(source)
  addEntries(map, comments)
  return write(document)
}

/** Finding a key in a YAML map takes as long as the map is. */
function addEntries(map: YAMLMap, comments: readonly Comment[]): void {
  const known = new Set(map.items.map(({key}) => String(key)))
  for (const comment of comments) {
    if (known.has(comment.id)) continue
    const key = new Scalar(comment.id)
    key.commentBefore = ` ${summaryOf(comment)}`
    // On one line, so that git can put lines of two people together.
    const entry = new YAMLMap<Scalar, Scalar>()
    entry.flow = true
    entry.set(new Scalar('decision'), new Scalar('open'))
    map.items.push(new Pair(key, entry))
  }
}

/** The table with an answer to each of the comments written in, and without what was said of another one; the rest of it stays as it is. */
export function writeAnswers(source: string, comments: readonly Comment[], {answer, reason, change}: Omit<Decision, 'line'>): string {
  const {document, map} = openTable(source)
  addEntries(map, comments)
  const entries = new Map(map.items.map(({key, value}) => [String(key), value]))
  for (const {id} of comments) {
    const entry = entries.get(id)
    if (!isMap(entry)) continue
    // What was said of another answer is no reason for this one.
    if (String(entry.get('decision')) !== answer) for (const key of ['reason', 'change']) entry.delete(key)
    for (const [key, value] of Object.entries({decision: answer ?? 'open', reason, change})) if (value !== undefined) entry.set(key, key === 'decision' ? value : quoted(value))
  }
  return write(document)
}

const entryLine = /^([0-9a-z]{8}): *(\{.*\}) *$/
const openEntry = /^\{ *decision: *["']?open["']? *\}$/

/** Two people may have collected the same comment, and git keeps both their lines: one of them is left, the answer if there is one. Lines keep their numbers. */
function withoutDoubles(source: string): string {
  const lines = source.split('\n')
  const entries = new Map<string, {line: number; entry: string}>()
  for (const [line, text] of lines.entries()) {
    const [, id, entry] = entryLine.exec(text) ?? []
    if (id === undefined || entry === undefined) continue
    const first = entries.get(id)
    if (!first) entries.set(id, {line, entry})
    else if (first.entry === entry || openEntry.test(entry)) lines[line] = ''
    else if (openEntry.test(first.entry)) {
      lines[first.line] = ''
      entries.set(id, {line, entry})
    }
  }
  return lines.join('\n')
}

function quoted(text: string): Scalar {
  const scalar = new Scalar(text)
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

function openTable(source: string): {document: Document; map: YAMLMap} {
  const document = parseDocument(withoutDoubles(source), {schema: 'failsafe', keepSourceTokens: false})
  if (isMap(document.contents)) return {document, map: document.contents}
  const map = new YAMLMap()
  const fresh = new Document(undefined, {schema: 'failsafe'})
  fresh.commentBefore = opening
  fresh.contents = map
  return {document: fresh, map}
}

function write(document: Document): string {
  return isMap(document.contents) && document.contents.items.length === 0 ? '' : document.toString({lineWidth: 0, blockQuote: 'literal', doubleQuotedMinMultiLineLength: Infinity})
}

/** Which comment an entry is about, on one line. */
function summaryOf({blocks, nearest, where, reviewer, textRound, quote, comment, suggestion, kind}: Comment): string {
  const place = blocks.length > 0 ? blocks.join(', ') : `not placed${where === undefined ? '' : `, named ${shorten(where)}`}${nearest === undefined ? '' : `, near ${nearest}`}`
  const words = [quote && `“${shorten(quote)}”`, comment && shorten(comment), suggestion === undefined ? '' : `→ ${shorten(suggestion)}`].filter(part => part !== '')
  return `${place}${textRound === undefined ? '' : ` of round ${textRound}`} · ${reviewer} · ${kind}${words.length > 0 ? ` · ${words.join(' · ')}` : ''}`
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

/** Comments that are to be answered: the first of each thread, as its reviewer last wrote it. */
export function answerable(comments: readonly Comment[]): Comment[] {
  const revised = new Set(comments.map(({revises}) => revises))
  const ids = new Set(comments.map(({id}) => id))
  return comments.filter(({id, parent}) => !revised.has(id) && (parent === undefined || !ids.has(parent)))
}

/** True when nothing is left to be said to who commented. */
export function isAnswered(decision: Decision | undefined): boolean {
  if (decision?.answer === undefined) return false
  return decision.reason !== undefined || decision.answer === 'accepted' || decision.answer === 'changed'
}
