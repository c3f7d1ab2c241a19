// Commands: what the program tells the shell.

import type {Diagnostic} from '../diagnostics/diagnose.ts'
import {isWrongEdition} from '../edition/without-consequences.ts'

export const exitCodes = {
  /** Built or checked; warnings allowed. */
  clean: 0,
  /** The manuscript has errors. */
  manuscript: 1,
  /** Wrong arguments, or no such book. */
  usage: 2,
  /** The computer lacks something: a Chromium, room on the disk. */
  environment: 3,
  interrupted: 130
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Of a book that was built or checked: an edition that it does not have is a wrong argument. */
export function exitCodeOf({ok, diagnostics}: {readonly ok: boolean; readonly diagnostics: readonly Diagnostic[]}): ExitCode {
  if (diagnostics.some(isWrongEdition)) return exitCodes.usage
  return ok ? exitCodes.clean : exitCodes.manuscript
}
