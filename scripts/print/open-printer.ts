// Print: makes PDF bytes of units, in several tabs of one Chromium at a time.

import {launchBrowser, type RunningBrowser} from '../io/browser.ts'
import {EnvironmentError} from '../io/environment-error.ts'
import type {AssetStore, Unit} from '../render/unit.ts'
import {openTab, type Tab} from './open-tab.ts'
import type {Overflow} from './overflow.ts'
import {PrintFailure} from './print-failure.ts'
import {waitFor} from './wait-for.ts'

/** Chromium as a printer. Its methods may be called as often and as early as one likes: units wait for a free tab. */
export interface Printer {
  /** Of Chromium, such as `156.0.8078.79`. */
  readonly version: string
  /** False when the system has no sandbox to offer, or we run as root. */
  readonly isSandboxed: boolean
  /**
   * PDF of a unit, as Chromium writes it. A unit whose tab crashes or hangs is tried once more, alone in a new Chromium; then, or when one
   * of its assets cannot be shown, it rejects with `PrintFailure`.
   */
  print(unit: Unit, assets: AssetStore): Promise<Uint8Array>
  /** What is wider than the page, in reading order. Rejects as `print` does. */
  findOverflow(unit: Unit, assets: AssetStore): Promise<Overflow[]>
  /** Ends Chromium; what is still being printed rejects. */
  close(): Promise<void>
}

export interface PrinterOptions {
  readonly executablePath: string
  /** How many units are printed at the same time. */
  readonly tabs: number
  /** Ends Chromium at once; everything then rejects with the signal's reason. */
  readonly signal: AbortSignal
  /** Milliseconds that a unit may take once it has a tab. */
  readonly patienceMs?: (unit: Unit) => number
}

type Work<T> = (tab: Tab) => Promise<T>

/** A place for one tab; the tab belongs to one Chromium and is opened when it is first needed. */
interface Desk {
  running?: RunningBrowser
  tab?: Tab
}

/** Starts Chromium; throws `EnvironmentError` when it does not start, then or later. */
export async function openPrinter({executablePath, tabs, signal, patienceMs = usualPatienceMs}: PrinterOptions): Promise<Printer> {
  const closing = new AbortController()
  const ending = AbortSignal.any([signal, closing.signal])
  const start = () => launchBrowser(executablePath, ending)
  const desks = createQueue(Array.from({length: tabs}, (): Desk => ({})))
  let shared = start()
  const {version, isSandboxed} = await shared

  const startAgainIfDead = async () => {
    const seen = shared
    const running = await seen
    if (running.isAlive()) return running
    running.kill()
    if (shared === seen) shared = start()
    return await shared
  }
  const tabAt = async (desk: Desk) => {
    const running = await startAgainIfDead()
    if (desk.tab !== undefined && desk.running === running) return desk.tab
    const tab = await openTab(await running.openPage())
    Object.assign(desk, {running, tab})
    return tab
  }
  const alone = async <T>(unit: Unit, work: Work<T>) => {
    const running = await start()
    try {
      const tab = await openTab(await running.openPage())
      return await waitFor(work(tab), ending, patienceMs(unit))
    } catch (error) {
      ending.throwIfAborted()
      if (error instanceof PrintFailure) throw error
      throw new PrintFailure(unit.id, `Chromium ${reasonOf(error)}, twice`, {cause: error})
    } finally {
      running.kill()
    }
  }
  const run = async <T>(unit: Unit, work: Work<T>) => {
    const desk = await desks.take()
    try {
      ending.throwIfAborted()
      return await waitFor(tabAt(desk).then(work), ending, patienceMs(unit))
    } catch (error) {
      ending.throwIfAborted()
      if (error instanceof PrintFailure || error instanceof EnvironmentError) throw error
      void desk.tab?.close()
      delete desk.tab
      return await alone(unit, work)
    } finally {
      desks.give(desk)
    }
  }
  return {
    version,
    isSandboxed,
    print: (unit, assets) => run(unit, tab => tab.print(unit, assets)),
    findOverflow: (unit, assets) => run(unit, tab => tab.findOverflow(unit, assets)),
    close: () => {
      closing.abort(new Error('The printer was closed'))
      return Promise.resolve()
    }
  }
}

/** A unit of 200 KB of HTML prints in a second or two; the rest is for slow computers under load. */
function usualPatienceMs({html}: Unit): number {
  return 60_000 + html.length / 2
}

function reasonOf(error: unknown): string {
  return error instanceof DOMException && error.name === 'TimeoutError' ? error.message : 'crashed'
}

/** Things that are taken by one at a time, in the order of asking. */
function createQueue<T>(free: T[]): {take(): Promise<T>; give(thing: T): void} {
  const waiting: ((thing: T) => void)[] = []
  return {
    take: () => {
      const thing = free.shift()
      return thing === undefined ? new Promise(resolve => waiting.push(resolve)) : Promise.resolve(thing)
    },
    give: thing => {
      const next = waiting.shift()
      if (next) next(thing)
      else free.push(thing)
    }
  }
}
