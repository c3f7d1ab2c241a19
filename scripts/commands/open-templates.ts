// Commands: the templates that the program brings with it.

import {join} from 'node:path'
import {nearestName} from '../diagnostics/nearest-name.ts'
import type {Program} from '../io/program.ts'
import {loadTemplates, type Templates} from '../io/templates.ts'
import {UsageError} from './usage-error.ts'

/** Loads them; throws `UsageError` when they have no profile of that name. */
export function openTemplates({folder}: Program, profile: string): Templates {
  const templates = loadTemplates(join(folder, 'templates'))
  if (templates.profiles.includes(profile)) return templates
  const names = templates.profiles.map(name => `\`${name}\``).join(', ')
  const nearest = nearestName(profile, templates.profiles)
  throw new UsageError(`Unexpected profile \`${profile}\`, expected one of ${names}`, nearest === undefined ? 'choose one of these' : `did you mean \`${nearest}\`?`)
}
