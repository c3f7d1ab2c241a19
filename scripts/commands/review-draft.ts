// Commands: `space-hacks review draft`, from a frozen round to the files that reviewers get.

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {diagnose, levelOf, type Diagnostic} from '../diagnostics/diagnose.ts'
import {diagnosticRecord} from '../diagnostics/report.ts'
import type {BuildOptions} from '../edition/build.ts'
import {fragmentStore, metadataOf} from '../edition/build-edition.ts'
import {printBook, startRun} from '../edition/print-book.ts'
import {startTimings} from '../edition/timings.ts'
import {findProgram} from '../io/program.ts'
import {refuseUnwritable, writeOutputs} from '../io/output.ts'
import {readFrozen, type FrozenReading, type FrozenRound} from '../review/frozen-round.ts'
import {makeReviewPages} from '../review/make-review-page.ts'
import {makeChanges, makeDraft, makePaperForm, type Print, type ReviewOutput, type ReviewProducts} from '../review/make-draft.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {closedFile} from './open-reviews.ts'
import {openWorld} from './open-world.ts'
import {reportProblems} from './report-problems.ts'
import {reviewCommand} from './review-command.ts'
import {roundFiles} from './round-files.ts'
import {joinProgress, showProgress} from './show-progress.ts'
import type {Terminal} from './terminal.ts'
import {UsageError} from './usage-error.ts'
import {usualOptions} from './usual-options.ts'

