// Commands: `space-hacks build`, from the words on the command line to files in a folder.

import {join} from 'node:path'
import type {ChecklistItem} from '../accessibility/checklist.ts'
import {formatChecklist} from '../accessibility/format-checklist.ts'
import {levelOf} from '../diagnostics/diagnose.ts'
import type {BuildOptions, BuildResult, Format} from '../edition/build.ts'
import type {BookFiles} from '../io/files.ts'
import type {ProductBuild} from '../edition/build-products.ts'
import {every} from '../edition/profile-names.ts'
import {refuseUnwritable, writeOutputs} from '../io/output.ts'
import {buildReport} from './build-report.ts'
import {exitCodeOf, exitCodes, type ExitCode} from './exit-code.ts'
import {openBook} from './open-book.ts'
import {openWorld} from './open-world.ts'
import {readableSize} from './readable-size.ts'
import {refuseSeveral} from './refuse-several.ts'
import {reportProblems} from './report-problems.ts'
import {showProgress} from './show-progress.ts'
import type {Terminal} from './terminal.ts'
import {UsageError} from './usage-error.ts'
import {siteIndex, usualOptions} from './usual-options.ts'

/** Options as the command line gives them. */
export interface BuildArguments {
  readonly edition?: string
  readonly profile?: string
  readonly paper: 'letter' | 'a4'
  /** Formats of files, or a whole site. */
  readonly format: readonly Format[] | 'site'
  readonly out: string
  readonly jobs?: number
  readonly cache: boolean
  readonly strict?: boolean
  readonly release?: boolean
  readonly keepGoing?: boolean
  readonly accessibility?: boolean
  readonly quiet?: boolean
  readonly json?: boolean
}

/**
 * Builds the book in `folder`, writes its products and says so. Rejects with `UsageError` or `EnvironmentError`, and with the signal's reason when
 * that is aborted.
 */
export async function build(folder: string, args: BuildArguments, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const start = performance.now()
  if (args.accessibility && !args.format.includes('pdf')) throw new UsageError('Unexpected `--accessibility` without a PDF, expected `pdf` in `--format`', 'leave `--format` out')
  const options = buildOptions(args)
  if (args.accessibility) refuseSeveral('--accessibility', options)
  for (const option of idleOptions(args)) terminal.err(`note: ${option} is for PDFs, and changes nothing in HTML\n`)
  const progress = showProgress(terminal, args.quiet === true)
  const files = openBook(folder)
  const world = openWorld(files, options, {
    isCached: args.cache,
    environment: terminal.environment,
    signal,
    onProgress: progress.show,
    onNote: note => terminal.err(`note: ${note}\n`)
  })
  refuseUnwritable(args.out)
  const site = join(args.out, 'site')
  const siteWriter = args.format === 'site' ? await import('./write-site.ts') : undefined
  siteWriter?.refuseForeignSite(site)
  // Loaded while Chromium is looked for.
  const {buildProducts, uniqueDiagnostics} = await import('../edition/build-products.ts')
  const builds = await buildProducts(options, world).finally(progress.clear)
  const joinedBuild = joined(builds, uniqueDiagnostics(builds))
  const finished = args.release ? await refuseUnfinished(joinedBuild, files, folder) : joinedBuild
  const result = siteWriter && finished.outputs.length > 0 ? {...finished, outputs: siteWriter.siteOutputs(builds, world)} : finished
  const write = siteWriter ? siteWriter.writeSite.bind(undefined, site) : writeOutputs.bind(undefined, args.out)
  const paths = result.outputs.length === 0 ? [] : write(result.outputs)
  world.cache?.prune()

  const items = args.accessibility ? await (await import('./answer-checklist.ts')).answerChecklist(result, world, options) : undefined
  if (args.json) terminal.out(`${JSON.stringify({...buildReport(result, paths, builds), ...(items ? {accessibility: items} : {})})}\n`)
  else {
    reportProblems(result.diagnostics, files, folder, terminal)
    if (items) terminal.out(`${formatChecklist(items, join(folder, '/'))}\n`)
    if (!args.quiet) sayOutcome(result, paths, performance.now() - start, args, terminal)
  }
  return items?.some(isFailed) ? exitCodes.manuscript : exitCodeOf(result)
}

/** Options about paper, where none is printed. */
function idleOptions({format, profile, paper}: BuildArguments): string[] {
  if (format === 'site' || format.includes('pdf')) return []
  return [...(profile === undefined ? [] : [`--profile ${profile}`]), ...(paper === usualOptions.paper ? [] : [`--paper ${paper}`])]
}

function isFailed({outcome}: ChecklistItem): boolean {
  return outcome === 'fail'
}

/** The build without outputs, and why, when something of a review is left over. */
async function refuseUnfinished(built: BuildResult, files: BookFiles, folder: string): Promise<BuildResult> {
  const {releaseProblems} = await import('./release-problems.ts')
  const problems = await releaseProblems(files, built.outputs, folder)
  const diagnostics = [...built.diagnostics, ...problems]
  return problems.length === 0 ? built : {...built, ok: false, outputs: [], diagnostics}
}

/** Several builds as one: nothing is written unless every product may be. */
function joined(builds: readonly ProductBuild[], diagnostics: BuildResult['diagnostics']): BuildResult {
  const [first] = builds
  if (!first) throw new Error('Expected at least one build')
  if (builds.length === 1) return first
  const ok = builds.every(build => build.ok)
  const isWhole = builds.every(build => build.outputs.length > 0)
  return {...first, ok, outputs: isWhole ? builds.flatMap(({outputs}) => outputs) : [], diagnostics}
}

/** A site has every edition in every profile, unless told otherwise. */
function buildOptions({edition, profile, paper, format, jobs, strict, keepGoing, accessibility}: BuildArguments): BuildOptions {
  const isSite = format === 'site'
  const asked = edition ?? (isSite ? every : undefined)
  return {
    ...usualOptions,
    ...(asked === undefined ? {} : {edition: asked}),
    profile: profile ?? (isSite ? every : usualOptions.profile),
    paper,
    formats: isSite ? usualOptions.formats : format,
    ...(isSite ? {home: siteIndex} : {}),
    ...(jobs === undefined ? {} : {jobs}),
    strict: strict === true,
    keepGoing: keepGoing === true,
    ...(accessibility ? {tracesTags: true} : {})
  }
}

function sayOutcome({ok, outputs, diagnostics}: BuildResult, paths: readonly string[], ms: number, {out, release}: BuildArguments, terminal: Terminal): void {
  if (paths.length === 0) {
    const hasErrors = diagnostics.some(diagnostic => levelOf(diagnostic) === 'error')
    const wayOn = release ? '' : '; --keep-going builds what can be built'
    const cause = hasErrors ? `because of the errors${wayOn}` : 'because of the warnings, which --strict counts as errors'
    terminal.err(`Nothing was written to ${out} ${cause}.\n`)
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
