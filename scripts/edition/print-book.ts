// Edition: units are printed, or found in the cache, until the page numbers printed in them are the ones they have.

import {createHash} from 'node:crypto'
import {fitsSlot} from '../assemble/fill-slots.ts'
import type {PageMap} from '../assemble/page-map.ts'
import {withEveryAnchor} from '../assemble/every-anchor.ts'
import {normalizeUnit} from '../assemble/normalize-unit.ts'
import {planPages} from '../assemble/plan-pages.ts'
import {decodePrintedUnit, encodePrintedUnit, type PrintedUnit, type PrintFault} from '../assemble/printed-unit.ts'
import {Typesetter} from '../assemble/typesetter.ts'
import {faceOf} from '../assemble/unite-fonts.ts'
import type {Place} from '../book/block.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {Printer} from '../print/open-printer.ts'
import type {PrintSource, UnitPlan} from '../render/create-renderer.ts'
import type {PagePlace} from '../render/medium.ts'
import type {Unit} from '../render/unit.ts'
import type {BuildOptions, BuildWorld} from './build.ts'
import {reportLayout} from './layout-report.ts'
import {missingCharacters, strangeCharacters} from './missing-characters.ts'
import {placeOf} from './place-of-block.ts'
import type {Timings} from './timings.ts'

/** The page map of one round feeds the next; a book whose numbers have not settled by then never will. */
const mostRounds = 5

export interface PrintedBook {
  readonly units: readonly PrintedUnit[]
  readonly specimen: PrintedUnit
  readonly pageMap: PageMap
  readonly diagnostics: readonly Diagnostic[]
  readonly overlays: readonly PrintedUnit[]
  headingAnchor(unit: string, block: string): string | undefined
  placeOf(unit: string, block: string): Place | undefined
}

interface PrintedPlan {
  readonly plan: UnitPlan
  readonly unit: Unit
  readonly printed: PrintedUnit
}

/** What is measured and shared over one run of the program, which may print several sources. */
export interface PrintRun {
  readonly timings: Timings
  readonly counts: {hits: number; misses: number}
  /** Units that are printed or under way, by their key. */
  readonly units: Map<string, Promise<PrintedUnit>>
}

/** A run in which nothing is printed yet but the `units` of others. */
export function startRun(timings: Timings, units: PrintRun['units'] = new Map()): PrintRun {
  return {timings, counts: {hits: 0, misses: 0}, units}
}

/** A book whose page numbers have not settled: there is no PDF in which they would be right. */
export type UnsettledBook = Pick<PrintedBook, 'diagnostics'>

/** Every unit of a book, printed with room for its page numbers, and the page map that says what the numbers are. */
export async function printBook(renderer: PrintSource, printer: Promise<Printer>, options: BuildOptions, world: BuildWorld, run: PrintRun): Promise<PrintedBook | UnsettledBook> {
  const press = new Press(renderer, printer, options, world, run)
  const specimen = press.print(renderer.specimen())
  // What fails here fails for the units too, and they are waited for first.
  specimen.catch(() => undefined)
  const overlays = Promise.all((renderer.overlays ?? []).map(unit => press.print(unit)))
  overlays.catch(() => undefined)
  const guessed = guessLabels(renderer)
  const wider = new Map<string, string>()
  let done: ReadonlyMap<string, PrintedPlan> = new Map()
  const following = renderer.plans.filter(({followsPages}) => followsPages)
  const others = renderer.plans.filter(({followsPages}) => !followsPages)
  for (let round = 1; ; round++) {
    const labels = (anchor: string) => wider.get(anchor) ?? guessed(anchor)
    done = await press.printRound(others, done, labels)
    let pageMap = planBook(renderer, done)
    if (following.length > 0) {
      done = await press.printRound(following, done, labels, placesIn(pageMap))
      pageMap = planBook(renderer, done)
    }
    const tight = findTightSlots(done, pageMap, new Typesetter(await specimen))
    const moved = following.filter(plan => renderer.renderUnit(plan, labels, placesIn(pageMap)).html !== done.get(plan.id)!.unit.html)
    if (tight.size === 0 && moved.length === 0) return finish(renderer, done, await specimen, await overlays, pageMap, await press.findFaults(done, await specimen, pageMap))
    if (round === mostRounds) return {diagnostics: [unsettled([...tight.keys(), ...moved.map(({id}) => id)])]}
    for (const [anchor, label] of tight) wider.set(anchor, label)
  }
}

/** Prints what the cache does not have. */
class Press {
  private version: Promise<string> | undefined

