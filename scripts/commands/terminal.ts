// Commands: where a command prints, and what the program was started with.

import type {Environment} from '../io/environment.ts'

export interface Terminal {
  /** Results: standard output. */
  out(text: string): void
  /** Progress and problems: standard error. */
  err(text: string): void
  /** Whether a person watches standard error, so that a line may be written over. */
  readonly isWatched: boolean
  readonly hasColor: boolean
  /** Characters in a line. */
  readonly columns: number
  readonly environment: Environment
}

/** The terminal, or the log, of this process. */
export function processTerminal(): Terminal {
  const {stdout, stderr, env} = process
  return {
    out: text => void stdout.write(text),
    err: text => void stderr.write(text),
    isWatched: stderr.isTTY && env.TERM !== 'dumb' && !env.CI,
    hasColor: stderr.isTTY && stderr.hasColors(env),
    columns: stderr.columns || 80,
    environment: env
  }
}
