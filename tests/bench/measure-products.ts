// Bench: what a book costs in all its editions and profiles, against a bare print of each.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {every, profileNames} from '../../scripts/edition/profile-names.ts'
import {openBookFiles} from '../../scripts/io/files.ts'
import {loadTemplates} from '../../scripts/io/templates.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {writeBareHtml} from './bare-html.ts'
import {countPages} from './count-pages.ts'
import type {ProcessMeasurement} from './measure-process.ts'

/** Times in milliseconds, sizes in bytes. */
export interface ProductsMeasurement {
  /** PDFs, and pages of all of them, ours and bare. */
  readonly pdfs: number
  readonly pages: number
  readonly barePages: number
  readonly coldMs: number
  readonly bareMs: number
  readonly peakBytes: number
}

/**
 * Builds the manuscript in every edition and profile without a cache, and prints the HTML of each bare, one after the other. The builds are made
 * before and after the bare prints and the time is their mean, since a machine that others use too changes its speed within a minute.
 */
export async function measureProducts(
  projectFolder: string,
  workFolder: string,
  run: (...args: string[]) => Promise<ProcessMeasurement>,
  printBare: (html: string) => Promise<ProcessMeasurement>
): Promise<ProductsMeasurement> {
  const manuscript = join(projectFolder, 'manuscript')
  const templates = join(projectFolder, 'templates')
  const build = () => run('build', manuscript, '--edition', 'all', '--profile', 'all', '--no-cache', '--json', '--out', join(workFolder, 'products'))
  const before = await build()
  const {outputs} = JSON.parse(before.stdout) as {outputs: {pages?: number}[]}
  const editions = readBook(openBookFiles(manuscript)).book.editions.map(({id}) => id)
  const bare: {ms: number; pages: number}[] = []
  for (const edition of editions) {
    for (const profile of profileNames(every, loadTemplates(templates).profiles)) {
      const html = writeBareHtml(manuscript, templates, join(workFolder, `bare-${edition}-${profile}`), {edition, profile})
      const {wallMs} = await printBare(html)
      bare.push({ms: wallMs, pages: countPages(readFileSync(join(workFolder, 'bare.pdf')))})
    }
  }
  const after = await build()
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const pages = outputs.flatMap(output => output.pages ?? [])
  if (pages.length !== bare.length) throw new Error(`Unexpected ${pages.length} PDFs, expected the ${bare.length} that were printed bare`)
  return {pdfs: pages.length, pages: sum(pages), barePages: sum(bare.map(each => each.pages)), coldMs: (before.wallMs + after.wallMs) / 2, bareMs: sum(bare.map(({ms}) => ms)), peakBytes: Math.max(before.peakBytes, after.peakBytes)}
}
