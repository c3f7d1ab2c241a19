// Commands: what `build --json` prints.

import {createHash} from 'node:crypto'
import type {BuildResult, Output} from '../edition/build.ts'
import type {ProductBuild} from '../edition/build-products.ts'
import {diagnosticRecord, type DiagnosticRecord} from '../diagnostics/report.ts'

/** The one JSON object of `build --json`. Paths of outputs are as the folder was given; files of diagnostics are relative to the book. */
export interface BuildReport {
  readonly ok: boolean
  readonly outputs: readonly {kind: string; path: string; pages?: number; bytes: number; sha256: string}[]
  readonly diagnostics: readonly DiagnosticRecord[]
  /** `index` is zero-based; `label` is the PDF's page label, equal to the printed folio. */
  readonly pageMap: readonly {index: number; label: string; side: 'recto' | 'verso'; blank: boolean; unit: string}[]
  /** Zero-based page by id. */
  readonly anchors: Readonly<Record<string, number>>
  /** Milliseconds by stage; `print` adds up what ran at the same time. */
  readonly timings: Readonly<Record<string, number>>
  readonly cache: {readonly hits: number; readonly misses: number}
  /** The last four for each edition and profile when several were built; those above are the first one's. */
  readonly builds?: readonly ({readonly edition: string | undefined; readonly profile: string} & PagesRecord)[]
}

type PagesRecord = Pick<BuildReport, 'pageMap' | 'anchors' | 'timings' | 'cache'>

/** The report of a build whose outputs were written to the paths, or not at all when there are no paths. */
export function buildReport(result: BuildResult, paths: readonly string[], builds: readonly ProductBuild[] = []): BuildReport {
  const {ok, diagnostics} = result
  const outputs = paths.map((path, index) => outputRecord(result.outputs[index]!, path))
  return {
    ok,
    outputs,
    diagnostics: diagnostics.map(diagnosticRecord),
    ...pagesRecord(result),
    ...(builds.length > 1 ? {builds: builds.map(build => ({edition: build.edition, profile: build.profile, ...pagesRecord(build)}))} : {})
  }
}

function pagesRecord({pageMap, timings, cache}: BuildResult): PagesRecord {
  return {
    pageMap: (pageMap?.pages ?? []).map(({index, label, side, blank, unit}) => ({index, label, side, blank, unit})),
    anchors: Object.fromEntries(pageMap?.anchors ?? []),
    timings: Object.fromEntries(Object.entries(timings).map(([stage, ms]) => [stage, Math.round(ms * 10) / 10])),
    cache
  }
}

function outputRecord({kind, pages, bytes}: Output, path: string): BuildReport['outputs'][number] {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {kind, path, ...(pages === undefined ? {} : {pages}), bytes: bytes.length, sha256}
}
