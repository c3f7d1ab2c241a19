// Commands: the day on which somebody opens or closes a round, which the round's files keep.

import {sourceDate} from '../io/clock.ts'
import type {Environment} from '../io/environment.ts'

/** Today, or the day of `SOURCE_DATE_EPOCH`, as `YYYY-MM-DD`. */
export function today(environment: Environment): string {
  const date = environment.SOURCE_DATE_EPOCH ? sourceDate(environment) : new Date()
  return date.toISOString().slice(0, 10)
}
