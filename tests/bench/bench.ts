// Bench: generated books of three lengths, built by the program as people run it, against one bare print of the same HTML.

import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {parseArgs} from 'node:util'
import {findChromium} from '../../scripts/io/find-chromium.ts'
import {writeBareHtml} from './bare-html.ts'
import {countPages} from './count-pages.ts'
import {generateBook} from './generate-book.ts'
import {describeMachine} from './machine.ts'
import {measureProducts} from './measure-products.ts'
import {measureReview} from './measure-review.ts'
import {measureProcess, type ProcessMeasurement} from './measure-process.ts'
import {type BookMeasurement, resultsPage} from './results.ts'

interface BuildReport {
  readonly outputs: readonly {readonly path: string; readonly pages: number; readonly bytes: number}[]
  readonly timings: Readonly<Record<string, number>>
}

interface Bench {
  readonly projectFolder: string
  readonly workFolder: string
  readonly chromium: string
  readonly runs: number
}

const longest = 2000
const reviewPart = 'review'
const productsPart = 'products'
const allLengths = `100,500,${longest},${productsPart},${reviewPart}`

function median<Value>(values: readonly Value[], by: (value: Value) => number): Value {
  return [...values].sort((a, b) => by(a) - by(b))[Math.floor((values.length - 1) / 2)]!
}

async function succeed(what: string, run: Promise<ProcessMeasurement>): Promise<ProcessMeasurement> {
  const measured = await run
  if (measured.status !== 0) throw new Error(`${what} ended with ${measured.status}:\n${measured.stderr}\n${measured.stdout.slice(0, 4000)}`)
  return measured
}

function run({projectFolder}: Bench, ...args: string[]): Promise<ProcessMeasurement> {
  const program = join(projectFolder, 'scripts/setup/space-hacks.mjs')
  return succeed(`\`${args.slice(0, 2).join(' ')}\``, measureProcess(process.execPath, [program, ...args], projectFolder))
}

function build(bench: Bench, bookFolder: string, ...options: string[]): Promise<ProcessMeasurement> {
  return run(bench, 'build', bookFolder, '--format', 'pdf', '--json', '--out', join(bench.workFolder, 'out'), ...options)
}

const byTime = ({wallMs}: ProcessMeasurement): number => wallMs

async function medianOf(bench: Bench, measure: () => Promise<ProcessMeasurement>): Promise<ProcessMeasurement> {
  const measured: ProcessMeasurement[] = []
  for (let count = 0; count < bench.runs; count++) measured.push(await measure())
  return median(measured, byTime)
}

function printBare({projectFolder, workFolder, chromium}: Bench, html: string): Promise<ProcessMeasurement> {
  const pdf = join(workFolder, 'bare.pdf')
  return succeed('The bare print', measureProcess(process.execPath, [join(projectFolder, 'tests/bench/bare-print.mjs'), chromium, html, pdf], projectFolder))
}

function reportOf({stdout}: ProcessMeasurement): BuildReport {
  return JSON.parse(stdout) as BuildReport
}

/** Changes one paragraph in the middle of the book, into words that no earlier run has cached. */
function changeParagraph(folder: string, paths: readonly string[]): void {
  const path = join(folder, paths[Math.floor(paths.length / 2)]!)
  const words = [...String(Date.now())].map((digit) => 'zero one two three four five six seven eight nine'.split(' ')[Number(digit)]).join(' ')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\n([A-Z][^\n]*)\n/, `\nNow ${words}. $1\n`))
}

async function measureBook(bench: Bench, asked: number): Promise<BookMeasurement> {
  const folder = join(bench.workFolder, `book-${asked}`)
  const files = generateBook(asked)
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  const html = writeBareHtml(folder, join(bench.projectFolder, 'templates'), join(bench.workFolder, `bare-${asked}`))
  const runs = asked >= longest ? 1 : bench.runs
  const cold: ProcessMeasurement[] = []
  const bare: ProcessMeasurement[] = []
  for (let run = 0; run < runs; run++) {
    progress(`${asked} pages: cold build and bare print, ${run + 1} of ${runs}`)
    cold.push(await build(bench, folder, '--no-cache'))
    bare.push(await printBare(bench, html))
  }
  progress(`${asked} pages: building again`)
  await build(bench, folder)
  const changed: ProcessMeasurement[] = []
  const unchanged: ProcessMeasurement[] = []
  for (let run = 0; run < bench.runs; run++) {
    changeParagraph(folder, [...files.keys()].filter((path) => path.includes('/hack-')))
    changed.push(await build(bench, folder))
    unchanged.push(await build(bench, folder))
  }
  const typical = median(cold, byTime)
  const report = reportOf(typical)
  const [output] = report.outputs
  return {
    asked,
    pages: output?.pages ?? 0,
    barePages: countPages(readFileSync(join(bench.workFolder, 'bare.pdf'))),
    links: readFileSync(html, 'utf8').split('href="#').length - 1,
    coldMs: typical.wallMs,
    bareMs: median(bare, byTime).wallMs,
    changedMs: median(changed, byTime).wallMs,
    unchangedMs: median(unchanged, byTime).wallMs,
    stages: report.timings,
    peakBytes: Math.max(...cold.map(({peakBytes}) => peakBytes)),
    barePeakBytes: Math.max(...bare.map(({peakBytes}) => peakBytes)),
    pdfBytes: output?.bytes ?? 0,
    barePdfBytes: statSync(join(bench.workFolder, 'bare.pdf')).size
  }
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Runs the bench; `--pages 100,500` measures only these lengths, `--pages products` or `--pages review` only the manuscript in all its products or a review round, `--runs` how often. A run of all keeps its results beside the bench. */
export async function runBench(projectFolder: string): Promise<void> {
  const {values} = parseArgs({options: {pages: {type: 'string', default: allLengths}, runs: {type: 'string', default: '3'}}})
  const {executablePath, version} = await findChromium(process.env)
  const workFolder = mkdtempSync(join(tmpdir(), 'space-hacks-bench-'))
  try {
    const bench: Bench = {projectFolder, workFolder, chromium: executablePath, runs: Number(values.runs)}
    const books: BookMeasurement[] = []
    const parts = values.pages.split(',')
    for (const pages of parts.filter(part => part !== reviewPart && part !== productsPart).map(Number)) books.push(await measureBook(bench, pages))
    if (parts.includes(productsPart)) progress('The manuscript in every edition and profile')
    const products = parts.includes(productsPart) ? await measureProducts(projectFolder, workFolder, (...args) => run(bench, ...args), html => printBare(bench, html)) : undefined
    if (parts.includes(reviewPart)) progress('300 pages: a review round')
    const review = parts.includes(reviewPart) ? await measureReview(workFolder, (...args) => run(bench, ...args), measure => medianOf(bench, measure)) : undefined
    const results = {machine: describeMachine(version), runs: bench.runs, books, ...(products ? {products} : {}), ...(review ? {review} : {})}
    process.stdout.write(resultsPage(results))
    if (values.pages !== allLengths) return
    writeFileSync(join(projectFolder, 'tests/bench/results.md'), resultsPage(results))
    writeFileSync(join(projectFolder, 'tests/bench/results.json'), `${JSON.stringify(results, null, 2)}\n`)
  } finally {
    rmSync(workFolder, {recursive: true, force: true})
  }
}