  constructor(
    private readonly renderer: PrintSource,
    private readonly printer: Promise<Printer>,
    private readonly options: BuildOptions,
    private readonly world: BuildWorld,
    private readonly run: PrintRun
  ) {}

  /**
   * `done` with those of the units whose HTML is another by now. One more than there are tabs is under way, so that no tab waits for us, and the
   * longest go first, so that none is left over at the end.
   */
  async printRound(
    plans: readonly UnitPlan[],
    done: ReadonlyMap<string, PrintedPlan>,
    labels: (anchor: string) => string | undefined,
    places?: (anchor: string) => PagePlace | undefined
  ): Promise<Map<string, PrintedPlan>> {
    const {renderer, options, world, run: {timings}} = this
    const result = new Map(done)
    const waiting = [...plans].sort((a, b) => b.characters - a.characters)
    const total = renderer.plans.length
    let finished = places ? total - waiting.length : 0
    const work = async () => {
      for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
        world.signal.throwIfAborted()
        const unit = timings.measure('render', () => renderer.renderUnit(plan, labels, places))
        if (unit.html !== done.get(plan.id)?.unit.html) {
          const printed = await this.print(unit)
          result.set(plan.id, {plan, unit, printed})
        }
        world.onProgress({stage: 'print', done: ++finished, total})
      }
    }
    await Promise.all(Array.from({length: options.jobs + 1}, work))
    return result
  }

  async print(unit: Unit): Promise<PrintedUnit> {
    const {units} = this.run
    const key = await this.keyOf(unit)
    const known = units.get(key) ?? this.printOrLoad(unit, key)
    units.set(key, known)
    return known
  }

  private async printOrLoad(unit: Unit, key: string): Promise<PrintedUnit> {
    const {world: {cache}, run: {timings, counts}} = this
    const known = cache?.get('unit', key)
    if (known) {
      counts.hits++
      return timings.measure('load', () => decodePrintedUnit(known))
    }
    counts.misses++
    const printer = await this.printer
    const start = performance.now()
    const pdf = await printer.print(unit, this.renderer.assets)
    timings.all.print = (timings.all.print ?? 0) + performance.now() - start
    const printed = timings.measure('normalize', () => withEveryAnchor(normalizeUnit(pdf, unit), unit.anchors))
    cache?.put('unit', key, encodePrintedUnit(printed))
    return printed
  }

  /** What is wrong with the prints, in the order of the book, whichever was finished first. */
  async findFaults(done: ReadonlyMap<string, PrintedPlan>, specimen: PrintedUnit, pageMap: PageMap): Promise<Diagnostic[]> {
    const faces = new Set(specimen.fonts.map(faceOf))
    const diagnostics: Diagnostic[] = []
    for (const {id} of this.renderer.plans) {
      const {unit, printed} = done.get(id)!
      for (const {text, block} of strangeCharacters(printed.fonts, faces)) diagnostics.push(missingCharacters(text, placeOf(unit, block)))
      const wide = await this.findWide(unit, printed)
      diagnostics.push(...wide)
      for (const fault of printed.faults) if (wide.length === 0 || !lossOfWidth.has(fault.kind)) diagnostics.push(faultDiagnostic(unit, fault))
      diagnostics.push(...reportLayout(unit, printed, pageMap))
    }
    return diagnostics
  }

  /**
   * What is wider than its page, which is said instead of all that is lost by it. Chromium makes room for it by printing the whole unit smaller, but
   * none on the left, where words from right to left end.
   */
  private async findWide(unit: Unit, {faults}: PrintedUnit): Promise<Diagnostic[]> {
    const shrunk = faults.find(({kind}) => kind === 'too-wide')
    if (!shrunk && !faults.some(({kind}) => lossOfWidth.has(kind))) return []
    const detail = shrunk?.detail ?? 'cut off at its edge'
    const note = shrunk ? 'the whole unit is printed smaller to make it fit; break it up, or let it wrap' : 'break it up, or let it wrap'
    const printer = await this.printer
    const wide = await printer.findOverflow(unit, this.renderer.assets)
    if (shrunk && wide.length === 0) return [diagnose('too-wide', `Unexpected text wider than the page, ${detail}`, placeOf(unit), note)]
    return wide.map(({key, text}) => diagnose('too-wide', `Unexpected \`${shorten(text)}\` wider than the page, ${detail}`, placeOf(unit, key), note))
  }

  private async keyOf(unit: Unit): Promise<string> {
    const version = await (this.version ??= this.world.chromiumVersion())
    return createHash('sha256').update([this.world.program, version, unit.id, ...(unit.located ?? []), ...unit.assets, unit.html].join('\0')).digest('hex')
  }
}

