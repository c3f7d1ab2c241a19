// Edition: editions of a book in profiles, all in one go and with one Chromium.

import {diagnose} from '../diagnostics/diagnose.ts'
import type {Printer} from '../print/open-printer.ts'
import type {BuildOptions, BuildResult, BuildWorld, Progress} from './build.ts'
import {buildEdition, checkBook, shareWork, type SharedWork} from './build-edition.ts'
import {every, profileNames} from './profile-names.ts'

/** A build of one edition in one profile. */
export interface ProductBuild extends BuildResult {
  /** Absent in a book without editions. */
  readonly edition?: string
  readonly profile: string
}

/**
 * Builds each edition that the options ask for (`all` or one) in each profile (`all`, or names with commas); the HTML of an edition, which no
 * profile changes, comes with the first. What two editions print alike is printed once, without a cache as well. While one product is put
 * together, the next is begun, so that Chromium always has something to print; progress is told of one at a time.
 */
export async function buildProducts(options: BuildOptions, world: BuildWorld): Promise<ProductBuild[]> {
  let work = shareWork(world)
  const products = everyOption(options, world, work)
  if (products.length === 1) return [await buildProduct(products[0]!, world, work)]
  let printer: Promise<Printer> | undefined
  const shared: BuildWorld = {
    ...world,
    openPrinter: async tabs => ({...(await (printer ??= world.openPrinter(tabs))), close: () => Promise.resolve()})
  }
  // Units of one profile are like those of no other, so they need not be kept for it.
  const profiles = products.map(({profile}) => profile)
  const order = [...products].sort((a, b) => profiles.indexOf(a.profile) - profiles.indexOf(b.profile))
  try {
    const built = await overlapping(order.length, (index, onProgress) => {
      const product = order[index]!
      if (product.profile !== order[index - 1]?.profile) work = {...work, units: new Map()}
      return buildProduct(product, {...shared, onProgress}, work)
    }, world)
    const builds = products.map(product => built[order.indexOf(product)]!)
    return builds.map((build, index) => withOwnNames(build, builds.slice(0, index)))
  } finally {
    await printer?.then(opened => opened.close(), () => undefined)
  }
}

/** Starts each build when most of the one before it is printed, and not more than two at a time. */
async function overlapping(count: number, start: (index: number, onProgress: BuildWorld['onProgress']) => Promise<ProductBuild>, {onProgress}: Pick<BuildWorld, 'onProgress'>): Promise<ProductBuild[]> {
  const running: Promise<ProductBuild>[] = []
  let finished = 0
  for (let index = 0; index < count; index++) {
    await running[index - 2]
    await new Promise<void>(goOn => {
      const build = start(index, event => {
        if (index === finished) onProgress({...event, product: {number: index + 1, of: count}})
        if (isMostlyPrinted(event)) goOn()
      })
      running.push(build)
      build.finally(() => finished++).then(() => goOn(), () => goOn())
    })
  }
  return await Promise.all(running)
}

/** The longest units go first, so half of them are most of the work. */
function isMostlyPrinted({stage, done, total}: Progress): boolean {
  return stage === 'print' && done >= total / 2
}

async function buildProduct(options: BuildOptions, world: BuildWorld, work: SharedWork): Promise<ProductBuild> {
  const {edition, profile} = options
  return {...(await buildEdition(options, world, work)), ...(edition === undefined ? {} : {edition}), profile}
}

/** Checks the editions that the options ask for; what is said of several is said once. */
export function checkProducts(options: BuildOptions, world: Parameters<typeof checkBook>[1]): ReturnType<typeof checkBook> {
  const work = shareWork(world)
  const checks = everyOption({...options, formats: ['html']}, world, work).map(each => checkBook(each, world, work))
  return {ok: checks.every(({ok}) => ok), diagnostics: uniqueDiagnostics(checks)}
}

/** What builds or checks have to say, each thing once. */
export function uniqueDiagnostics(results: readonly Pick<BuildResult, 'diagnostics'>[]): BuildResult['diagnostics'] {
  const all = results.flatMap(({diagnostics}) => diagnostics)
  return [...new Map(all.map(diagnostic => [[diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.ruleId, diagnostic.reason].join('\0'), diagnostic])).values()]
}

/** The options of each product. */
function everyOption(options: BuildOptions, {templates}: Pick<BuildWorld, 'templates'>, {read}: SharedWork): BuildOptions[] {
  const {edition, ...rest} = options
  const declared = edition === every ? read().book.editions.map(({id}) => ({...rest, edition: id})) : [options]
  const editions: BuildOptions[] = declared.length === 0 ? [rest] : declared
  const profiles = profileNames(options.profile, templates.profiles)
  return editions.flatMap(each =>
    profiles
      .map((profile, index) => ({...each, profile, formats: index === 0 ? each.formats : each.formats.filter(format => format !== 'html')}))
      .filter(({formats}) => formats.length > 0)
  )
}

/** Two products of one name would overwrite each other. */
function withOwnNames(build: ProductBuild, earlier: readonly ProductBuild[]): ProductBuild {
  const taken = new Set(earlier.flatMap(({outputs}) => outputs.map(({name}) => name)))
  const double = build.outputs.find(({name}) => taken.has(name))
  if (!double) return build
  const reason = `Unexpected name \`${double.name}\` of the edition \`${build.edition ?? ''}\`, expected one that no other edition has`
  const diagnostics = [...build.diagnostics, diagnose('edition-name', reason, {file: 'book.yaml'}, 'give the edition a `name` of its own')]
  return {...build, ok: false, outputs: [], diagnostics}
}
