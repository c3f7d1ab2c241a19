// Commands: `space-hacks review collect`, from files that came back to comments in `reviews/`.

import {randomBytes} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {type Diagnostic, levelOf} from '../diagnostics/diagnose.ts'
import {diagnosticRecord} from '../diagnostics/report.ts'
import {cropPages} from '../io/crop-pages.ts'
import type {BookFiles} from '../io/files.ts'
import {writeOutputs} from '../io/output.ts'
import {parseYaml} from '../read/parse-yaml.ts'
import {type CollectedComment, collect, type Collection} from '../review/collect.ts'
import {writeComment} from '../review/comment.ts'
import {addOpenEntries, answerable} from '../review/decisions.ts'
import type {RoundManifest} from '../review/manifest.ts'
import {joinNames, readKey, type ReviewerKey, writeKey} from '../review/reviewer-codes.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {commentsFolder, decisionsFile, type KeptRound, openReviews} from './open-reviews.ts'
import {reportProblems} from './report-problems.ts'
import {reviewCommand} from './review-command.ts'
import type {Terminal} from './terminal.ts'
import {UsageError} from './usage-error.ts'

/** Options as the command line gives them. */
export interface CollectArguments {
  readonly book: string
  readonly round?: number
  readonly out: string
  readonly quiet?: boolean
  readonly json?: boolean
}

/** No draft that people send back is larger. */
const mostBytes = 2 ** 30
const keyFile = 'reviewers-key.yaml'

/** Collects the files and says what is new. Rejects with `UsageError` or `EnvironmentError`. */
export async function reviewCollect(paths: readonly string[], args: CollectArguments, terminal: Terminal): Promise<ExitCode> {
  const files = openBook(args.book)
  for (const path of paths) refuseUnreadable(path)
  const rounds = openReviews(args.book)
  if (args.round !== undefined && !rounds.has(args.round)) throw new UsageError(`Unexpected round ${args.round}, expected one that was opened`, rounds.size === 0 ? `open it with \`${reviewCommand(`open --round ${args.round}`, args.book)}\`` : `there are ${[...rounds.keys()].join(', ')}`)
  const key = openKey(args.book)
  const collection = await collect(paths.map(path => ({read: () => readFileSync(path), picture: crops => cropPages(path, crops), ...(args.json ? {} : {name: path})})), {
    book: await nameOf(files),
    rounds: new Map([...rounds].flatMap(([number, kept]) => (kept.round ? [[number, {hash: kept.round.hash, isClosed: kept.isClosed, reviewers: kept.round.reviewers, comments: kept.comments}]] : []))),
    ...(args.round === undefined ? {} : {round: args.round}),
    secret: key.secret,
    names: key.names,
    frozen: number => frozenManifest(files, number),
    openCommand: reviewCommand('open --round 1', args.book),
    draft: number => findDraft(join(args.out, 'review', `round-${number}`))
  })
  const messages = [...[...rounds.values()].flatMap(kept => kept.messages), ...collection.messages]
  write(args.book, collection, rounds, key)
  if (args.json) terminal.out(`${JSON.stringify({ok: !hasErrors(messages), items: collection.comments.map(itemOf), diagnostics: messages.map(diagnosticRecord)})}\n`)
  else {
    if (!args.quiet) terminal.out(summaryOf(collection, args.book))
    reportProblems(messages, files, args.book, terminal)
  }
  return hasErrors(messages) ? exitCodes.manuscript : exitCodes.clean
}

function hasErrors(messages: readonly Diagnostic[]): boolean {
  return messages.some(message => levelOf(message) === 'error')
}

function refuseUnreadable(path: string): void {
  const found = statSync(path, {throwIfNoEntry: false})
  if (!found?.isFile()) throw new UsageError(`Unexpected \`${path}\`, expected a file that a reviewer returned`, 'name the files, such as `space-hacks review collect returned/*.pdf`')
  if (found.size > mostBytes) throw new UsageError(`Unexpected size of \`${path}\`, expected less than 1 GB`, 'ask for the comments alone, exported as XFDF')
}

/** Of a book whose name is in `book.yaml`, no other file is read. */
async function nameOf(files: BookFiles): Promise<string> {
  const {readBook} = await import('../read/read-book.ts')
  const isManuscript = files.list().includes('book.yaml')
  return readBook(isManuscript ? {...files, list: () => ['book.yaml']} : files).book.name
}

/** The key that is there, or a new one. Its secret comes from chance, so that nobody can find out names by trying them. */
function openKey(folder: string): ReviewerKey {
  const path = join(folder, 'reviews', keyFile)
  const known = existsSync(path) ? readKey(parseYaml(readFileSync(path, 'utf8')).root) : undefined
  return known ?? {secret: randomBytes(16).toString('hex'), names: new Map()}
}

/** Rendering the frozen text takes time, which files that brought their manifest do not need. */
async function frozenManifest(files: BookFiles, number: number): Promise<RoundManifest | undefined> {
  const [{readFrozen}, {manifestOf}, {roundFiles}, {openTemplates}, {keptFragments}, {findProgram}] = await Promise.all([
    import('../review/frozen-round.ts'), import('../review/manifest-of.ts'), import('./round-files.ts'), import('./open-templates.ts'), import('./kept-fragments.ts'), import('../io/program.ts')
  ])
  const program = findProgram()
  const {frozen} = await readFrozen(roundFiles(files, number, files.folder), {profile: 'draft', paper: 'letter', templates: openTemplates(program, 'draft'), fragments: keptFragments(program)})
  return frozen && manifestOf(frozen, 'draft', new Map(), undefined, undefined)
}

