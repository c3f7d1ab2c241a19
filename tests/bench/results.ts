// Bench: measurements become a table that says for each goal whether it was reached.

import type {Machine} from './machine.ts'
import type {ProductsMeasurement} from './measure-products.ts'
import type {ReviewMeasurement} from './measure-review.ts'

/** What was measured for one length of book; times in milliseconds, sizes in bytes. */
export interface BookMeasurement {
  /** Pages asked for, and pages the two programs made. */
  readonly asked: number
  readonly pages: number
  readonly barePages: number
  readonly links: number
  /** The whole program, cache off. */
  readonly coldMs: number
  /** One bare print of the same HTML, whole process. */
  readonly bareMs: number
  /** A new process after one paragraph has changed, and after nothing has. */
  readonly changedMs: number
  readonly unchangedMs: number
  /** The cold build's own account of its stages. */
  readonly stages: Readonly<Record<string, number>>
  readonly peakBytes: number
  readonly barePeakBytes: number
  readonly pdfBytes: number
  readonly barePdfBytes: number
}

export interface BenchResults {
  readonly machine: Machine
  readonly runs: number
  readonly books: readonly BookMeasurement[]
  /** The manuscript in every edition and profile. */
  readonly products?: ProductsMeasurement
  /** A review round of a book of about 300 pages. */
  readonly review?: ReviewMeasurement
}

interface Goal {
  readonly name: string
  readonly measured: number
  readonly limit: number
  readonly unit: string
}

function growth(books: readonly BookMeasurement[]): number | undefined {
  const [short, long] = [books.find(({asked}) => asked === 100), books.find(({asked}) => asked === 2000)]
  return short === undefined || long === undefined ? undefined : long.coldMs / long.pages / (short.coldMs / short.pages)
}

/** What is done to Chromium's prints so that their tags are right, and to make one book of them. */
function repairMs({stages}: BookMeasurement): number {
  return (stages.normalize ?? 0) + (stages.assemble ?? 0)
}

function goalsOf(books: readonly BookMeasurement[]): Goal[] {
  const of = (asked: number, goal: (book: BookMeasurement) => Goal[]): Goal[] => books.filter((book) => book.asked === asked).flatMap(goal)
  const perPage = growth(books)
  return [
    ...of(500, (book) => [
      {name: '500 pages: cold build, share of the bare print', measured: book.coldMs / book.bareMs, limit: 1, unit: ''},
      {name: '500 pages: one paragraph changed, share of the cold build', measured: book.changedMs / book.coldMs, limit: 0.15, unit: ''},
      {name: '500 pages: nothing changed, share of the cold build', measured: book.unchangedMs / book.coldMs, limit: 0.08, unit: ''},
      {name: '500 pages: reading back and repairing every print, and assembly, share of printing', measured: repairMs(book) / (book.stages.print ?? 0), limit: 0.25, unit: ''},
      {name: '500 pages: file size, share of the bare print’s', measured: book.pdfBytes / book.barePdfBytes, limit: 0.7, unit: ''}
    ]),
    ...of(2000, (book) => [
      {name: '2,000 pages: cold build, share of the bare print', measured: book.coldMs / book.bareMs, limit: 0.6, unit: ''},
      {name: '2,000 pages: reading back and repairing every print, and assembly, share of printing', measured: repairMs(book) / (book.stages.print ?? 0), limit: 0.25, unit: ''},
      {name: '2,000 pages: peak memory of Node and Chromium', measured: book.peakBytes / 1e9, limit: 1.2, unit: ' GB'}
    ]),
    ...(perPage === undefined ? [] : [{name: '2,000 pages: time a page, share of that at 100 pages', measured: perPage, limit: 1.25, unit: ''}])
  ]
}

function productGoals({pdfs, coldMs, bareMs, peakBytes}: ProductsMeasurement): Goal[] {
  return [
    {name: `Every edition and profile: cold build of ${pdfs} PDFs and their HTML, share of as many bare prints`, measured: coldMs / bareMs, limit: 1, unit: ''},
    {name: 'Every edition and profile: peak memory of Node and Chromium', measured: peakBytes / 1e9, limit: 1.2, unit: ' GB'}
  ]
}