/** Options as the command line gives them. */
export interface DraftArguments {
  /** The last one when absent. */
  readonly round?: number
  readonly reviewer?: string
  readonly eachReviewer?: boolean
  /** All that the round has, when absent. */
  readonly only?: readonly ReviewOutput['kind'][]
  /** All sections in the changes. */
  readonly whole?: boolean
  readonly paper: 'letter' | 'a4'
  readonly out: string
  readonly jobs?: number
  readonly cache: boolean
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Makes the products of a round and says where they are. Rejects with `UsageError` or `EnvironmentError`. */
export async function reviewDraft(folder: string, args: DraftArguments, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const files = openBook(folder)
  const number = args.round ?? lastRound(folder)
  const out = join(args.out, 'review', `round-${number}`)
  refuseUnwritable(out)
  const progress = showProgress(terminal, args.quiet === true || args.json === true)
  const options: BuildOptions = {...usualOptions, profile: 'draft', paper: args.paper, formats: ['pdf'], ...(args.jobs === undefined ? {} : {jobs: args.jobs})}
  const world = openWorld(files, options, {isCached: args.cache, environment: terminal.environment, signal, onProgress: progress.show, onNote: note => terminal.err(`note: ${note}\n`)})
  const timings = startTimings()
  const fragments = fragmentStore(world.cache)
  const read = async (round: number) => {
    const start = performance.now()
    const reading = await readFrozen(roundFiles(files, round, folder), {profile: 'draft', paper: args.paper, templates: world.templates, fragments})
    timings.all.read = (timings.all.read ?? 0) + performance.now() - start
    return reading
  }
  // It starts while the text is read.
  const printer = world.openPrinter(options.jobs)
  printer.catch(() => undefined)
  const make = async () => {
    const {frozen, messages} = await read(number)
    if (!frozen) return {outputs: [], diagnostics: messages}
    const reviewers = reviewersOf(frozen, args)
    const isWanted = (kind: ReviewOutput['kind']) => args.only?.includes(kind) ?? true
    const printed = await printProducts(frozen, {reviewers, isWanted, isWhole: args.whole === true}, read, source => printBook(source, printer, options, {...world, onProgress: onPrint()}, run))
    const pages = isWanted('html') ? timings.measure('render', () => makeReviewPages(frozen, reviewers, pageParts())) : []
    return {outputs: [...printed.outputs, ...pages], diagnostics: [...messages, ...closedMessages(folder, number), ...printed.diagnostics]}
  }
  const onPrint = joinProgress(progress)
  const run = startRun(timings)
  const {outputs, diagnostics} = await make().finally(async () => {
    progress.clear()
    await printer.then(opened => opened.close(), () => undefined)
  })
  if (diagnostics.some(each => levelOf(each) === 'error')) return say(diagnostics)
  const paths = timings.measure('write', () => writeOutputs(out, outputs))
  world.cache?.prune()
  return say(diagnostics, {outputs, diagnostics}, paths)

  function say(diagnostics: readonly Diagnostic[], products?: ReviewProducts, paths: readonly string[] = []): ExitCode {
    const outputs = (products?.outputs ?? []).map(({kind, reviewer, pages, bytes}, i) => ({kind, path: paths[i]!, ...(reviewer === undefined ? {} : {reviewer}), ...(pages === undefined ? {} : {pages}), bytes: bytes.length}))
    if (args.json) terminal.out(`${JSON.stringify({ok: products !== undefined, round: number, outputs, diagnostics: diagnostics.map(diagnosticRecord), timings: timings.all})}\n`)
    else {
      reportProblems(diagnostics, files, folder, terminal)
      if (!products) terminal.err(`Nothing was written to ${out} because of the errors.\n`)
      else if (!args.quiet) for (const {path, pages} of outputs) terminal.out(`${path}${pages === undefined ? '' : `  ${pages} pages`}\n`)
    }
    return products ? exitCodes.clean : exitCodes.manuscript
  }
}

interface Wanted {
  readonly reviewers: readonly (string | undefined)[]
  readonly isWhole: boolean
  isWanted(kind: ReviewOutput['kind']): boolean
}

/** The draft, the changes where there is an earlier round, and the paper form. All at once: while one is put together, Chromium prints another. */
async function printProducts(frozen: FrozenRound, {reviewers, isWanted, isWhole}: Wanted, read: (round: number) => Promise<FrozenReading>, print: Print): Promise<ReviewProducts> {
  const {round} = frozen
  const date = new Date(`${round.opened}T00:00:00Z`)
  const metadata = {...metadataOf(frozen.book.metadata, {date}), date}
  const changes = async (base: number): Promise<ReviewProducts> => {
    const {frozen: old, messages} = await read(base)
    return old ? makeChanges(frozen, old, isWhole, reviewers, print, metadata) : {outputs: [], diagnostics: messages}
  }
  const made = await Promise.all([
    ...(isWanted('draft') ? [makeDraft(frozen, reviewers, print, metadata)] : []),
    ...(isWanted('changes') && round.base !== undefined ? [changes(round.base)] : []),
    ...(isWanted('paper') ? [makePaperForm(frozen, reviewers, print, metadata)] : [])
  ])
  return {outputs: made.flatMap(({outputs}) => outputs), diagnostics: made.flatMap(({diagnostics}) => diagnostics)}
}

function pageParts(): {css: string; script: string} {
  const templates = join(findProgram().folder, 'templates/review')
  return {css: readFileSync(join(templates, 'page.css'), 'utf8'), script: readFileSync(join(templates, 'page.js'), 'utf8')}
}

function lastRound(folder: string): number {
  const reviews = join(folder, 'reviews')
  const rounds = existsSync(reviews) ? readdirSync(reviews).flatMap(name => /^round-(\d+)$/.exec(name)?.slice(1).map(Number) ?? []) : []
  if (rounds.length === 0) throw new UsageError(`Unexpected book \`${folder}\` without a round, expected one that was opened`, `open it first: \`${reviewCommand('open --round 1', folder)}\``)
  return Math.max(...rounds)
}

/** Whoever makes a draft of a round that is over mostly wants the next one. */
function closedMessages(folder: string, number: number): Diagnostic[] {
  if (!existsSync(join(folder, closedFile(number)))) return []
  return [diagnose('round-closed', `Unexpected draft of round ${number}, which is closed, expected one of an open round`, {file: closedFile(number)}, `open the next round with \`${reviewCommand(`open --round ${number + 1}`, folder)}\`, or this one again by deleting this file`)]
}

function reviewersOf({round}: FrozenRound, {reviewer, eachReviewer}: DraftArguments): (string | undefined)[] {
  const known = round.reviewers.length === 0 ? 'it names none; add codes under `reviewers`' : `it names ${round.reviewers.join(', ')}`
  if (eachReviewer === true) {
    if (round.reviewers.length > 0) return [...round.reviewers]
    throw new UsageError('Unexpected `--each-reviewer`, expected reviewers in `round.yaml`', known)
  }
  if (reviewer === undefined) return [undefined]
  if (round.reviewers.includes(reviewer)) return [reviewer]
  throw new UsageError(`Unexpected reviewer \`${reviewer}\`, expected a code of \`round.yaml\``, known)
}
