// Io: the one date that products carry. The time of day never enters them, or no two builds would be equal.

import type {Environment} from './environment.ts'

/**
 * The date of `SOURCE_DATE_EPOCH` (seconds since 1970, see reproducible-builds.org), or the first day of 2000. It serves books whose
 * `book.yaml` states no date. Throws `RangeError` when the variable is no such number.
 */
export function sourceDate(environment: Environment): Date {
  const seconds = environment.SOURCE_DATE_EPOCH
  if (seconds === undefined || seconds === '') return new Date(Date.UTC(2000, 0, 1))
  const date = new Date(Number(seconds) * 1000)
  if (/^\d+$/.test(seconds) && !Number.isNaN(date.getTime())) return date
  throw new RangeError(`Unexpected \`${seconds}\` in SOURCE_DATE_EPOCH, expected whole seconds since 1970`)
}
