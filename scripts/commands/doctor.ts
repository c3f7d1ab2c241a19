// Commands: `space-hacks doctor`, whether this computer can make a book, and what to do if not.

import {join} from 'node:path'
import type {Environment} from '../io/environment.ts'
import {EnvironmentError} from '../io/environment-error.ts'
import {listCandidates, pinnedVersion, readVersion, type ChromiumCandidate} from '../io/find-chromium.ts'
import {refuseUnwritable} from '../io/output.ts'
import {findProgram, type Program} from '../io/program.ts'
import {loadTemplates, type Templates} from '../io/templates.ts'
import {exitCodes, type ExitCode} from './exit-code.ts'
import type {Terminal} from './terminal.ts'

/** One thing that a build needs. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly name: string
  /** `note` is worth knowing; a build works all the same. */
  readonly state: 'good' | 'note' | 'missing'
  readonly found: string
  /** What to do. */
  readonly hint?: string
}

/** Options as the command line gives them. */
export interface DoctorArguments {
  readonly out: string
  readonly json?: boolean
}

/** Looks at everything a build needs, Chromium started and all, and prints it. */
export async function doctor(args: DoctorArguments, terminal: Terminal): Promise<ExitCode> {
  const program = findProgram()
  const findings = [
    {name: 'Space Hacks', state: 'good', found: program.version} as const,
    nodeFinding(process.versions.node),
    ...(await chromiumFindings(terminal.environment)),
    fontFinding(program),
    outputFinding(args.out)
  ]
  const isWell = findings.every(({state}) => state !== 'missing')
  if (args.json) terminal.out(`${JSON.stringify({ok: isWell, findings})}\n`)
  else terminal.out(formatFindings(findings, isWell))
  return isWell ? exitCodes.clean : exitCodes.environment
}

const oldestNode = [20, 19] as const

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isGood = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  if (isGood) return {name: 'Node', state: 'good', found: version}
  return {name: 'Node', state: 'missing', found: version, hint: `install Node ${oldestNode.join('.')} or later`}
}

async function chromiumFindings(environment: Environment): Promise<Finding[]> {
  const candidates = listCandidates(environment)
  const versions = await Promise.all(candidates.map(({executablePath}) => readVersion(executablePath)))
  const index = versions.findIndex(version => version !== undefined)
  const silent = candidates.slice(0, index < 0 ? undefined : index).map(brokenFinding)
  const chosen = candidates[index]
  const version = versions[index]
  if (!chosen || version === undefined) return [...silent, {name: 'Chromium', state: 'missing', found: 'none', hint: chromiumHint}]
  return [...silent, chromiumFinding(chosen, version), await startFinding(chosen.executablePath)]
}

const chromiumHint = 'install Chromium or Chrome, name one in SPACE_HACKS_CHROMIUM, or run `npm run book` in a clone, which fetches one'

function brokenFinding({executablePath, origin}: ChromiumCandidate): Finding {
  const hint = origin === 'environment' ? 'correct or unset the variable that names it' : 'libraries of the system may be missing: run it with `--version` to see which'
  return {name: 'Chromium', state: origin === 'environment' ? 'missing' : 'note', found: `${executablePath} does not run`, hint}
}

function chromiumFinding({executablePath}: ChromiumCandidate, version: string): Finding {
  const found = `${version} at ${executablePath}`
  if (version === pinnedVersion) return {name: 'Chromium', state: 'good', found: `${found}, the pinned version`}
  const hint = `line breaks may differ a little from those of the pinned version, ${pinnedVersion}; for the same pages on every computer, use one version`
  return {name: 'Chromium', state: 'note', found: `${found}, not the pinned version`, hint}
}

/** A Chromium that tells its version may still not start. */
async function startFinding(executablePath: string): Promise<Finding> {
  const {launchBrowser} = await import('../io/browser.ts')
  try {
    const running = await launchBrowser(executablePath, new AbortController().signal)
    running.kill()
    if (running.isSandboxed) return {name: 'Start', state: 'good', found: 'Chromium starts, in its sandbox'}
    return {name: 'Start', state: 'note', found: 'Chromium starts, without its sandbox', hint: sandboxHint}
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    return {name: 'Start', state: 'missing', found: error.message, hint: chromiumHint}
  }
}

const sandboxHint = 'that is usual for root and in containers; elsewhere, let ordinary users make user namespaces'

function fontFinding(program: Program): Finding {
  try {
    const faces = facesOf(loadTemplates(join(program.folder, 'templates')))
    return {name: 'Fonts', state: 'good', found: faces.join(', ')}
  } catch (error) {
    return {name: 'Fonts', state: 'missing', found: (error as Error).message.split('\n')[0] ?? '', hint: 'run `npm ci`'}
  }
}

/** Such as `Source Serif 4 (4 faces)`. */
function facesOf({styles}: Templates): string[] {
  const faces = [...styles.values()].flatMap(sheet => [...sheet.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([rule]) => rule))
  const families = new Map<string, Set<string>>()
  for (const rule of faces) {
    const [, family = ''] = /font-family:\s*"?([^";]+)/.exec(rule) ?? []
    const [, style = 'normal'] = /font-style:\s*(\w+)/.exec(rule) ?? []
    const [, weight = '400'] = /font-weight:\s*(\w+)/.exec(rule) ?? []
    families.set(family, (families.get(family) ?? new Set()).add(`${weight} ${style}`))
  }
  return [...families].map(([family, kinds]) => `${family} (${kinds.size} faces)`)
}

function outputFinding(folder: string): Finding {
  try {
    refuseUnwritable(folder)
    return {name: 'Output', state: 'good', found: `${folder} can be written`}
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    return {name: 'Output', state: 'missing', found: error.message, hint: error.hint}
  }
}

const signs: Readonly<Record<Finding['state'], string>> = {good: 'ok', note: 'note', missing: 'MISSING'}

function formatFindings(findings: readonly Finding[], isWell: boolean): string {
  const width = Math.max(...findings.map(({name}) => name.length))
  const lines = findings.flatMap(({name, state, found, hint}) => [
    `${signs[state].padEnd(7)}  ${name.padEnd(width)}  ${found}`,
    ...(hint === undefined ? [] : [`${' '.repeat(width + 11)}${hint}`])
  ])
  return `${lines.join('\n')}\n\n${isWell ? 'Ready to build.' : 'Not ready: see what is missing above.'}\n`
}
