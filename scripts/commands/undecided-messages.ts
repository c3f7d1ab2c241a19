// Commands: comments without an answer, as problems.

import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {openThreads, type ReviewedRound} from '../review/reviewed-round.ts'
import {decisionsFile} from './open-reviews.ts'
import {reviewCommand} from './review-command.ts'

/** What keeps a round from being closed; `folder` is the book's, as the person named it. */
export function undecidedMessages(reviewed: ReviewedRound, folder: string): Diagnostic[] {
  return openThreads(reviewed).map(({comment, decision}) => {
    const about = comment.blocks.join(', ') || 'no place that is known'
    const at = {file: decisionsFile(reviewed.number), ...(decision === undefined ? {} : {place: {line: decision.line, column: 1}})}
    return diagnose('comment-undecided', `Unexpected comment \`${comment.id}\` of ${comment.reviewer} on ${about} without an answer, expected one`, at, `answer it in that file, or with \`${reviewCommand(`decide ${comment.id} --accept`, folder)}\` (or --change, --decline, --ask)`)
  })
}