/** The draft as `review draft` made it, if it is still there. */
function findDraft(folder: string): Uint8Array | undefined {
  if (!existsSync(folder)) return undefined
  const name = readdirSync(folder).filter(each => each.endsWith('.pdf') && each.includes('draft')).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0]
  return name === undefined ? undefined : readFileSync(join(folder, name))
}

function write(folder: string, {comments, names}: Collection, rounds: ReadonlyMap<number, KeptRound>, key: ReviewerKey): void {
  const fresh = comments.filter(({isNew}) => isNew)
  for (const number of new Set(fresh.map(({round}) => round))) {
    const here = fresh.filter(({round}) => round === number)
    writeOutputs(join(folder, commentsFolder(number)), here.flatMap(filesOf), {isDurable: false})
    const kept = rounds.get(number)!
    const all = new Map([...kept.comments, ...here.map(({comment}) => [comment.id, comment] as const)])
    const wanted = answerable([...all.values()])
    const table = addOpenEntries(kept.decisionsText, here.map(({comment}) => comment).filter(comment => wanted.includes(comment)))
    if (table !== kept.decisionsText) writeOutputs(join(folder, decisionsFile(number), '..'), [{name: 'decisions.yaml', bytes: Buffer.from(table)}])
  }
  const isKnown = [...names].every(([code, all]) => all.every(name => key.names.get(code)?.includes(name)))
  if (fresh.length === 0 && isKnown) return
  writeOutputs(join(folder, 'reviews'), [
    {name: keyFile, bytes: Buffer.from(writeKey({secret: key.secret, names: joinNames(key.names, names)}))},
    // Whoever commits everything shall not commit the names.
    {name: '.gitignore', bytes: Buffer.from(withLine(join(folder, 'reviews/.gitignore'), keyFile))},
    // Two people answer different comments: both answers count.
    {name: '.gitattributes', bytes: Buffer.from(withLine(join(folder, 'reviews/.gitattributes'), 'decisions.yaml merge=union'))}
  ])
}

function filesOf({comment, picture}: CollectedComment): {name: string; bytes: Uint8Array}[] {
  return [
    {name: `${comment.id}.yaml`, bytes: Buffer.from(writeComment(comment))},
    ...(picture === undefined ? [] : [{name: `${comment.id}.${picture.type}`, bytes: picture.bytes}])
  ]
}

function withLine(path: string, line: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return text.split('\n').includes(line) ? text : `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`
}

/** One of `items` of `--json`. */
function itemOf({comment, round, isNew, source, block}: CollectedComment): object {
  const {id, kind, medium, reviewer, blocks, nearest, where, page, textRound, quote, comment: said, suggestion, parent, revises} = comment
  const placed = blocks.length > 0
  return {
    id, new: isNew, placed, block: blocks[0] ?? null, blocks, nearest: nearest ?? null, where: where ?? null, file: placed ? (block?.file ?? null) : null, line: placed ? (block?.line ?? null) : null,
    quote, comment: said, suggestion: suggestion ?? null, kind, reviewer, page: page ?? null, round, textRound: textRound ?? round, medium, source, parent: parent ?? null, revises: revises ?? null
  }
}

function summaryOf({comments}: Collection, folder: string): string {
  const fresh = comments.filter(({isNew}) => isNew)
  const placed = fresh.filter(({comment}) => comment.blocks.length > 0)
  const lost = fresh.filter(({comment}) => comment.blocks.length === 0)
  const lines = placed.map(({comment, block}) => `  ${comment.blocks.join(', ').padEnd(8)} ${block ? join(folder, `${block.file}:${block.line}`) : ''}  ${wordsOf(comment)}`)
  const unplaced = lost.map(({comment}) => `  ${comment.page === undefined ? '' : `page ${comment.page}, `}${comment.where === undefined ? '' : `named “${shorten(comment.where, 30)}”, `}${comment.nearest === undefined ? 'nothing near' : `near ${comment.nearest}`}  ${wordsOf(comment)}`)
  const rounds = [...new Set(comments.map(({round}) => round))].map(round => join(folder, commentsFolder(round)))
  const known = comments.length - fresh.length
  const count = `${fresh.length === 1 ? '1 new comment' : `${fresh.length} new comments`}${known > 0 ? `, ${known} known before` : ''}`
  return `${[`${rounds.join(', ') || 'Nothing collected'}: ${count}`, ...lines, ...(unplaced.length > 0 ? ['Could not be placed:', ...unplaced] : [])].join('\n')}\n`
}

function wordsOf({id, reviewer, kind, textRound, quote, comment, suggestion}: CollectedComment['comment']): string {
  const words = [quote && `“${shorten(quote, 30)}”`, shorten(comment, 60), suggestion === undefined ? '' : `→ ${shorten(suggestion, 40)}`].filter(text => text !== '')
  return [id, reviewer, ...(textRound === undefined ? [] : [`from round ${textRound}`]), kind, ...words].join('  ')
}

function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
