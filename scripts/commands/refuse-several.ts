// Commands: what can be asked of one product only.

import {every} from '../edition/profile-names.ts'
import {UsageError} from './usage-error.ts'

/** Throws `UsageError` when an option that looks at one PDF is given with several editions or profiles. */
export function refuseSeveral(option: string, {edition, profile}: {readonly edition?: string | undefined; readonly profile: string}): void {
  if (edition !== every && profile !== every && !profile.includes(',')) return
  throw new UsageError(`Unexpected \`${option}\` for several books, expected one edition and one profile`, 'name one with `--edition` and `--profile`, and do it again for the next')
}
