// Edition: every edition of a book in one go, with one Chromium.

import {diagnose} from '../diagnostics/diagnose.ts'
import type {Cache} from '../io/cache.ts'
import type {Printer} from '../print/open-printer.ts'
import {readBook} from '../read/read-book.ts'
import type {BuildOptions, BuildResult, BuildWorld} from './build.ts'
import {buildEdition, checkBook} from './build-edition.ts'

/** Stands for every edition that the book declares. */
const everyEdition = 'all'

/** A build of one edition; a book without editions is built once, without an id. */
export interface EditionBuild extends BuildResult {
  readonly edition?: string
}

/** Builds the edition that the options ask for, or each that the book declares for `all`. What two of them print alike is printed once, without a cache as well. */
export async function buildEditions(options: BuildOptions, world: BuildWorld): Promise<EditionBuild[]> {
  if (options.edition !== everyEdition) return [await buildEdition(options, world)]
  let printer: Promise<Printer> | undefined
  const shared: BuildWorld = {
    ...world,
    cache: world.cache ?? memoryCache(),
    openPrinter: async tabs => ({...(await (printer ??= world.openPrinter(tabs))), close: () => Promise.resolve()})
  }
  const builds: EditionBuild[] = []
  try {
    for (const each of everyOption(options, world)) {
      const build = await buildEdition(each, shared)
      builds.push(each.edition === undefined ? build : {...build, edition: each.edition})
    }
    return builds.map((build, index) => withOwnNames(build, builds.slice(0, index)))
  } finally {
    await printer?.then(opened => opened.close(), () => undefined)
  }
}

/** Keeps the prints of units for as long as the build takes, and nothing else. */
function memoryCache(): Cache {
  const prints = new Map<string, Uint8Array>()
  return {
    get: (kind, key) => (kind === 'unit' ? prints.get(key) : undefined),
    put: (kind, key, bytes) => kind === 'unit' && prints.set(key, bytes),
    failures: 0,
    prune: () => undefined
  }
}

/** Checks the edition that the options ask for, or each; what is said of several is said once. */
export function checkEditions(options: BuildOptions, world: Parameters<typeof checkBook>[1]): ReturnType<typeof checkBook> {
  const checks = everyOption(options, world).map(each => checkBook(each, world))
  return {ok: checks.every(({ok}) => ok), diagnostics: uniqueDiagnostics(checks)}
}

/** What builds or checks have to say, each thing once. */
export function uniqueDiagnostics(results: readonly Pick<BuildResult, 'diagnostics'>[]): BuildResult['diagnostics'] {
  const all = results.flatMap(({diagnostics}) => diagnostics)
  return [...new Map(all.map(diagnostic => [[diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.ruleId, diagnostic.reason].join('\0'), diagnostic])).values()]
}

function everyOption(options: BuildOptions, {files}: Pick<BuildWorld, 'files'>): BuildOptions[] {
  const {edition, ...rest} = options
  if (edition !== everyEdition) return [options]
  const {editions} = readBook(files).book
  return editions.length === 0 ? [rest] : editions.map(({id}) => ({...rest, edition: id}))
}

/** Two editions of one name would overwrite each other. */
function withOwnNames(build: EditionBuild, earlier: readonly EditionBuild[]): EditionBuild {
  const taken = new Set(earlier.flatMap(({outputs}) => outputs.map(({name}) => name)))
  const double = build.outputs.find(({name}) => taken.has(name))
  if (!double) return build
  const reason = `Unexpected name \`${double.name}\` of the edition \`${build.edition ?? ''}\`, expected one that no other edition has`
  const diagnostics = [...build.diagnostics, diagnose('edition-name', reason, {file: 'book.yaml'}, 'give the edition a `name` of its own')]
  return {...build, ok: false, outputs: [], diagnostics}
}
