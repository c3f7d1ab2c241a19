// Commands: `space-hacks review decide`, an answer to comments, written into the round's table.

import {join} from 'node:path'
import {writeOutputs} from '../io/output.ts'
import type {Comment} from '../review/comment.ts'
import {type Answer, writeAnswers} from '../review/decisions.ts'
import {roundFolder} from '../review/round.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {closedFile, decisionsFile, openReviews} from './open-reviews.ts'
import {reviewCommand} from './review-command.ts'
import type {Terminal} from './terminal.ts'
import {UsageError} from './usage-error.ts'

/** Options as the command line gives them. */
export interface DecideArguments {
  readonly book: string
  readonly accept?: boolean
  readonly change?: boolean
  readonly decline?: boolean
  readonly ask?: boolean
  readonly reason?: string
  readonly did?: string
  readonly quiet?: boolean
}

/** Answers every comment whose id begins with one of `ids`. Rejects with `UsageError` when one is unknown, too short, begins several, or is of a round that is closed. */
export async function reviewDecide(ids: readonly string[], args: DecideArguments, terminal: Terminal): Promise<ExitCode> {
  openBook(args.book)
  const answer = answerOf(args)
  if ((answer === 'declined' || answer === 'asked') && !args.reason?.trim()) throw new UsageError(`Unexpected \`--${answer === 'declined' ? 'decline' : 'ask'}\` without \`--reason\`, expected a reason for who commented`, 'the person reads it in “You said, we did”')
  const rounds = openReviews(args.book)
  const all = [...rounds.values()].flatMap(({number, comments}) => [...comments.values()].map(comment => ({number, comment})))
  const found = ids.map(id => findComment(id, all, args.book))
  refuseClosed(found, rounds, args.book)
  for (const number of new Set(found.map(each => each.number))) {
    const comments = found.filter(each => each.number === number).map(({comment}) => comment)
    const table = writeAnswers(rounds.get(number)!.decisionsText, comments, {answer, ...(args.reason === undefined ? {} : {reason: args.reason}), ...(args.did === undefined ? {} : {change: args.did})})
    writeOutputs(join(args.book, roundFolder(number)), [{name: 'decisions.yaml', bytes: Buffer.from(table)}])
    if (!args.quiet) for (const {id} of comments) terminal.out(`${join(args.book, decisionsFile(number))}  ${id} ${answer}\n`)
  }
  return exitCodes.clean
}

/** Everybody was told what became of these comments. */
function refuseClosed(found: readonly {number: number; comment: Comment}[], rounds: ReturnType<typeof openReviews>, folder: string): void {
  const late = found.find(({number}) => rounds.get(number)!.isClosed)
  if (!late) return
  const {number, comment} = late
  throw new UsageError(
    `Unexpected answer to \`${comment.id}\` of round ${number}, which is closed, expected a comment of an open round`,
    `“You said, we did” has told its answer; to give another, delete \`${join(folder, closedFile(number))}\`, decide, and close the round again with \`${reviewCommand(`close --round ${number}`, folder)}\``
  )
}

function answerOf({book, accept, change, decline, ask}: DecideArguments): Answer {
  const given = ([[accept, 'accepted'], [change, 'changed'], [decline, 'declined'], [ask, 'asked']] as const).flatMap(([isGiven, answer]) => (isGiven ? [answer] : []))
  if (given.length === 1) return given[0]!
  throw new UsageError(`Unexpected ${given.length === 0 ? 'command without an answer' : 'second answer'}, expected one of --accept, --change, --decline and --ask`, `such as \`${reviewCommand('decide m4kd2x7p --accept', book)}\``)
}

/** A letter or two name a comment by chance alone: once another one begins with them, they would mean that. */
const fewestLetters = 4

function findComment(id: string, all: readonly {number: number; comment: Comment}[], folder: string): {number: number; comment: Comment} {
  if (id.length < fewestLetters) throw new UsageError(`Unexpected \`${id}\`, expected the id of a comment, or at least its first ${fewestLetters} letters`, `\`${reviewCommand('report', folder)}\` and \`decisions.yaml\` list them`)
  const found = all.filter(({comment}) => comment.id.startsWith(id.toLowerCase()))
  if (found.length === 1) return found[0]!
  if (found.length === 0) throw new UsageError(`Unexpected comment \`${id}\`, expected the id of one`, `\`${reviewCommand('report', folder)}\` and \`decisions.yaml\` list them`)
  throw new UsageError(`Unexpected \`${id}\`, with which ${found.length} ids begin, expected more of one`, `they are ${found.map(({comment}) => comment.id).join(', ')}`)
}
