// The library: makes and checks books for another program. The commands do the same, and print.

import {openBook} from './commands/open-book.ts'
import {openWorld, type WorldOptions} from './commands/open-world.ts'
import {usualOptions} from './commands/usual-options.ts'
import {buildEdition, checkBook as checkBookFiles} from './edition/build-edition.ts'
import type {BuildOptions, BuildResult} from './edition/build.ts'

export type {BuildOptions, BuildResult, Format, Output, Progress} from './edition/build.ts'
export {EnvironmentError} from './io/environment-error.ts'
export {UsageError} from './commands/usage-error.ts'

/**
 * Builds the book in a folder and gives its products as bytes; writes nothing but its cache. Problems of the manuscript are diagnostics of the
 * result. Rejects with `UsageError` for a folder or profile that is not there, with `EnvironmentError` for what the computer lacks, and with the
 * signal's reason when it is aborted.
 */
export async function buildBook(folder: string, options: Partial<BuildOptions> = {}, outside: Partial<WorldOptions> = {}): Promise<BuildResult> {
  const whole = {...usualOptions, ...options}
  return await buildEdition(whole, openWorld(openBook(folder), whole, {...quietWorld(), ...outside}))
}

/** Everything that a build would complain about before it prints. Throws `UsageError` for a folder or profile that is not there. */
export function checkBook(folder: string, options: Partial<BuildOptions> = {}, outside: Partial<WorldOptions> = {}): ReturnType<typeof checkBookFiles> {
  const whole = {...usualOptions, ...options}
  return checkBookFiles(whole, openWorld(openBook(folder), whole, {...quietWorld(), ...outside}))
}

function quietWorld(): WorldOptions {
  return {isCached: true, environment: process.env, signal: new AbortController().signal, onProgress: () => undefined, onNote: () => undefined}
}
