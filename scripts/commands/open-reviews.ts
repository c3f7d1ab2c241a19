// Commands: the folder `reviews/` of a book, with what was collected and answered in each round.

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import {diagnose} from '../diagnostics/diagnose.ts'
import {parseYaml} from '../read/parse-yaml.ts'
import {textOf} from '../read/yaml-node.ts'
import {type Comment, readComment} from '../review/comment.ts'
import {type Decision, readDecisions} from '../review/decisions.ts'
import {readRound, type Round, roundFolder} from '../review/round.ts'
import {reviewCommand} from './review-command.ts'
import {UsageError} from './usage-error.ts'

export interface KeptRound {
  readonly number: number
  /** Absent when `round.yaml` is broken, which `messages` says. */
  readonly round?: Round
  readonly comments: ReadonlyMap<string, Comment>
  readonly decisions: ReadonlyMap<string, Decision>
  /** Text of `decisions.yaml`; empty when there is none. */
  readonly decisionsText: string
  readonly isClosed: boolean
  /** Day on which it was closed, `YYYY-MM-DD`; rounds of earlier versions do not say it. */
  readonly closed?: string
  /** Names files as they are called in the book's folder. */
  readonly messages: readonly Diagnostic[]
}

export const decisionsFile = (round: number) => `${roundFolder(round)}/decisions.yaml`
export const closedFile = (round: number) => `${roundFolder(round)}/closed.yaml`
export const commentsFolder = (round: number) => `${roundFolder(round)}/comments`

/** Rounds of the book in `folder` by number, ascending. */
export function openReviews(folder: string): ReadonlyMap<number, KeptRound> {
  const names = namesIn(join(folder, 'reviews'))
  const numbers = names.flatMap(name => /^round-([1-9]\d*)$/.exec(name)?.slice(1).map(Number) ?? []).sort((a, b) => a - b)
  return new Map(numbers.map(number => [number, readKept(folder, number)]))
}

/** The round that is meant: the one asked for, else the newest that is open, else the newest. Throws `UsageError` when there is none. */
export function chooseRound(folder: string, asked: number | undefined): KeptRound {
  const rounds = openReviews(folder)
  const newest = [...rounds.values()].reverse()
  const found = asked === undefined ? (newest.find(({isClosed}) => !isClosed) ?? newest[0]) : rounds.get(asked)
  if (found) return found
  const hint = rounds.size === 0 ? `open one with \`${reviewCommand('open --round 1', folder)}\`` : `there are ${[...rounds.keys()].join(', ')}`
  throw new UsageError(asked === undefined ? `Unexpected book \`${folder}\` without a round, expected one that was opened` : `Unexpected round ${asked}, expected one that was opened`, hint)
}

function readKept(folder: string, number: number): KeptRound {
  const messages: Diagnostic[] = []
  const text = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined)
  const roundText = text(`${roundFolder(number)}/round.yaml`)
  const {round, messages: roundMessages} = readRound(roundText ?? '', `${roundFolder(number)}/round.yaml`)
  messages.push(...roundMessages)
  const comments = new Map<string, Comment>()
  for (const name of namesIn(join(folder, commentsFolder(number))).filter(each => each.endsWith('.yaml')).sort()) {
    const file = `${commentsFolder(number)}/${name}`
    const reading = readComment(text(file) ?? '', file)
    messages.push(...reading.messages)
    if (reading.comment) comments.set(reading.comment.id, reading.comment)
  }
  const decisionsText = text(decisionsFile(number)) ?? ''
  const {decisions, messages: decisionMessages} = readDecisions(decisionsText, decisionsFile(number))
  messages.push(...decisionMessages)
  for (const [id, {line}] of decisions) {
    if (comments.has(id)) continue
    messages.push(diagnose('decision-unknown', `Unexpected answer to \`${id}\`, expected the id of a comment in \`comments/\``, {file: decisionsFile(number), place: {line, column: 1}}, 'correct the id, or delete the entry'))
  }
  const closedText = text(closedFile(number))
  const closed = textOf(parseYaml(closedText ?? '').root, 'closed')
  return {number, ...(round ? {round} : {}), comments, decisions, decisionsText, isClosed: closedText !== undefined, ...(closed !== undefined && isDay(closed) ? {closed} : {}), messages}
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
