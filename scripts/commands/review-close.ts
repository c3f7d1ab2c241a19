// Commands: `space-hacks review close`, the end of a round: what became of every comment, for who keeps the records and for who commented.

import {join} from 'node:path'
import {levelOf} from '../diagnostics/diagnose.ts'
import {buildEdition} from '../edition/build-edition.ts'
import type {BookFiles} from '../io/files.ts'
import {FileRefused} from '../diagnostics/file-refused.ts'
import {refuseUnwritable, writeOutputs} from '../io/output.ts'
import {dispositionCsv, dispositionHtml} from '../review/disposition.ts'
import {roundFolder} from '../review/round.ts'
import {youSaid} from '../review/you-said.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {chooseRound} from './open-reviews.ts'
import {openWorld} from './open-world.ts'
import {reportProblems} from './report-problems.ts'
import {readReviewed} from './reviewed-round.ts'
import {showProgress} from './show-progress.ts'
import type {Terminal} from './terminal.ts'
import {today} from './today.ts'
import {undecidedMessages} from './undecided-messages.ts'
import {usualOptions} from './usual-options.ts'

/** Options as the command line gives them. */
export interface CloseArguments {
  readonly round?: number
  readonly paper: 'letter' | 'a4'
  readonly out: string
  readonly quiet?: boolean
}

/** Closes a round of which every comment is answered, and writes its sheet and its table. Rejects with `UsageError` or `EnvironmentError`. */
export async function reviewClose(folder: string, args: CloseArguments, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const files = openBook(folder)
  const kept = chooseRound(folder, args.round)
  const out = join(args.out, 'review', `round-${kept.number}`)
  refuseUnwritable(out)
  const {reviewed, publishers, messages} = await readReviewed(files, kept, {findsPlaces: true})
  const undecided = reviewed ? undecidedMessages(reviewed, folder) : []
  const problems = [...messages, ...undecided]
  if (!reviewed || problems.some(message => levelOf(message) === 'error')) {
    reportProblems(problems, files, folder, terminal)
    terminal.err(`Round ${kept.number} was not closed.\n`)
    return exitCodes.manuscript
  }
  const progress = showProgress(terminal, args.quiet === true)
  const closed = kept.closed ?? today(terminal.environment)
  const sheet = memoryFiles(files.folder, youSaid(reviewed, {publishers, date: closed}))
  const options = {...usualOptions, profile: 'screen', paper: args.paper, keepGoing: true}
  const world = openWorld(sheet, options, {isCached: true, environment: terminal.environment, signal, onProgress: progress.show, onNote: note => terminal.err(`note: ${note}\n`)})
  const {outputs, diagnostics} = await buildEdition(options, world).finally(progress.clear)
  if (outputs.length < options.formats.length) {
    reportProblems(diagnostics, sheet, folder, terminal)
    terminal.err(`Round ${kept.number} was not closed, because its sheet could not be made.\n`)
    return exitCodes.manuscript
  }
  const paths = writeOutputs(out, [
    ...outputs.map(({kind, bytes}) => ({name: `you-said-we-did-round-${kept.number}.${kind}`, bytes})),
    {name: `dispositions-round-${kept.number}.csv`, bytes: Buffer.from(dispositionCsv(reviewed))},
    {name: `dispositions-round-${kept.number}.html`, bytes: Buffer.from(dispositionHtml(reviewed))}
  ])
  writeOutputs(join(folder, roundFolder(kept.number)), [{name: 'closed.yaml', bytes: Buffer.from(`# Every comment of this round is answered. Delete this file to open the round again.\nclosed: ${closed}\ncomments: ${reviewed.comments.length}\n`)}])
  reportProblems([...messages, ...diagnostics.filter(message => levelOf(message) === 'error')], files, folder, terminal)
  if (!args.quiet) terminal.out(`${paths.map(path => `${path}\n`).join('')}Round ${kept.number} is closed.\n`)
  return exitCodes.clean
}

/** A book that is only in memory. */
function memoryFiles(folder: string, texts: ReadonlyMap<string, string>): BookFiles {
  return {
    folder,
    list: () => [...texts.keys()],
    read(path) {
      const text = texts.get(path)
      if (text === undefined) throw new FileRefused('missing', path)
      return Buffer.from(text)
    }
  }
}
