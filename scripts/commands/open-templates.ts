// Commands: the templates that the program brings with it.

import {join} from 'node:path'
import {nearestName} from '../diagnostics/nearest-name.ts'
import {every, profileNames} from '../edition/profile-names.ts'
import type {Program} from '../io/program.ts'
import {loadTemplates, type Templates} from '../io/templates.ts'
import {UsageError} from './usage-error.ts'

/** Loads them; throws `UsageError` when they have no profile of a name that is asked for: one, several with commas between, or `all`. */
export function openTemplates({folder}: Program, asked: string): Templates {
  const templates = loadTemplates(join(folder, 'templates'))
  const profile = profileNames(asked, templates.profiles).find(name => !templates.profiles.includes(name))
  if (profile === undefined) return templates
  const names = profileNames(every, templates.profiles).map(name => `\`${name}\``).join(', ')
  const nearest = nearestName(profile, templates.profiles)
  throw new UsageError(`Unexpected profile \`${profile}\`, expected one of ${names}`, nearest === undefined ? 'choose one of these' : `did you mean \`${nearest}\`?`)
}
