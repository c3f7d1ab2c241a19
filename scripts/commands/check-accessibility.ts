// Commands: `space-hacks check --accessibility`, the checklist of accessible PDFs, answered for a book as it would be built now.

import {join} from 'node:path'
import {formatChecklist} from '../accessibility/format-checklist.ts'
import {diagnosticRecord} from '../diagnostics/report.ts'
import {buildEdition} from '../edition/build-edition.ts'
import {answerChecklist} from './answer-checklist.ts'
import type {CheckArguments} from './check.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {openWorld} from './open-world.ts'
import {refuseSeveral} from './refuse-several.ts'
import {reportProblems} from './report-problems.ts'
import {showProgress} from './show-progress.ts'
import type {Terminal} from './terminal.ts'
import {usualOptions} from './usual-options.ts'

/** Builds the book in `folder` without writing it, and answers each item. Rejects as `build` does. */
export async function checkAccessibility(folder: string, args: CheckArguments, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const {edition, profile = usualOptions.profile, strict = false, quiet = false} = args
  refuseSeveral('--accessibility', {edition: args.edition, profile: args.profile ?? usualOptions.profile})
  const files = openBook(folder)
  const progress = showProgress(terminal, quiet)
  const options = {...usualOptions, ...(edition === undefined ? {} : {edition}), profile, strict, keepGoing: true, tracesTags: true}
  const world = openWorld(files, options, {isCached: true, environment: terminal.environment, signal, onProgress: progress.show, onNote: note => terminal.err(`note: ${note}\n`)})
  const result = await buildEdition(options, world).finally(progress.clear)
  const {diagnostics} = result
  const items = await answerChecklist(result, world, options)
  if (!items) {
    reportProblems(diagnostics, files, folder, terminal)
    return exitCodes.manuscript
  }
  const ok = items.every(({outcome}) => outcome !== 'fail')
  if (args.json) terminal.out(`${JSON.stringify({ok, items, diagnostics: diagnostics.map(diagnosticRecord)})}\n`)
  else terminal.out(formatChecklist(items, join(folder, '/')))
  return ok ? exitCodes.clean : exitCodes.manuscript
}
