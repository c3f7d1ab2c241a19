// Commands: `space-hacks review open`, from the manuscript as it is to the frozen text of a round.

import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {diagnose, levelOf, type Diagnostic} from '../diagnostics/diagnose.ts'
import {diagnosticRecord} from '../diagnostics/report.ts'
import {findProgram} from '../io/program.ts'
import {gitCommit} from '../io/git-commit.ts'
import {writeOutputs} from '../io/output.ts'
import {writeFolder} from '../io/write-folder.ts'
import {openRound, type OpenedRound} from '../review/open-round.ts'
import {readText} from '../review/read-text.ts'
import {registryFile, roundFolder} from '../review/round.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {keptFragments} from './kept-fragments.ts'
import {openBook} from './open-book.ts'
import {closedFile} from './open-reviews.ts'
import {openTemplates} from './open-templates.ts'
import {reportProblems} from './report-problems.ts'
import {reviewCommand} from './review-command.ts'
import type {Terminal} from './terminal.ts'
import {today} from './today.ts'
import {UsageError} from './usage-error.ts'

/** Options as the command line gives them. */
export interface OpenArguments {
  readonly round: number
  readonly due?: string
  readonly base?: number
  readonly edition?: string
  readonly reviewers?: string
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Opens a round of the book in `folder` and says what became of its blocks. Rejects with `UsageError` or `EnvironmentError`. */
export async function reviewOpen(folder: string, args: OpenArguments, terminal: Terminal): Promise<ExitCode> {
  const files = openBook(folder)
  const place = join(folder, roundFolder(args.round))
  if (existsSync(place)) throw new UsageError(`Unexpected round ${args.round}, which is there already, expected a new one`, `choose another number, or move \`${place}\` away if nobody has a draft of it`)
  const base = chooseBase(folder, args)
  const opened = today(terminal.environment)
  checkDue(args.due, opened)
  const program = findProgram()
  const text = await readText(files, {...(args.edition === undefined ? {} : {edition: args.edition}), profile: 'screen', paper: 'letter', templates: openTemplates(program, 'screen'), fragments: keptFragments(program)})
  if (hasErrors(text.diagnostics)) return say(text.diagnostics)

  const commit = gitCommit(files.folder)
  const edition = args.edition ?? text.book.editions[0]?.id
  const plan = {
    number: args.round,
    opened,
    reviewers: readReviewers(args.reviewers),
    ...(args.due === undefined ? {} : {due: args.due}),
    ...(base === undefined ? {} : {base}),
    ...(edition === undefined ? {} : {edition}),
    ...(commit === undefined ? {} : {commit})
  }
  const result = openRound(plan, files, text.sections, readIfThere(join(folder, registryFile)))
  if (!('round' in result)) return say(result.messages)
  const overlaps = stillOpen(folder, args.round)
  write(folder, place, result)
  return say([...overlaps, ...result.messages], result)

  function say(diagnostics: readonly Diagnostic[], result?: OpenedRound): ExitCode {
    if (args.json) terminal.out(`${JSON.stringify({ok: result !== undefined, ...(result ? summaryOf(result, place) : {}), diagnostics: diagnostics.map(diagnosticRecord)})}\n`)
    else {
      reportProblems(args.quiet ? diagnostics.filter(each => levelOf(each) !== 'info') : diagnostics, files, folder, terminal)
      if (!result) terminal.err(`No round was opened, because of the errors.\n`)
      else if (!args.quiet) terminal.out(sentenceOf(result, place))
    }
    return result ? exitCodes.clean : exitCodes.manuscript
  }
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(each => levelOf(each) === 'error')
}

/** The round before, unless another is asked for. */
function chooseBase(folder: string, {round, base}: OpenArguments): number | undefined {
  const there = roundsIn(folder)
  if (base === undefined) return there.filter(each => each < round).at(-1)
  if (base < round && there.includes(base)) return base
  const known = there.length === 0 ? 'there is none yet: leave `--base` out' : `there are ${there.join(', ')}`
  throw new UsageError(`Unexpected base \`${base}\`, expected an earlier round`, known)
}

/** Earlier rounds that nobody closed: whoever opens the next one may have forgotten them. */
function stillOpen(folder: string, next: number): Diagnostic[] {
  return roundsIn(folder).filter(number => number < next && !existsSync(join(folder, closedFile(number)))).map(number =>
    diagnose('round-overlap', `Unexpected round ${number}, which is still open, expected it to be closed before round ${next} is opened`, {file: `${roundFolder(number)}/round.yaml`}, `answer what is open in it, then \`${reviewCommand(`close --round ${number}`, folder)}\``)
  )
}

function roundsIn(folder: string): number[] {
  const reviews = join(folder, 'reviews')
  if (!existsSync(reviews)) return []
  return readdirSync(reviews).flatMap(name => /^round-(\d+)$/.exec(name)?.slice(1).map(Number) ?? []).sort((a, b) => a - b)
}

function checkDue(due: string | undefined, opened: string): void {
  if (due === undefined) return
  const date = new Date(`${due}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(due) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(due)
  if (!isDay) throw new UsageError(`Unexpected \`--due ${due}\`, expected a day such as 2026-12-15`, 'write year, month and day with hyphens')
  if (due < opened) throw new UsageError(`Unexpected \`--due ${due}\`, expected a day that is not over`, `the round opens on ${opened}`)
}

function readReviewers(list: string | undefined): string[] {
  const codes = (list ?? '').split(',').map(code => code.trim()).filter(code => code !== '')
  const strange = codes.find(code => !/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/.test(code))
  if (strange !== undefined) throw new UsageError(`Unexpected reviewer \`${strange}\`, expected a code of letters, digits and hyphens`, 'a code stands for a person and is no name: R1, R2 and so on')
  const double = codes.find((code, index) => codes.indexOf(code) !== index)
  if (double !== undefined) throw new UsageError(`Unexpected second \`${double}\`, expected each code for one person`, 'give one of the two another code')
  return codes
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The folder first: without it, a registry would know ids that no draft was made of. */
function write(folder: string, place: string, {folder: round, registry}: OpenedRound): void {
  mkdirSync(join(folder, 'reviews'), {recursive: true})
  writeFolder(place, round)
  try {
    writeOutputs(join(folder, 'reviews'), [{name: 'blocks.yaml', bytes: Buffer.from(registry)}])
  } catch (error) {
    rmSync(place, {recursive: true, force: true})
    throw error
  }
}

function summaryOf({round, matching}: OpenedRound, place: string) {
  const {ids, findings, added, removed} = matching
  return {round: round.number, folder: place, hash: round.hash, blocks: [...ids.values()].flat().length, added, removed, findings}
}

function sentenceOf({round, matching}: OpenedRound, place: string): string {
  const {ids, findings, added, removed} = matching
  const blocks = [...ids.values()].flat().length
  const counts = {moved: 0, split: 0, merged: 0, doubtful: 0}
  for (const {kind, ids: moved} of findings) if (kind in counts) counts[kind as keyof typeof counts] += kind === 'moved' ? moved.length : 1
  const parts = [`${added} new`, `${removed} gone`, ...Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}`] : []))]
  const due = round.due === undefined ? '' : `, comments until ${round.due}`
  return `${place}  round ${round.number}${due}: ${blocks} blocks (${parts.join(', ')})\n`
}
