// Edition: a book's folder becomes the edition's PDF and HTML. This is the whole pipeline, top to bottom.

import {assemble} from '../assemble/assemble.ts'
import type {PageMap} from '../assemble/page-map.ts'
import type {Book, BookMetadata} from '../book/book.ts'
import type {Section} from '../book/section.ts'
import {diagnose, type Diagnostic, levelOf} from '../diagnostics/diagnose.ts'
import type {Cache} from '../io/cache.ts'
import type {Printer} from '../print/open-printer.ts'
import {PrintFailure} from '../print/print-failure.ts'
import {readBook, type ReadBook} from '../read/read-book.ts'
import {metadataOfEdition, nameOfEdition} from '../book/edition-of.ts'
import {createRenderer, renderBySteps, type RenderOptions} from '../render/create-renderer.ts'
import type {FragmentStore} from '../render/make-fragments.ts'
import {withPauses} from '../render/with-pauses.ts'
import type {BuildOptions, BuildResult, BuildWorld, Output} from './build.ts'
import {elementPlaces} from './element-places.ts'
import {pdfName} from './pdf-name.ts'
import {printBook, startRun, type PrintRun} from './print-book.ts'
import {startTimings, type Timings} from './timings.ts'
import {findBuild, hashBuild, keepBuild} from './unchanged-build.ts'
import {withoutConsequences} from './without-consequences.ts'

/** What the builds of several products share. */
export interface SharedWork {
  read(): ReadBook
  readonly fragments: FragmentStore
  readonly units: PrintRun['units']
}

/** Builds one edition. Problems of the manuscript are diagnostics; what the computer lacks rejects with `EnvironmentError`. */
export async function buildEdition(options: BuildOptions, world: BuildWorld, shared: SharedWork = shareWork(world)): Promise<BuildResult> {
  const {cache} = world
  if (!cache || options.tracesTags) return buildAnew(options, world, shared)
  const timings = startTimings()
  const hash = await hashBuild(options, world)
  const kept = timings.measure('load', () => findBuild(cache, hash))
  if (kept) return {...kept, timings: timings.all, cache: {hits: kept.outputs.length, misses: 0}}
  const built = await buildAnew(options, world, shared)
  if (built.ok) keepBuild(cache, hash, built)
  return built
}

/** Reads the book once, however many products ask for it. */
export function shareWork({files, cache}: Pick<BuildWorld, 'files' | 'cache'>): SharedWork {
  let book: ReadBook | undefined
  return {read: () => (book ??= readBook(files)), fragments: fragmentStore(cache), units: new Map()}
}

async function buildAnew(options: BuildOptions, world: BuildWorld, shared: SharedWork): Promise<BuildResult> {
  const timings = startTimings()
  const printer = options.formats.includes('pdf') ? world.openPrinter(options.jobs) : undefined
  // Whoever prints first hears of it.
  printer?.catch(() => undefined)
  try {
    return await buildWith(printer, options, world, shared, timings)
  } finally {
    await printer?.then(opened => opened.close(), () => undefined)
  }
}

async function buildWith(printer: Promise<Printer> | undefined, options: BuildOptions, world: BuildWorld, {read, fragments, units}: SharedWork, timings: Timings): Promise<BuildResult> {
  const {book, messages} = timings.measure('read', read)
  const start = performance.now()
  const chromium = printer && hasColophon(book) ? await world.chromiumVersion() : undefined
  const renderer = await withPauses(renderBySteps(book, renderOptions(options, world, fragments, chromium)))
  timings.all.read = (timings.all.read ?? 0) + performance.now() - start
  const diagnostics = withoutConsequences([...messages, ...renderer.messages])
  const run = startRun(timings, units)
  const isStopped = () => !options.keepGoing && !isOk(diagnostics, options)
  const result = (outputs: readonly Output[], pageMap?: PageMap): BuildResult => ({
    ok: isOk(diagnostics, options),
    outputs: isStopped() ? [] : outputs,
    diagnostics,
    ...(pageMap ? {pageMap} : {}),
    timings: timings.all,
    cache: run.counts
  })
  if (isStopped()) return result([])

  const name = nameOfEdition(book, options.edition)
  const outputs: Output[] = []
  let pageMap: PageMap | undefined
  let tagPlaces: BuildResult['tagPlaces']
  if (printer) {
    const printed = await printBook(renderer, printer, options, world, run).catch(unprinted)
    diagnostics.push(...printed.diagnostics)
    if (isStopped()) return result([])
    if ('pageMap' in printed) {
      world.onProgress({stage: 'assemble', done: 0, total: 1})
      const bytes = timings.measure('assemble', () => assemble({...printed, outline: renderer.outline, metadata: metadataOf(metadataOfEdition(book, options.edition), world)}))
      world.onProgress({stage: 'assemble', done: 1, total: 1})
      pageMap = printed.pageMap
      if (options.tracesTags) tagPlaces = elementPlaces(printed.units, printed.placeOf)
      outputs.push({kind: 'pdf', name: pdfName(name, options.profile), pages: pageMap.pages.length, bytes})
    }
  }
  if (options.formats.includes('html')) {
    const html = timings.measure('render', () => renderer.renderScreen())
    outputs.push({kind: 'html', name: `${name}.html`, bytes: Buffer.from(html)})
  }
  return {...result(outputs, pageMap), ...(tagPlaces ? {tagPlaces} : {})}
}