function productTimes({pages, barePages, coldMs, bareMs}: ProductsMeasurement): string {
  return `The manuscript in every edition and profile, ${pages} pages (bare ${barePages}): ${seconds(coldMs)} s, bare prints one after the other ${seconds(bareMs)} s.`
}

function reviewGoals(review: ReviewMeasurement): Goal[] {
  const {pages, annotations, draftMs, collectMs, buildMs, draftAndChangesMs} = review
  return [
    {name: `${pages} pages: collecting ${annotations} annotations, share of the draft’s cold build`, measured: collectMs / draftMs, limit: 0.2, unit: ''},
    {name: `${pages} pages: draft and changes of a round, share of the book’s cold build`, measured: draftAndChangesMs / buildMs, limit: 1.6, unit: ''}
  ]
}

function reviewTimes({hacks, changed, buildMs, draftMs, draftAndChangesMs, collectMs}: ReviewMeasurement): string {
  const times = `book ${seconds(buildMs)} s, draft alone ${seconds(draftMs)} s, draft and changes ${seconds(draftAndChangesMs)} s, collecting ${seconds(collectMs)} s`
  return `The review round: a paragraph in each of ${changed} of ${hacks} hacks had changed, nothing came from a cache; ${times}.`
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)
}

/** The results as a Markdown page. */
export function resultsPage({machine, runs, books, products, review}: BenchResults): string {
  const columns = books.map(({asked}) => `about ${asked.toLocaleString('en')} pages`)
  const line = (name: string, value: (book: BookMeasurement) => string | number): string => row([name, ...books.map(value)])
  const stages = [...new Set(books.flatMap((book) => Object.keys(book.stages)))]
  return [
    '# Bench results',
    '',
    `Written by \`npm run bench\` on ${machine.cores} cores (${machine.processor}), ${machine.memoryGib} GiB of memory, Node ${machine.node}, ${machine.chromium}; the median of ${runs} runs (one for the longest book). ` +
      'The bare print is one `page.pdf({tagged, outline})` of the same HTML in one tab. Times are of whole processes; ratios count, since other machines have other seconds.',
    '',
    row(['Goal', 'Measured', 'At most', 'Reached']),
    row(['---', '---:', '---:', '---']),
    ...[...goalsOf(books), ...(products ? productGoals(products) : []), ...(review ? reviewGoals(review) : [])].map(({name, measured, limit, unit}) => row([name, `${measured.toFixed(2)}${unit}`, `${limit}${unit}`, measured <= limit ? 'yes' : '**no**'])),
    '',
    row(['', ...columns]),
    row(['---', ...columns.map(() => '---:')]),
    line('pages, ours and bare', ({pages, barePages}) => `${pages}, ${barePages}`),
    line('internal links', ({links}) => links),
    line('cold build, s', ({coldMs}) => seconds(coldMs)),
    line('bare print, s', ({bareMs}) => seconds(bareMs)),
    line('cold build, ms a page', ({coldMs, pages}) => (coldMs / pages).toFixed(1)),
    line('one paragraph changed, s', ({changedMs}) => seconds(changedMs)),
    line('nothing changed, s', ({unchangedMs}) => seconds(unchangedMs)),
    line('peak memory, MB', ({peakBytes}) => megabytes(peakBytes)),
    line('peak memory of the bare print, MB', ({barePeakBytes}) => megabytes(barePeakBytes)),
    line('file, MB', ({pdfBytes}) => megabytes(pdfBytes)),
    line('file of the bare print, MB', ({barePdfBytes}) => megabytes(barePdfBytes)),
    ...stages.map((stage) => line(`stage ${stage}, s`, (book) => seconds(book.stages[stage] ?? 0))),
    line('repairs and assembly, share of the bare print', (book) => (repairMs(book) / book.bareMs).toFixed(2)),
    '',
    ...(products ? [productTimes(products), ''] : []),
    ...(review ? [reviewTimes(review), ''] : []),
    'Printing runs in several tabs at once, so its stage adds up to more than the wall time.',
    ''
  ].join('\n')
}
