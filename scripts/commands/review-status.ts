// Commands: `space-hacks review status`, what is open in a round, by section, and who has not answered.

import {diagnosticRecord} from '../diagnostics/report.ts'
import {openThreads, threadsBySection} from '../review/reviewed-round.ts'
import {isAnswered} from '../review/decisions.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {chooseRound} from './open-reviews.ts'
import {reportProblems} from './report-problems.ts'
import {readReviewed} from './reviewed-round.ts'
import type {Terminal} from './terminal.ts'

/** Options as the command line gives them. */
export interface StatusArguments {
  readonly round?: number
  readonly json?: boolean
}

/** Says how far a round is. Rejects with `UsageError`. */
export async function reviewStatus(folder: string, args: StatusArguments, terminal: Terminal): Promise<ExitCode> {
  const files = openBook(folder)
  const kept = chooseRound(folder, args.round)
  const {reviewed, messages} = await readReviewed(files, kept, {findsPlaces: false})
  const sections = reviewed ? threadsBySection(reviewed).map(({title, groups}) => ({title, comments: groups.flat().length, open: groups.flat().filter(({decision}) => !isAnswered(decision)).length})) : []
  const heard = new Set([...kept.comments.values()].map(({reviewer}) => reviewer))
  const silent = (reviewed?.reviewers ?? []).filter(code => !heard.has(code))
  const open = reviewed ? openThreads(reviewed) : []
  if (args.json) {
    terminal.out(`${JSON.stringify({ok: reviewed !== undefined, round: kept.number, closed: kept.isClosed, due: reviewed?.due ?? null, sections, open: open.map(({comment}) => comment.id), silent, diagnostics: messages.map(diagnosticRecord)})}\n`)
  } else {
    reportProblems(messages, files, folder, terminal)
    const comments = sections.reduce((sum, section) => sum + section.comments, 0)
    const width = Math.max(0, ...sections.map(({title}) => title.length))
    terminal.out([
      `Round ${kept.number}${kept.isClosed ? ', closed' : ''}${reviewed?.due === undefined ? '' : `, comments until ${reviewed.due}`}: ${comments === 1 ? '1 comment' : `${comments} comments`}, ${open.length} without an answer`,
      ...sections.map(({title, comments: all, open: left}) => `  ${title.padEnd(width)}  ${String(all).padStart(3)}, ${left} open`),
      ...(silent.length > 0 ? [`Nothing yet from ${silent.join(', ')}`] : []),
      ''
    ].join('\n'))
  }
  return reviewed ? exitCodes.clean : exitCodes.manuscript
}