function planBook({plans, hasSides, charactersOfPage}: PrintSource, done: ReadonlyMap<string, PrintedPlan>): PageMap {
  const units = plans.map(plan => {
    const printed = done.get(plan.id)?.printed
    return printed ? {...plan, pageCount: printed.pages.length, anchors: printed.anchors} : guessLength(plan, charactersOfPage)
  })
  return planPages(units, {blanks: hasSides})
}

function placesIn({anchors, pages}: PageMap): (anchor: string) => PagePlace | undefined {
  return anchor => {
    const page = pages[anchors.get(anchor) ?? -1]
    return page && {index: page.index, label: page.label}
  }
}

/** The pages that a plan's length suggests. */
function guessLength(plan: UnitPlan, charactersOfPage: number): Parameters<typeof planPages>[0][number] {
  return {
    ...plan,
    pageCount: Math.max(1, Math.ceil(plan.characters / charactersOfPage)),
    anchors: plan.anchors.map(({id, at}) => ({id, page: Math.floor(at / charactersOfPage)}))
  }
}

/**
 * Labels that the plans' lengths suggest, rather too wide than too narrow. They are the same for every build of a text, whatever the cache holds
 * and however many tabs print, so that its products are the same too.
 */
function guessLabels({plans, charactersOfPage}: PrintSource): (anchor: string) => string | undefined {
  const placeOf = placesIn(planPages(plans.map(plan => guessLength(plan, charactersOfPage)), {blanks: true}))
  return anchor => placeOf(anchor)?.label
}

/** Anchors whose label is wider than a slot that was printed for it, with that label. */
function findTightSlots(done: ReadonlyMap<string, PrintedPlan>, {anchors, pages}: PageMap, typesetter: Typesetter): Map<string, string> {
  const tight = new Map<string, string>()
  for (const {printed} of done.values()) {
    for (const page of printed.pages) {
      for (const slot of page.slots) {
        const index = anchors.get(slot.anchor)
        const font = page.fonts.find(([name]) => name === slot.font)?.[1]
        if (index === undefined || font === undefined) continue
        const {label} = pages[index]!
        if (!fitsSlot(slot, label, faceOf(printed.fonts[font]!), typesetter)) tight.set(slot.anchor, label)
      }
    }
  }
  return tight
}

function unsettled(anchors: readonly string[]): Diagnostic {
  const reason = `Unexpected page numbers that grow with every round, expected them to settle in ${mostRounds}`
  const note = `the text that refers to ${anchors.map(anchor => `\`${anchor}\``).join(', ')} moves it to another page; shorten or lengthen a paragraph before it`
  return diagnose('page-numbers-unsettled', reason, {}, note)
}

function finish(renderer: PrintSource, done: ReadonlyMap<string, PrintedPlan>, specimen: PrintedUnit, overlays: readonly PrintedUnit[], pageMap: PageMap, diagnostics: readonly Diagnostic[]): PrintedBook {
  return {
    units: renderer.plans.map(({id}) => done.get(id)!.printed),
    specimen,
    overlays,
    pageMap,
    diagnostics,
    headingAnchor(unit, block) {
      const found = done.get(unit)?.unit.blocks[block]
      return found?.kind === 'heading' ? found.id : undefined
    },
    placeOf: (unit, block) => done.get(unit)?.unit.blocks[block]?.place
  }
}

/** What goes with something too wide, or comes of it. */
const lossOfWidth = new Set<PrintFault['kind']>(['too-wide', 'text-lost', 'picture-unprinted'])

function faultDiagnostic(unit: Unit, fault: PrintedUnit['faults'][number]): Diagnostic {
  const at = placeOf(unit, fault.block)
  switch (fault.kind) {
    case 'glyph-missing':
    case 'type3-font':
      return missingCharacters(fault.detail, at)
    case 'picture-unprinted':
      return diagnose('picture-lost', `Unexpected picture \`${shorten(fault.detail)}\` that is not in print`, at, 'give it more room, such as a place outside a table')
    case 'link-unprinted':
      return diagnose('link-lost', `Unexpected link \`${shorten(fault.detail)}\` that leads nowhere in print`, at)
    case 'anchor-unprinted':
      return diagnose('link-lost', `Unexpected place \`${fault.detail}\` that is not in print, so links to it lead to the start of its part`, at)
    default:
      return diagnose('text-lost', `Unexpected difference between text and print: ${fault.detail}`, at)
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
