// Io: a Chromium process for print, which never outlives this one.

import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import puppeteer, {type Browser, type Page} from 'puppeteer-core'
import {EnvironmentError} from './environment-error.ts'
import {isRunning} from './is-running.ts'

/** A running Chromium. */
export interface RunningBrowser {
  /** Such as `156.0.8078.79`. */
  readonly version: string
  /** False when the system has no sandbox to offer, or we run as root. */
  readonly isSandboxed: boolean
  isAlive(): boolean
  /** A page of its own for every caller. */
  openPage(): Promise<Page>
  /** Ends every process of this Chromium at once and removes its temporary folder; does nothing the second time. */
  kill(): void
}

const switches = [
  '--disable-gpu',
  // Advance widths as the font states them: with hinting they are rounded to whole pixels of a screen.
  '--font-render-hinting=none',
  // Requests are answered by interception; this stops what passes it by, such as preconnections.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pings'
]

/**
 * Starts a Chromium in headless mode; where the system forbids its sandbox, without one.
 * Throws `EnvironmentError` when it does not start, and the signal's reason when that comes first.
 */
export async function launchBrowser(executablePath: string, signal: AbortSignal): Promise<RunningBrowser> {
  removeForsakenFolders()
  const isRoot = process.getuid?.() === 0
  try {
    return await launch(executablePath, signal, !isRoot)
  } catch (error) {
    signal.throwIfAborted()
    // Over its pipe Chromium does not say why it gave up. Systems that forbid sandboxes to ordinary users are the common reason.
    if (!isRoot) return await launch(executablePath, signal, false).catch(() => Promise.reject(notStarting(executablePath, error)))
    throw notStarting(executablePath, error)
  }
}

function notStarting(executablePath: string, error: unknown): EnvironmentError {
  return new EnvironmentError(`Chromium at \`${executablePath}\` does not start`, 'run `space-hacks doctor`, which looks at it more closely', {cause: error})
}

async function launch(executablePath: string, signal: AbortSignal, isSandboxed: boolean): Promise<RunningBrowser> {
  signal.throwIfAborted()
  const folder = mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  const ending = new AbortController()
  const kill = () => {
    process.off('exit', kill)
    signal.removeEventListener('abort', kill)
    // Puppeteer kills the group of processes at once, also that of a Chromium that is just starting.
    ending.abort()
    // Processes that are just ending may still write.
    rmSync(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 10})
  }
  process.on('exit', kill)
  signal.addEventListener('abort', kill)
  try {
    const browser = await puppeteer.launch({
      executablePath,
      headless: 'shell',
      pipe: true,
      defaultViewport: null,
      args: isSandboxed ? switches : [...switches, '--no-sandbox'],
      userDataDir: join(folder, 'profile'),
      env: {...process.env, TMPDIR: folder},
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      signal: ending.signal
    })
    signal.throwIfAborted()
    return await describe(browser, isSandboxed, kill)
  } catch (error) {
    kill()
    throw error
  }
}

async function describe(browser: Browser, isSandboxed: boolean, kill: () => void): Promise<RunningBrowser> {
  const product = await browser.version()
  // Chromium starts with an empty page, and a new one takes longer than printing a short unit.
  const started = await browser.pages()
  return {
    version: product.replace(/^.*\//, ''),
    isSandboxed,
    isAlive: () => browser.connected,
    openPage: () => Promise.resolve(started.pop() ?? browser.newPage()),
    kill
  }
}

const folderPrefix = 'space-hacks-chromium-'

/** Removes what a process left behind that was itself killed before it could tidy up. */
function removeForsakenFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, owner] = /^space-hacks-chromium-(\d+)-/.exec(name) ?? []
    if (owner === undefined || isRunning(Number(owner))) continue
    try {
      rmSync(join(tmpdir(), name), {recursive: true, force: true})
    } catch {
      // It belongs to somebody else.
    }
  }
}
