// Commands: the outside world as a build needs it: templates, Chromium, the cache, the date.

import {join} from 'node:path'
import type {BuildOptions, BuildWorld} from '../edition/build.ts'
import {openCache} from '../io/cache.ts'
import {sourceDate} from '../io/clock.ts'
import type {Environment} from '../io/environment.ts'
import type {BookFiles} from '../io/files.ts'
import {findChromium} from '../io/find-chromium.ts'
import {findProgram} from '../io/program.ts'
import {openTemplates} from './open-templates.ts'
import {UsageError} from './usage-error.ts'

export interface WorldOptions {
  /** Whether results are kept for the next build, and taken from the last. */
  readonly isCached: boolean
  readonly environment: Environment
  readonly signal: AbortSignal
  onProgress: BuildWorld['onProgress']
  /** Gets a sentence that a person should read, such as that Chromium runs without its sandbox. */
  onNote(note: string): void
}

/** A world with a cache of its own; throws `UsageError` for a profile that is not there and a date that is none. */
export function openWorld(files: BookFiles, {profile, formats}: Pick<BuildOptions, 'profile' | 'formats'>, options: WorldOptions): BuildWorld {
  const {isCached, environment, signal, onProgress, onNote} = options
  const program = findProgram()
  const templates = openTemplates(program, profile)
  const cache = isCached ? openCache(join(program.folder, 'dist/.cache'), program.identity) : undefined
  const chromium = findChromium(environment, cache)
  // It is waited for later, or, when only HTML is written, not at all.
  chromium.catch(() => undefined)
  return {
    files,
    templates,
    ...(cache ? {cache} : {}),
    chromiumVersion: async () => (formats.includes('pdf') ? (await chromium).version : 'none'),
    openPrinter: async tabs => {
      const {executablePath} = await chromium
      const {openPrinter} = await import('../print/open-printer.ts')
      const printer = await openPrinter({executablePath, tabs, signal})
      if (!printer.isSandboxed && process.getuid?.() !== 0) onNote('This computer does not let Chromium have its sandbox, so it runs without')
      return printer
    },
    program: program.identity,
    version: program.version,
    date: dateOf(environment),
    signal,
    onProgress
  }
}

function dateOf(environment: Environment): Date {
  try {
    return sourceDate(environment)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(error.message, 'correct the variable, or unset it', {cause: error})
  }
}
