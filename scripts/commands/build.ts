// Commands: `space-hacks build`, from the words on the command line to files in a folder.

import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import type {buildEdition, BuildResult, BuildWorld, Format} from '../edition/build-edition.ts'
import {openCache} from '../io/cache.ts'
import {sourceDate} from '../io/clock.ts'
import {findChromium} from '../io/find-chromium.ts'
import {refuseUnwritable, writeOutputs} from '../io/output.ts'
import {findProgram} from '../io/program.ts'
import {buildReport} from './build-report.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {openTemplates} from './open-templates.ts'
import {reportProblems} from './report-problems.ts'
import {showProgress} from './show-progress.ts'
import type {Terminal} from './terminal.ts'
import {UsageError} from './usage-error.ts'

/** Options as the command line gives them. */
export interface BuildArguments {
  readonly edition?: string
  readonly profile: string
  readonly paper: 'letter' | 'a4'
  readonly format: readonly Format[]
  readonly out: string
  readonly jobs?: number
  readonly cache: boolean
  readonly strict?: boolean
  readonly keepGoing?: boolean
  readonly quiet?: boolean
  readonly json?: boolean
}

/** More tabs than this take more memory than they save time. */
const mostTabs = 8

/**
 * Builds the book in `folder`, writes its products and says so. Rejects with `UsageError` or `EnvironmentError`, and with the signal's reason when
 * that is aborted.
 */
export async function build(folder: string, args: BuildArguments, terminal: Terminal, signal: AbortSignal, product?: typeof buildEdition): Promise<ExitCode> {
  const start = performance.now()
  const progress = showProgress(terminal, args.quiet === true)
  const world = openWorld(folder, args, terminal, signal)
  refuseUnwritable(args.out)
  // Loaded while Chromium is looked for.
  const buildProduct = product ?? (await import('../edition/build-edition.ts')).buildEdition
  const result = await buildProduct(buildOptions(args), {...world, onProgress: progress.show}).finally(progress.clear)
  const paths = result.outputs.length === 0 ? [] : writeOutputs(args.out, result.outputs)
  world.cache?.prune()

  if (args.json) terminal.out(`${JSON.stringify(buildReport(result, paths))}\n`)
  else {
    reportProblems(result.diagnostics, world.files, folder, terminal)
    if (!args.quiet) sayOutcome(result, paths, performance.now() - start, args, terminal)
  }
  return result.ok ? exitCodes.clean : exitCodes.manuscript
}

function buildOptions(args: BuildArguments): Parameters<typeof buildEdition>[0] {
  const {edition, profile, paper, format, jobs = Math.min(mostTabs, availableParallelism()), strict = false, keepGoing = false} = args
  return {...(edition === undefined ? {} : {edition}), profile, paper, formats: format, jobs, strict, keepGoing}
}

function openWorld(folder: string, args: BuildArguments, terminal: Terminal, signal: AbortSignal): Omit<BuildWorld, 'onProgress'> {
  const files = openBook(folder)
  const {environment} = terminal
  const program = findProgram()
  const templates = openTemplates(program, args.profile)
  const cache = args.cache ? openCache(join(program.folder, 'dist/.cache'), program.identity) : undefined
  const chromium = findChromium(environment, cache)
  // It is waited for later, or, when only HTML is written, not at all.
  chromium.catch(() => undefined)
  return {
    files,
    templates,
    ...(cache ? {cache} : {}),
    chromiumVersion: async () => (args.format.includes('pdf') ? (await chromium).version : 'none'),
    openPrinter: async tabs => {
      const {executablePath} = await chromium
      const {openPrinter} = await import('../print/open-printer.ts')
      const printer = await openPrinter({executablePath, tabs, signal})
      if (!printer.isSandboxed && process.getuid?.() !== 0) terminal.err('note: This computer does not let Chromium have its sandbox, so it runs without.\n')
      return printer
    },
    program: program.identity,
    date: dateOf(environment),
    signal
  }
}

function dateOf(environment: Terminal['environment']): Date {
  try {
    return sourceDate(environment)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(error.message, 'correct the variable, or unset it', {cause: error})
  }
}

function sayOutcome({ok, outputs, diagnostics}: BuildResult, paths: readonly string[], ms: number, {out, strict}: BuildArguments, terminal: Terminal): void {
  if (paths.length === 0) {
    const cause = strict ? 'errors, and with --strict of warnings' : 'errors'
    terminal.err(`Nothing was written to ${out} because of ${cause}; --keep-going builds what can be built.\n`)
    return
  }
  const width = Math.max(...paths.map(path => path.length))
  for (const [index, path] of paths.entries()) {
    const {pages, bytes} = outputs[index]!
    terminal.out(`${path.padEnd(width)}  ${pages === undefined ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}, `}${readableSize(bytes.length)}\n`)
  }
  if (!ok) terminal.err('Built in spite of errors; each gap is marked in its place.\n')
  else if (diagnostics.length === 0) terminal.err(`Built in ${(ms / 1000).toFixed(1)} s.\n`)
  else terminal.err(`Built in ${(ms / 1000).toFixed(1)} s, with the remarks above.\n`)
}

function readableSize(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
