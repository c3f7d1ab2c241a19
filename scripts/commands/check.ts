// Commands: `space-hacks check`, everything that a build would complain about, without printing.

import {diagnosticRecord} from '../diagnostics/report.ts'
import {exitCodeOf, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {openWorld} from './open-world.ts'
import {reportProblems} from './report-problems.ts'
import type {Terminal} from './terminal.ts'
import {usualOptions} from './usual-options.ts'

/** Options as the command line gives them. */
export interface CheckArguments {
  readonly edition?: string
  readonly profile?: string
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Checks the book in `folder` and says what it found. Rejects with `UsageError`. */
export async function check(folder: string, args: CheckArguments, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const {edition, profile = usualOptions.profile, strict = false} = args
  const files = openBook(folder)
  const options = {...usualOptions, ...(edition === undefined ? {} : {edition}), profile, strict, formats: []}
  const silent = () => undefined
  const world = openWorld(files, options, {isCached: true, environment: terminal.environment, signal, onProgress: silent, onNote: silent})
  const {checkProducts} = await import('../edition/build-products.ts')
  const {ok, diagnostics} = checkProducts(options, world)
  if (args.json) terminal.out(`${JSON.stringify({ok, diagnostics: diagnostics.map(diagnosticRecord)})}\n`)
  else {
    reportProblems(diagnostics, files, folder, terminal)
    if (diagnostics.length === 0 && !args.quiet) terminal.err('No problems found.\n')
  }
  return exitCodeOf({ok, diagnostics})
}
