// Commands: what keeps a book from being released.

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {Output} from '../edition/build.ts'
import {pdfName} from '../edition/pdf-name.ts'
import type {BookFiles} from '../io/files.ts'
import {readRegistry} from '../review/registry.ts'
import {registryFile, roundFolder} from '../review/round.ts'
import {closedFile, openReviews} from './open-reviews.ts'
import {reviewCommand} from './review-command.ts'
import {readReviewed} from './reviewed-round.ts'
import {undecidedMessages} from './undecided-messages.ts'

/** Open rounds, comments without an answer in any round, and what drafts have and books have not: names of blocks, in the text and as destinations, notes of reviewers, embedded files, the profile for drafts. */
export async function releaseProblems(files: BookFiles, outputs: readonly Output[], folder: string): Promise<Diagnostic[]> {
  const rounds = [...openReviews(files.folder).values()]
  const open = rounds.filter(({isClosed}) => !isClosed).map(({number}) =>
    diagnose('round-open', `Unexpected open review round ${number}, expected all to be closed`, {file: `${roundFolder(number)}/round.yaml`}, `answer what is open, then \`${reviewCommand(`close --round ${number}`, folder)}\`, which writes \`${closedFile(number)}\``)
  )
  const undecided: Diagnostic[] = []
  for (const kept of rounds) {
    const {reviewed} = await readReviewed(files, kept, {findsPlaces: false})
    if (reviewed) undecided.push(...undecidedMessages(reviewed, folder))
  }
  const ids = registeredIds(files)
  const marks = await Promise.all(outputs.filter(({kind}) => kind === 'pdf').map(output => draftMarks(output, ids)))
  return [...open, ...undecided, ...namesInText(files, ids), ...marks.flat()]
}

/** Of blocks that are there, and of those that were. */
function registeredIds(files: BookFiles): ReadonlySet<string> {
  const path = join(files.folder, registryFile)
  const reading = existsSync(path) ? readRegistry(readFileSync(path, 'utf8')) : {registry: []}
  if ('fault' in reading) return new Set()
  return new Set(reading.registry.flatMap(({blocks, gone}) => [...blocks, ...gone].map(({id}) => id)))
}

const idLike = /(?<![\p{L}\p{N}-])[A-Z][A-Z0-9]{0,5}-[1-9]\d*(?![\p{L}\p{N}-])/gu

/** Names of blocks that somebody wrote into the text, such as in a note to other editors. */
function namesInText(files: BookFiles, ids: ReadonlySet<string>): Diagnostic[] {
  if (ids.size === 0) return []
  return files.list().filter(path => path.endsWith('.md')).flatMap(file =>
    Buffer.from(files.read(file)).toString('utf8').split('\n').flatMap((text, index) =>
      [...text.matchAll(idLike)].filter(([id]) => ids.has(id)).map(found =>
        diagnose('draft-mark', `Unexpected \`${found[0]}\`, which is the name of a block, expected a text without names for reviewers`, {file, place: {line: index + 1, column: found.index + 1}}, 'take it out, or say what it stands for')
      )
    )
  )
}

/** Annotations that a finished book has. */
const finished = new Set(['Link', 'Widget'])

async function draftMarks({bytes, name}: Output, ids: ReadonlySet<string>): Promise<Diagnostic[]> {
  const [{openPdf}, {pageNodes}, {treeEntries}] = await Promise.all([import('../pdf/open-pdf.ts'), import('../pdf/page-nodes.ts'), import('../pdf/read-trees.ts')])
  const file = await openPdf(bytes)
  const left = pageNodes(file).flatMap(({dict}, index) => file.array(dict.get('Annots')).flatMap(object => {
    const subtype = file.name(file.dict(object).get('Subtype')) ?? 'none'
    return finished.has(subtype) ? [] : [`a ${subtype} annotation on page ${index + 1}`]
  }))
  if (file.dict(file.catalog.get('Names')).has('EmbeddedFiles')) left.push('an embedded file')
  const named = treeEntries(file, file.dict(file.catalog.get('Names')).get('Dests'), 'Names').map(([key]) => file.text(key) ?? '').find(each => ids.has(each))
  if (named !== undefined) left.push(`a destination \`${named}\``)
  if (name === pdfName(name.replace(/(?:-draft)?\.pdf$/, ''), 'draft')) left.push('profile for drafts')
  return left.map(what => diagnose('draft-mark', `Unexpected ${what}, expected a book without marks of a draft`, {}, 'build it from the manuscript, with a profile that is not for drafts'))
}
