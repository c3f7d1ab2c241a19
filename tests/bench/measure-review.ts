// Bench: what a review round costs, against the build of the same book.

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {firstLine, manifestIn, markPdf} from '../support/mark-pdf.ts'
import {generateBook} from './generate-book.ts'
import type {ProcessMeasurement} from './measure-process.ts'

/** Times in milliseconds. */
export interface ReviewMeasurement {
  /** Pages of the draft. */
  readonly pages: number
  readonly annotations: number
  /** Hacks of the book, and those of which a paragraph changed between the rounds. */
  readonly hacks: number
  readonly changed: number
  /** Of the draft alone, as it is first made. */
  readonly draftMs: number
  readonly collectMs: number
  /** Of the book, and of draft and changes together. */
  readonly buildMs: number
  readonly draftAndChangesMs: number
}

const asked = 300
const annotations = 200
/** Of the hacks, one in so many has changed. */
const changedEvery = 10

/** Runs the program with arguments, which must succeed. */
export type Run = (...args: string[]) => Promise<ProcessMeasurement>

/** Opens two rounds of a generated book in `folder`, drafts them without a cache, and collects an annotated draft. */
export async function measureReview(folder: string, run: Run, typical: (measure: () => Promise<ProcessMeasurement>) => Promise<ProcessMeasurement>): Promise<ReviewMeasurement> {
  const book = join(folder, 'review')
  const out = join(folder, 'review-out')
  const files = generateBook(asked)
  for (const [path, text] of files) {
    mkdirSync(dirname(join(book, path)), {recursive: true})
    writeFileSync(join(book, path), text)
  }
  const draft = (only: string) => run('review', 'draft', book, '--only', only, '--no-cache', '--json', '--out', out)
  await run('review', 'open', book, '--round', '1', '--quiet')
  const drafted = await typical(() => draft('draft'))
  const {outputs: [first]} = JSON.parse(drafted.stdout) as {outputs: {path: string; pages: number}[]}
  const bytes = readFileSync(first!.path)
  const {blocks} = await manifestIn(bytes)
  const placed = blocks.filter(({places}) => places !== undefined)
  const marks = Array.from({length: annotations}, (_, i) => {
    const block = placed[Math.floor((i * placed.length) / annotations)]!
    return {subtype: 'Highlight' as const, places: [firstLine(block)], words: `About ${block.id}`, author: 'A reviewer'}
  })
  const returned = join(folder, 'returned.pdf')
  writeFileSync(returned, await markPdf(bytes, marks))
  const collected = await run('review', 'collect', returned, '--book', book, '--out', out, '--json')
  const {items} = JSON.parse(collected.stdout) as {items: {placed: boolean}[]}
  if (items.filter(({placed}) => placed).length !== annotations) throw new Error('Unexpected comments that were not placed')

  const hacks = [...files.keys()].filter(path => path.includes('/hack-'))
  const changed = hacks.filter((_, index) => index % changedEvery === 0)
  for (const path of changed) writeFileSync(join(book, path), readFileSync(join(book, path), 'utf8').replace(/\n([A-Z][^\n]*)\n/, '\nNow it says something else. $1\n'))
  await run('review', 'open', book, '--round', '2', '--base', '1', '--quiet')
  const build = await typical(() => run('build', book, '--format', 'pdf', '--no-cache', '--json', '--out', out))
  const both = await typical(() => draft('draft,changes'))
  return {
    pages: first!.pages, annotations, hacks: hacks.length, changed: changed.length,
    draftMs: drafted.wallMs, collectMs: collected.wallMs, buildMs: build.wallMs, draftAndChangesMs: both.wallMs
  }
}
