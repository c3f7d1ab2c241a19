// Edition: what a build is asked for, what it needs of the outside world, and what comes of it.

import type {PageMap} from '../assemble/page-map.ts'
import type {Place} from '../book/block.ts'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import type {Cache} from '../io/cache.ts'
import type {BookFiles} from '../io/files.ts'
import type {Templates} from '../io/templates.ts'
import type {Printer} from '../print/open-printer.ts'

export type Format = 'pdf' | 'html'

/** What to build of a book. */
export interface BuildOptions {
  /** Id of a declared edition; the first one when absent. */
  readonly edition?: string
  /** Name of a sheet in `templates/profiles`. */
  readonly profile: string
  readonly paper: 'letter' | 'a4'
  readonly formats: readonly Format[]
  /** How many units are printed at a time. */
  readonly jobs: number
  /** Warnings count as errors. */
  readonly strict: boolean
  /** Build what can be built, with each gap marked in its place. */
  readonly keepGoing: boolean
  /** Address of the page that leads from the HTML to the book's other products. */
  readonly home?: string
  /** Also tells which line each tag of the PDF comes from; such a build is done anew, though units already printed are not. */
  readonly tracesTags?: boolean
}

/** The outside world, as the pipeline may know it. */
export interface BuildWorld {
  readonly files: BookFiles
  readonly templates: Templates
  openPrinter(tabs: number): Promise<Printer>
  /** What tells one Chromium from another, such as its version. */
  chromiumVersion(): Promise<string>
  readonly cache?: Cache
  /** What tells one state of this program from another; a change of it empties the cache. */
  readonly program: string
  /** The program's version, for people. */
  readonly version: string
  /** The date that products carry when the book declares none. */
  readonly date: Date
  readonly signal: AbortSignal
  onProgress(event: Progress): void
}

export interface Progress {
  readonly stage: 'read' | 'render' | 'print' | 'assemble'
  readonly done: number
  readonly total: number
  /** Which of several products it is about, from 1. */
  readonly product?: {readonly number: number; readonly of: number}
}

export interface Output {
  readonly kind: Format
  /** File name, without folder. */
  readonly name: string
  /** Of a PDF. */
  readonly pages?: number
  readonly bytes: Uint8Array
}

export interface BuildResult {
  /** True when there is no error, so that the outputs may be kept. */
  readonly ok: boolean
  /** Empty unless `ok`, or the build was told to keep going. */
  readonly outputs: readonly Output[]
  readonly diagnostics: readonly Diagnostic[]
  readonly pageMap?: PageMap
  /** Of each structure element of the PDF in the order in which the tree is read, when `tracesTags` asked for it. */
  readonly tagPlaces?: readonly (Place | undefined)[]
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>
  readonly cache: {readonly hits: number; readonly misses: number}
}
