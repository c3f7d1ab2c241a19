// Test support: copies a fixture book to a folder of its own, builds it, changes it, and builds again.

import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'
import type {BuildOptions, BuildResult, BuildWorld} from '../../scripts/edition/build.ts'
import {buildEdition} from '../../scripts/edition/build-edition.ts'
import {openCache} from '../../scripts/io/cache.ts'
import {openBookFiles} from '../../scripts/io/files.ts'
import {loadTemplates, type Templates} from '../../scripts/io/templates.ts'
import {openPrinter} from '../../scripts/print/open-printer.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import type {Unit} from '../../scripts/render/unit.ts'
import type {Expected} from './invariants/invariant.ts'
import {readManuscriptText} from './manuscript-text.ts'
import {brokenInvariants} from './pdf-invariants.ts'
import {type PdfReading, readPdf} from './read-pdf.ts'
import {testChromium} from './test-chromium.ts'

const fixtures = fileURLToPath(new URL('../fixtures/books', import.meta.url))
const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

export interface TestBuild extends BuildResult {
  /** The PDF's bytes; throws, with the diagnostics, when there is none. */
  readonly pdf: Uint8Array
  readonly html: string
  /** Ids of the units that Chromium printed, in the order they were asked for. */
  readonly printed: readonly string[]
}

/** A book in a temporary folder that goes away with the test. */
export interface TestBook {
  readonly folder: string
  write(path: string, text: string | Uint8Array): void
  read(path: string): string
  /** Replaces the one place where a file says `from`; throws when it does not. */
  edit(path: string, from: string, to: string): void
  remove(path: string): void
  build(options?: Partial<BuildOptions>): Promise<TestBuild>
}

/** Copies `tests/fixtures/books/<name>` (or `manuscript/` for `manuscript`; nothing for `empty`) and lays `files` over it. */
export function openTestBook(name: string, files: Readonly<Record<string, string | Uint8Array>> = {}): TestBook {
  const root = mkdtempSync(join(tmpdir(), 'space-hacks-test-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  const folder = join(root, name)
  mkdirSync(folder)
  const source = name === 'manuscript' ? join(projectFolder, 'manuscript') : join(fixtures, name)
  if (name !== 'empty') cpSync(source, folder, {recursive: true})
  const book: TestBook = {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), text)
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    edit(path, from, to) {
      const before = readFileSync(join(folder, path), 'utf8')
      if (before.split(from).length !== 2) throw new Error(`Unexpected ${path}, expected it to say ${JSON.stringify(from)} once`)
      writeFileSync(join(folder, path), before.replace(from, () => to))
    },
    remove: (path) => rmSync(join(folder, path), {recursive: true}),
    build: (options = {}) => buildTestBook(folder, join(root, 'cache'), options)
  }
  for (const [path, text] of Object.entries(files)) book.write(path, text)
  return book
}

let templates: Templates | undefined

/** The project's templates. */
export function testTemplates(): Templates {
  return (templates ??= loadTemplates(join(projectFolder, 'templates')))
}

async function buildTestBook(folder: string, cacheFolder: string, options: Partial<BuildOptions>): Promise<TestBuild> {
  const printed: string[] = []
  const world = await testWorld(folder, printed)
  const result = await buildEdition(
    {profile: 'print', paper: 'letter', formats: ['pdf', 'html'], jobs: 2, strict: false, keepGoing: false, ...options},
    {...world, cache: openCache(cacheFolder)}
  )
  const bytesOf = (kind: 'pdf' | 'html'): Uint8Array => {
    const output = result.outputs.find((candidate) => candidate.kind === kind)
    if (output === undefined) throw new Error(`Unexpected build without ${kind}:\n${result.diagnostics.map(String).join('\n')}`)
    return output.bytes
  }
  return {
    ...result,
    printed,
    get pdf() { return bytesOf('pdf') },
    get html() { return Buffer.from(bytesOf('html')).toString('utf8') }
  }
}

/** The world in which a book is built, without a cache; `printed` gets the ids of the units that Chromium prints, in the order they are asked for. */
export async function testWorld(folder: string, printed: string[]): Promise<BuildWorld> {
  const executablePath = await testChromium()
  const {signal} = new AbortController()
  return {
    files: openBookFiles(folder),
    templates: testTemplates(),
    async openPrinter(tabs) {
      const printer = await openPrinter({executablePath, tabs, signal})
      return {...printer, print: (unit: Unit, assets) => (printed.push(unit.id), printer.print(unit, assets))}
    },
    program: 'test',
    version: '0.1',
    chromiumVersion: () => Promise.resolve('test'),
    date: new Date('2026-01-01T00:00:00Z'),
    signal,
    onProgress: () => undefined
  }
}

/** What a build of the book in `folder` must say, for the invariants. */
export function expectedOf(folder: string, {pageMap}: Pick<BuildResult, 'pageMap'>, edition?: string): Expected {
  const {book} = readBook(openBookFiles(folder))
  return {manuscript: readManuscriptText(book, edition), ...(pageMap === undefined ? {} : {pages: pageMap.pages})}
}

/** Reads a build's PDF and finds what is wrong with it; `faults` is empty for a sound one. */
export async function examine(book: TestBook, build: TestBuild, edition?: string): Promise<{reading: PdfReading; faults: string[]}> {
  const reading = await readPdf(build.pdf)
  return {reading, faults: await brokenInvariants(reading, expectedOf(book.folder, build, edition))}
}

/** True when the file at a path can be opened by pdf.js and qpdf, for outputs that a stopped build has left. */
export async function opens(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  return readPdf(readFileSync(path)).then(() => true, () => false)
}
