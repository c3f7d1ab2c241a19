// Io: which Chromium prints the book.

import {execFile} from 'node:child_process'
import {createHash} from 'node:crypto'
import {accessSync, constants, readdirSync, statSync} from 'node:fs'
import {homedir} from 'node:os'
import {delimiter, join} from 'node:path'
import {promisify} from 'node:util'
import {PUPPETEER_REVISIONS} from 'puppeteer-core/internal/revisions.js'
import type {Cache} from './cache.ts'
import type {Environment} from './environment.ts'
import {EnvironmentError} from './environment-error.ts'

/** A place where a Chromium is. */
export interface ChromiumCandidate {
  readonly executablePath: string
  /** The variable that names it, Puppeteer's folder of downloads, or the system. */
  readonly origin: 'environment' | 'puppeteer' | 'system'
}

/** A Chromium that answers. */
export interface Chromium extends ChromiumCandidate {
  /** Such as `156.0.8078.79`. */
  readonly version: string
}

/** The version of chrome-headless-shell that our release of Puppeteer was made for. */
export const pinnedVersion: string = PUPPETEER_REVISIONS['chrome-headless-shell']

const variables = ['SPACE_HACKS_CHROMIUM', 'PUPPETEER_EXECUTABLE_PATH']
const systemNames = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
]

/** The first Chromium that answers, in the order of `listCandidates`; throws `EnvironmentError` when there is none. */
export async function findChromium(environment: Environment, cache?: Cache): Promise<Chromium> {
  for (const candidate of listCandidates(environment)) {
    const version = await readVersion(candidate.executablePath, cache)
    if (version !== undefined) return {...candidate, version}
    if (candidate.origin === 'environment') throw notAnswering(candidate.executablePath)
  }
  throw new EnvironmentError('There is no Chromium to print with', 'install Chromium or Chrome, or run `npm run book` in a clone, which fetches one')
}

/** Where a Chromium could be found, best first: the one that a variable names, Puppeteer's pinned one, those of the system. */
export function listCandidates(environment: Environment): ChromiumCandidate[] {
  const named = variables.flatMap(name => environment[name] ?? []).filter(path => path !== '')
  const system = [...pathFolders(environment).flatMap(folder => systemNames.map(name => join(folder, name))), ...applications]
  const byName = (a: string, b: string) => rankOf(a) - rankOf(b)
  return [
    ...named.map(executablePath => ({executablePath, origin: 'environment'}) as const),
    ...pinnedPaths(environment).map(executablePath => ({executablePath, origin: 'puppeteer'}) as const),
    ...system.filter(isExecutable).sort(byName).map(executablePath => ({executablePath, origin: 'system'}) as const)
  ]
}

/** What the program says its version is; nothing when it cannot run. Asking takes a tenth of a second, so answers are kept. */
export async function readVersion(executablePath: string, cache?: Cache): Promise<string | undefined> {
  const key = identityOf(executablePath)
  if (key === undefined) return undefined
  const known = cache?.get('chromium', key)
  if (known) return Buffer.from(known).toString()
  const version = await askVersion(executablePath)
  if (version !== undefined) cache?.put('chromium', key, Buffer.from(version))
  return version
}

/** Folder in which Puppeteer keeps the browsers that it downloads. */
export function downloadFolder(environment: Environment): string {
  return environment.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer')
}

function notAnswering(executablePath: string): EnvironmentError {
  return new EnvironmentError(`Unexpected \`${executablePath}\` in ${variables.join(' or ')}, expected a Chromium that runs`, 'correct the variable, or unset it')
}

function pathFolders(environment: Environment): string[] {
  return (environment.PATH ?? '').split(delimiter).filter(folder => folder !== '')
}

function rankOf(path: string): number {
  return systemNames.findIndex(name => path.endsWith(`/${name}`)) >>> 0
}

/** `<downloads>/chrome-headless-shell/<platform>-<version>/<folder>/chrome-headless-shell`, found without loading Puppeteer. */
function pinnedPaths(environment: Environment): string[] {
  const shells = join(downloadFolder(environment), 'chrome-headless-shell')
  return namesIn(shells)
    .filter(name => name.endsWith(`-${pinnedVersion}`))
    .flatMap(name => namesIn(join(shells, name)).map(inner => join(shells, name, inner, 'chrome-headless-shell')))
    .flatMap(path => [path, `${path}.exe`])
    .filter(isExecutable)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Changes when the program is replaced. */
function identityOf(path: string): string | undefined {
  try {
    const {mtimeMs, size} = statSync(path)
    return createHash('sha256').update(JSON.stringify([path, mtimeMs, size])).digest('hex')
  } catch {
    return undefined
  }
}

async function askVersion(executablePath: string): Promise<string | undefined> {
  try {
    const {stdout} = await promisify(execFile)(executablePath, ['--version'], {timeout: 20_000})
    return /\d+(\.\d+){3}/.exec(stdout)?.[0]
  } catch {
    return undefined
  }
}
