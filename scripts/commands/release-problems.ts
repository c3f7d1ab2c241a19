// Commands: what keeps a book from being released.

import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {Output} from '../edition/build.ts'
import type {BookFiles} from '../io/files.ts'
import {roundFolder} from '../review/round.ts'
import {closedFile, openReviews} from './open-reviews.ts'
import {readReviewed} from './reviewed-round.ts'
import {undecidedMessages} from './undecided-messages.ts'

/** Open rounds, comments without an answer in any round, and what drafts have and books have not in a PDF: notes of reviewers, and embedded files. */
export async function releaseProblems(files: BookFiles, outputs: readonly Output[]): Promise<Diagnostic[]> {
  const rounds = [...openReviews(files.folder).values()]
  const open = rounds.filter(({isClosed}) => !isClosed).map(({number}) =>
    diagnose('round-open', `Unexpected open review round ${number}, expected all to be closed`, {file: `${roundFolder(number)}/round.yaml`}, `answer what is open, then \`space-hacks review close --round ${number}\`, which writes \`${closedFile(number)}\``)
  )
  const undecided: Diagnostic[] = []
  for (const kept of rounds) {
    const {reviewed} = await readReviewed(files, kept, {findsPlaces: false})
    if (reviewed) undecided.push(...undecidedMessages(reviewed))
  }
  const marks = await Promise.all(outputs.filter(({kind}) => kind === 'pdf').map(({bytes}) => draftMarks(bytes)))
  return [...open, ...undecided, ...marks.flat()]
}

/** Annotations that a finished book has. */
const finished = new Set(['Link', 'Widget'])

async function draftMarks(bytes: Uint8Array): Promise<Diagnostic[]> {
  const [{openPdf}, {pageNodes}] = await Promise.all([import('../pdf/open-pdf.ts'), import('../pdf/page-nodes.ts')])
  const file = await openPdf(bytes)
  const left = pageNodes(file).flatMap(({dict}, index) => file.array(dict.get('Annots')).flatMap(object => {
    const subtype = file.name(file.dict(object).get('Subtype')) ?? 'none'
    return finished.has(subtype) ? [] : [`a ${subtype} annotation on page ${index + 1}`]
  }))
  if (file.dict(file.catalog.get('Names')).has('EmbeddedFiles')) left.push('an embedded file')
  return left.map(what => diagnose('draft-mark', `Unexpected ${what}, expected a book without marks of a draft`, {}, 'build it from the manuscript, with a profile that is not for drafts'))
}
