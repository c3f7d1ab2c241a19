// Commands: `space-hacks check`, everything that a build would complain about, without printing.

import {join} from 'node:path'
import {diagnosticRecord} from '../diagnostics/report.ts'
import type {checkBook} from '../edition/build-edition.ts'
import {openCache} from '../io/cache.ts'
import {findProgram} from '../io/program.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {openTemplates} from './open-templates.ts'
import {reportProblems} from './report-problems.ts'
import type {Terminal} from './terminal.ts'

/** Options as the command line gives them. */
export interface CheckArguments {
  readonly edition?: string
  readonly profile: string
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Checks the book in `folder` and says what it found. Rejects with `UsageError`. */
export async function check(folder: string, args: CheckArguments, terminal: Terminal, product?: typeof checkBook): Promise<ExitCode> {
  const files = openBook(folder)
  const program = findProgram()
  const templates = openTemplates(program, args.profile)
  const checkProduct = product ?? (await import('../edition/build-edition.ts')).checkBook
  const {edition, profile, strict = false} = args
  const options = {...(edition === undefined ? {} : {edition}), profile, paper: 'letter', formats: [], jobs: 1, strict, keepGoing: false} as const
  const {ok, diagnostics} = checkProduct(options, {files, templates, cache: openCache(join(program.folder, 'dist/.cache'), program.identity)})
  if (args.json) terminal.out(`${JSON.stringify({ok, diagnostics: diagnostics.map(diagnosticRecord)})}\n`)
  else {
    reportProblems(diagnostics, files, folder, terminal)
    if (diagnostics.length === 0 && !args.quiet) terminal.err('No problems found.\n')
  }
  return ok ? exitCodes.clean : exitCodes.manuscript
}
