// Diagnostics: how every stage states a problem in the manuscript.

import type {Point, Position} from 'unist'
import {VFileMessage} from 'vfile-message'
import {rules, type Level, type RuleId} from './rules.ts'

/** A problem with a place; `ruleId` is a key of `rules`, `note` the hint, `fatal` the level (true, false, undefined). */
export type Diagnostic = VFileMessage

/** Where a problem is; `file` is relative to the book's folder. */
export interface DiagnosticPlace {
  readonly file?: string | undefined
  readonly place?: Position | Point | undefined
}

/**
 * A message for `rule`. `reason` reads "Unexpected X, expected Y" without a full stop, names in backticks; `note` says what to do next.
 * `level` is that of the rule unless given.
 */
export function diagnose(
  rule: RuleId,
  reason: string,
  at: DiagnosticPlace = {},
  note?: string,
  level: Level = rules[rule].level
): Diagnostic {
  const message = new VFileMessage(reason, {place: at.place, ruleId: rule, source: 'space-hacks'})
  message.fatal = fatalOf(level)
  if (at.file !== undefined) message.file = at.file
  if (note !== undefined) message.note = note
  return message
}

/** Level of a message, whoever made it. */
export function levelOf(diagnostic: Diagnostic): Level {
  if (diagnostic.fatal === true) return 'error'
  return diagnostic.fatal === false ? 'warning' : 'info'
}

function fatalOf(level: Level): boolean | undefined {
  if (level === 'info') return undefined
  return level === 'error'
}