/** A unit that Chromium cannot print leaves the book without a PDF; what the computer lacks is not the manuscript's fault. */
function unprinted(error: unknown): {diagnostics: Diagnostic[]} {
  if (!(error instanceof PrintFailure)) throw error
  const note = 'look for something very large in it, such as a huge figure or table'
  return {diagnostics: [diagnose('unit-unprinted', `Unexpected failure to print \`${error.unit}\`: ${error.message}`, {}, note)]}
}

/** Everything that a build would complain about before it prints. */
export function checkBook(options: BuildOptions, world: CheckWorld, {read, fragments}: Pick<SharedWork, 'read' | 'fragments'> = shareWork(world)): {readonly ok: boolean; readonly diagnostics: readonly Diagnostic[]} {
  const {book, messages} = read()
  const diagnostics = withoutConsequences([...messages, ...createRenderer(book, renderOptions(options, world, fragments)).messages])
  return {ok: isOk(diagnostics, options), diagnostics}
}

type CheckWorld = Pick<BuildWorld, 'files' | 'templates' | 'cache' | 'version'>

/** Only a colophon names the Chromium, so no other book waits until it is known. */
function hasColophon({frontMatter, body, backMatter}: Book): boolean {
  const has = ({source, children}: Section): boolean => source.includes('::colophon') || children.some(has)
  return [...frontMatter, ...body, ...backMatter].some(has)
}

function renderOptions({edition, profile, paper, home}: BuildOptions, {files, templates, version}: CheckWorld, fragments: FragmentStore, chromium?: string): RenderOptions {
  return {
    ...(edition === undefined ? {} : {edition}),
    ...(home === undefined ? {} : {home}),
    profile,
    paper,
    templates,
    versions: {program: version, ...(chromium === undefined ? {} : {chromium})},
    figures: files,
    fragments
  }
}

/** Fragments of this process, and of others by the cache. */
export function fragmentStore(cache?: Cache): FragmentStore {
  const known: FragmentStore['known'] = new Map()
  if (!cache) return {known}
  return {
    known,
    kept: {
      get(key) {
        const bytes = cache.get('fragment', key)
        return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
      },
      put: (key, json) => cache.put('fragment', key, Buffer.from(json))
    }
  }
}

function isOk(diagnostics: readonly Diagnostic[], {strict}: BuildOptions): boolean {
  return !diagnostics.some(diagnostic => levelOf(diagnostic) === 'error' || (strict && levelOf(diagnostic) === 'warning'))
}

/** What the PDF of a book says of itself. */
export function metadataOf(metadata: BookMetadata, {date}: Pick<BuildWorld, 'date'>): Parameters<typeof assemble>[0]['metadata'] {
  const {title, subtitle, publishers, subject, keywords, language, licence} = metadata
  return {
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    authors: publishers,
    keywords,
    language,
    ...(subject === undefined ? {} : {subject}),
    ...(licence === undefined ? {} : {rights: licence}),
    date: metadata.date === undefined ? date : new Date(`${metadata.date}T00:00:00Z`),
    producer: 'Space Hacks'
  }
}
