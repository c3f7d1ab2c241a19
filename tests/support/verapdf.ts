// Test support: veraPDF, the reference validator of PDF/UA, asked about many files in one run of its Java machine.

import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {promisify} from 'node:util'
import {fetchVerapdf} from './fetch-verapdf.ts'

const run = promisify(execFile)

/** PDF/UA-1, PDF/UA-2, and Well-Tagged PDF for accessibility and for reuse. */
export type VeraProfile = 'ua1' | 'ua2' | 'wt1a' | 'wt1r'

/** A rule that a file breaks. */
export interface VeraFinding {
  /** Clause of the standard and number of the test, such as `7.2-20`. */
  readonly rule: string
  readonly description: string
  /** How often it is broken. */
  readonly count: number
  /** The first few places: what is wrong there, and the path to it from the document's root. */
  readonly places: readonly {readonly message: string; readonly path: string}[]
}

export interface Verapdf {
  /** Findings of each file by its name, in the order given; none for a file that conforms. Rejects when a file cannot be read. */
  validate(files: ReadonlyMap<string, Uint8Array>, profile?: VeraProfile): Promise<Map<string, VeraFinding[]>>
}

/**
 * The validator; nothing, and a loud word about it, where there is no Java, no Maven or no registry. With `CI` set that rejects, so that no
 * test is ever skipped there.
 */
export async function findVerapdf(): Promise<Verapdf | undefined> {
  try {
    await run('java', ['-version'])
    const program = await fetchVerapdf()
    return {validate: (files, profile = 'ua1') => validate(program, files, profile)}
  } catch (error) {
    if (process.env.CI) throw error
    console.error(`\n\u001b[43;30m SKIPPED \u001b[0m Nothing here was held against PDF/UA by veraPDF, which needs Java and Maven: ${String(error)}\n`)
    return undefined
  }
}

async function validate(program: string, files: ReadonlyMap<string, Uint8Array>, profile: VeraProfile): Promise<Map<string, VeraFinding[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'space-hacks-verapdf-'))
  try {
    const names = [...files.keys()]
    const paths = names.map((_, index) => join(folder, `${index}.pdf`))
    await Promise.all([...files.values()].map((bytes, index) => writeFile(paths[index]!, bytes)))
    const jobs = await askJava(['-jar', program, '--flavour', profile, '--format', 'json', '--maxfailuresdisplayed', '5', ...paths])
    const findings = new Map(jobs.map(job => [basename(job.itemDetails.name), findingsOf(job)]))
    return new Map(names.map((name, index) => [name, findings.get(`${index}.pdf`) ?? unread(name)]))
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** What we read of veraPDF's JSON report. */
interface Job {
  readonly itemDetails: {readonly name: string}
  readonly validationResult?: readonly {readonly details: {readonly ruleSummaries: readonly RuleSummary[]}}[]
}

interface RuleSummary {
  readonly clause: string
  readonly testNumber: number
  readonly failedChecks: number
  readonly description: string
  readonly checks: readonly {readonly context: string; readonly errorMessage: string}[]
}

/** veraPDF ends with 1 when a file does not conform; the report is then as good as with 0. */
async function askJava(args: readonly string[]): Promise<readonly Job[]> {
  const {stdout, stderr} = await run('java', args, {maxBuffer: 2 ** 30}).catch((error: unknown) => error as {stdout: string; stderr: string})
  try {
    return (JSON.parse(stdout) as {report: {jobs: readonly Job[]}}).report.jobs
  } catch (cause) {
    throw new Error(`veraPDF gave no report: ${stderr}`, {cause})
  }
}

function findingsOf({validationResult}: Job): VeraFinding[] | undefined {
  return validationResult?.flatMap(({details}) =>
    details.ruleSummaries.map(({clause, testNumber, failedChecks, description, checks}) => ({
      rule: `${clause}-${testNumber}`,
      description,
      count: failedChecks,
      places: checks.map(({context, errorMessage}) => ({message: errorMessage, path: context}))
    }))
  )
}

function unread(name: string): never {
  throw new Error(`veraPDF could not read ${name}`)
}

/** Findings as lines to compare with `[]`: rule, how often, what is wrong at the first place and where that is. */
export function findingLines(findings: readonly VeraFinding[]): string[] {
  return findings.map(({rule, count, description, places: [first]}) => `${rule} × ${count}: ${first?.message ?? description} at ${first?.path ?? 'no place'}`)
}
