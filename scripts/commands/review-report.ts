// Commands: `space-hacks review report`, a round's comments beside their paragraphs.

import {join, relative} from 'node:path'
import {diagnosticRecord} from '../diagnostics/report.ts'
import {refuseUnwritable, writeOutputs} from '../io/output.ts'
import {dispositionCsv} from '../review/disposition.ts'
import {writeReport} from '../review/write-report.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {chooseRound} from './open-reviews.ts'
import {reportProblems} from './report-problems.ts'
import {readReviewed} from './reviewed-round.ts'
import type {Terminal} from './terminal.ts'

/** Options as the command line gives them. */
export interface ReportArguments {
  readonly round?: number
  readonly out: string
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Writes the report as HTML and CSV. Rejects with `UsageError` or `EnvironmentError`. */
export async function reviewReport(folder: string, args: ReportArguments, terminal: Terminal): Promise<ExitCode> {
  const files = openBook(folder)
  const kept = chooseRound(folder, args.round)
  const out = join(args.out, 'review', `round-${kept.number}`)
  refuseUnwritable(out)
  const {reviewed, messages} = await readReviewed(files, kept, {findsPlaces: true})
  const paths = reviewed
    ? writeOutputs(out, [
      {name: `comments-round-${kept.number}.html`, bytes: Buffer.from(writeReport(reviewed, relative(out, files.folder).replaceAll('\\', '/')))},
      {name: `comments-round-${kept.number}.csv`, bytes: Buffer.from(dispositionCsv(reviewed))}
    ])
    : []
  if (args.json) terminal.out(`${JSON.stringify({ok: reviewed !== undefined, outputs: paths, diagnostics: messages.map(diagnosticRecord)})}\n`)
  else {
    reportProblems(messages, files, folder, terminal)
    if (!args.quiet) terminal.out(paths.map(path => `${path}\n`).join(''))
  }
  return reviewed ? exitCodes.clean : exitCodes.manuscript
}
