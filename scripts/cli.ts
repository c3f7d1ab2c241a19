// The program: arguments, signals and exit codes. The only place that ends the process.

import {inspect} from 'node:util'
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import type {BuildArguments} from './commands/build.ts'
import type {CheckArguments} from './commands/check.ts'
import type {DescribeArguments} from './commands/describe.ts'
import type {DoctorArguments} from './commands/doctor.ts'
import type {CloseArguments} from './commands/review-close.ts'
import type {CollectArguments} from './commands/review-collect.ts'
import type {DecideArguments} from './commands/review-decide.ts'
import type {DraftArguments} from './commands/review-draft.ts'
import type {OpenArguments} from './commands/review-open.ts'
import type {ReportArguments} from './commands/review-report.ts'
import type {StatusArguments} from './commands/review-status.ts'
import type {Format} from './edition/build.ts'
import {exitCodes, type ExitCode} from './commands/exit-code.ts'
import {processTerminal} from './commands/terminal.ts'
import {EnvironmentError} from './io/environment-error.ts'
import {defaultBook} from './commands/default-book.ts'
import {findProgram} from './io/program.ts'
import {UsageError} from './commands/usage-error.ts'

const terminal = processTerminal()
const interruption = new AbortController()
let exitCode: ExitCode = exitCodes.clean

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    interruption.abort(new Error('interrupted'))
    terminal.err(`${terminal.isWatched ? '\r\u001b[K' : ''}Interrupted.\n`)
    // What must not outlive us (Chromium, half-written files) goes when the process exits.
    process.exit(exitCodes.interrupted)
  })
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has heard enough, as in `space-hacks check | head`.
    if (error.code === 'EPIPE') process.exit(exitCode)
    throw error
  })
}

const program = new Command('space-hacks')
  .description('Makes a printed book (PDF) and a web page (HTML) of a folder of Markdown files.')
  .version(findProgram().version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand(false)
  .exitOverride()
  .configureHelp({showGlobalOptions: false})
  .addHelpText('after', `
A book is a folder: Markdown files in sections/, words of people in quotes/, facts in
facts.yaml, what is to be printed on the cover in book.yaml. A folder that has none of
this but Markdown files is a book too.

Examples:
  space-hacks build                     build manuscript/ into dist/
  space-hacks build notes --format pdf  any folder of Markdown, PDF only
  space-hacks check --strict            find problems without printing
  space-hacks describe book.pdf --speak read a PDF as a screen reader does
  space-hacks doctor                    see whether this computer has what it takes

Exit codes:
  0  done; there may be warnings        3    the computer lacks something (doctor tells)
  1  the manuscript has errors          130  interrupted
  2  wrong arguments, or no such book`)

const bookArgument = ['[book]', 'folder of the book', defaultBook] as const
const editionOption = () => new Option('--edition <id>', 'one of the editions that book.yaml declares, or all of them: all')
const profileOption = () => new Option('--profile <list>', 'what the PDF is for: print, screen, grayscale, large-print, several with commas, or all (default: print)')
const strictOption = () => new Option('--strict', 'count warnings as errors')
const quietOption = () => new Option('--quiet', 'print nothing but problems')
const jsonOption = () => new Option('--json', 'print one JSON object on standard output, and nothing else there')

program
  .command('build')
  .summary('make the book')
  .description('Builds the book and writes <name>.pdf and <name>.html, both whole or not at all.')
  .argument(...bookArgument)
  .addOption(editionOption())
  .addOption(profileOption())
  .addOption(new Option('--paper <size>', 'size of the pages: letter or a4').argParser(parsePaper).default('letter'))
  .addOption(new Option('--format <list>', 'what to write: pdf,html, one of them, or site, which is all editions and profiles with a page that leads to them').argParser(parseFormats).default(['pdf', 'html'], 'pdf,html'))
  .addOption(new Option('--out <folder>', 'where to write it').default('dist'))
  .addOption(new Option('--jobs <n>', 'how many parts to print at the same time (default: one for each core)').argParser(parseJobs))
  .addOption(new Option('--no-cache', 'print everything anew, and keep nothing for the next time'))
  .addOption(strictOption())
  .addOption(new Option('--release', 'refuse while a review round is open, a comment unanswered, or a mark of a draft left').conflicts('keepGoing'))
  .addOption(new Option('--keep-going', 'build what can be built in spite of errors, each gap marked in its place; still exits with 1'))
  .addOption(new Option('--accessibility', 'answer the checklist of accessible PDFs as well; exits with 1 when an item fails'))
  .addOption(quietOption())
  .addOption(jsonOption())
  .addHelpText('after', `
Examples:
  space-hacks build
  space-hacks build --edition all --paper a4 --out print
  space-hacks build someone-elses-notes --keep-going
  space-hacks build --format site       everything, for a web server: dist/site/
  space-hacks build --json | jq .pageMap`)
  .action(async (book: string, options: BuildArguments) => {
    const {build} = await import('./commands/build.ts')
    exitCode = await build(book, options, terminal, interruption.signal)
  })

program
  .command('check')
  .summary('find the problems of a manuscript, without printing')
  .description('Says everything that build would complain about before it prints.')
  .argument(...bookArgument)
  .addOption(editionOption())
  .addOption(profileOption())
  .addOption(new Option('--accessibility', 'answer the checklist of accessible PDFs, for which the book is printed'))
  .addOption(strictOption())
  .addOption(quietOption())
  .addOption(jsonOption())
  .action(async (book: string, options: CheckArguments & {accessibility?: boolean}) => {
    if (options.accessibility) {
      const {checkAccessibility} = await import('./commands/check-accessibility.ts')
      exitCode = await checkAccessibility(book, options, terminal, interruption.signal)
      return
    }
    const {check} = await import('./commands/check.ts')
    exitCode = await check(book, options, terminal, interruption.signal)
  })

program
  .command('describe')
  .summary('say what a PDF holds for those who do not see it')
  .description('Prints pages, outline, destinations, tags and the text through the tags of any PDF, whoever made it.')
  .argument('<file>', 'the PDF')
  .addOption(new Option('--speak', 'print what a screen reader says, in its order, instead'))
  .action(async (file: string, options: DescribeArguments) => {
    const {describe} = await import('./commands/describe.ts')
    exitCode = await describe(file, options, terminal)
  })

interface NamesBook {
  readonly book?: string
}

const roundBookArgument = ['[book]', `folder of the book, which --book names as well (default: "${defaultBook}")`] as const
const bookOption = () => new Option('--book <folder>', `folder of the book (default: "${defaultBook}")`)

/** The book, which commands that take files or ids can only be told by option, and all others by argument too. */
function bookOf(argument: string | undefined, {book}: NamesBook): string {
  if (argument === undefined || book === undefined) return argument ?? book ?? defaultBook
  throw new UsageError(`Unexpected \`${argument}\` beside \`--book ${book}\`, expected one book`, 'name it once')
}

const review = program
  .command('review')
  .summary('review rounds: drafts for reviewers, and what they say')
  .description('Keeps the rounds in which reviewers comment on a book, in the folder reviews/ of the book.')
  .helpCommand(false)

review
  .command('open')
  .summary('freeze the text for a new round')
  .description('Freezes the manuscript in reviews/round-<n>/ and gives every block the id by which reviewers call it, the same in every round.')
  .argument(...roundBookArgument)
  .addOption(bookOption())
  .addOption(new Option('--round <n>', 'number of the new round').argParser(parseRound).makeOptionMandatory())
  .addOption(new Option('--due <date>', 'last day for comments, such as 2026-12-15'))
  .addOption(new Option('--base <n>', 'round that changes will be shown against (default: the one before)').argParser(parseRound))
  .addOption(editionOption())
  .addOption(new Option('--reviewers <list>', 'a code for each person who is asked, such as R1,R2; they can be added later in round.yaml'))
  .addOption(quietOption())
  .addOption(jsonOption())
  .addHelpText('after', `
Examples:
  space-hacks review open --round 1 --due 2026-12-15 --reviewers R1,R2,R3
  space-hacks review open my-book --round 2 --base 1`)
  .action(async (book: string | undefined, options: OpenArguments & NamesBook) => {
    const {reviewOpen} = await import('./commands/review-open.ts')
    exitCode = await reviewOpen(bookOf(book, options), options, terminal)
  })

review
  .command('draft')
  .summary('make the files that reviewers get')
  .description('Makes the draft of a round from its frozen text, in <out>/review/round-<n>/.')
  .argument(...roundBookArgument)
  .addOption(bookOption())
  .addOption(new Option('--round <n>', 'number of the round (default: the last one)').argParser(parseRound))
  .addOption(new Option('--reviewer <code>', 'make the copy of one reviewer, which says so when it comes back'))
  .addOption(new Option('--each-reviewer', 'make a copy for each reviewer of round.yaml').conflicts('reviewer'))
  .addOption(new Option('--whole', 'print all sections in the changes, also those in which nothing changed'))
  .addOption(new Option('--only <list>', 'draft, changes, paper, html, or some of them with commas (default: all)').argParser(parseProducts))
  .addOption(new Option('--paper <size>', 'size of the pages: letter or a4').argParser(parsePaper).default('letter'))
  .addOption(new Option('--out <folder>', 'where to write it').default('dist'))
  .addOption(new Option('--jobs <n>', 'how many parts to print at the same time (default: one for each core)').argParser(parseJobs))
  .addOption(new Option('--no-cache', 'print everything anew, and keep nothing for the next time'))
  .addOption(quietOption())
  .addOption(jsonOption())
  .action(async (book: string | undefined, options: DraftArguments & NamesBook) => {
    const {reviewDraft} = await import('./commands/review-draft.ts')
    exitCode = await reviewDraft(bookOf(book, options), options, terminal, interruption.signal)
  })

const roundOption = () => new Option('--round <n>', 'number of the round (default: the last one that is open)').argParser(parseRound)

review
  .command('collect')
  .summary('take comments back, whatever program or person wrote them')
  .description('Reads annotated PDFs, XFDF, FDF, what the review page saves, Hypothesis JSON and CSV tables, and keeps every comment at its paragraph in reviews/.')
  .argument('<file...>', 'files that reviewers returned')
  .addOption(bookOption())
  .addOption(new Option('--round <n>', 'round of files that do not say theirs (default: the last one that is open)').argParser(parseRound))
  .addOption(new Option('--out <folder>', 'where review draft wrote the drafts').default('dist'))
  .addOption(quietOption())
  .addOption(jsonOption())
  .addHelpText('after', `
Examples:
  space-hacks review collect returned/*.pdf
  space-hacks review collect by-phone.csv --round 2`)
  .action(async (files: string[], options: Omit<CollectArguments, 'book'> & NamesBook) => {
    const {reviewCollect} = await import('./commands/review-collect.ts')
    exitCode = await reviewCollect(files, {...options, book: bookOf(undefined, options)}, terminal)
  })

review
  .command('status')
  .summary('say what is not answered yet, and who has not commented')
  .argument(...roundBookArgument)
  .addOption(bookOption())
  .addOption(roundOption())
  .addOption(jsonOption())
  .action(async (book: string | undefined, options: StatusArguments & NamesBook) => {
    const {reviewStatus} = await import('./commands/review-status.ts')
    exitCode = await reviewStatus(bookOf(book, options), options, terminal)
  })

review
  .command('report')
  .summary('show every comment beside its paragraph')
  .description('Writes the comments of a round as one HTML file and as CSV, to <out>/review/round-<n>/.')
  .argument(...roundBookArgument)
  .addOption(bookOption())
  .addOption(roundOption())
  .addOption(new Option('--out <folder>', 'where to write it').default('dist'))
  .addOption(quietOption())
  .addOption(jsonOption())
  .action(async (book: string | undefined, options: ReportArguments & NamesBook) => {
    const {reviewReport} = await import('./commands/review-report.ts')
    exitCode = await reviewReport(bookOf(book, options), options, terminal)
  })

review
  .command('decide')
  .summary('answer comments')
  .description('Writes an answer into reviews/round-<n>/decisions.yaml, where it can be written by hand as well.')
  .argument('<id...>', 'ids of comments, or their first letters')
  .addOption(bookOption())
  .addOption(new Option('--accept', 'done as proposed'))
  .addOption(new Option('--change', 'done in another way'))
  .addOption(new Option('--decline', 'not done, with a reason'))
  .addOption(new Option('--ask', 'asked back, with the question as the reason'))
  .addOption(new Option('--reason <text>', 'why, in words for the person who commented'))
  .addOption(new Option('--did <text>', 'what was changed'))
  .addOption(quietOption())
  .addHelpText('after', `
Examples:
  space-hacks review decide m4kd --accept --did "The paragraph says where the chair goes."
  space-hacks review decide 7c9a6hfd y45x --decline --reason "There is no room for it."`)
  .action(async (ids: string[], options: Omit<DecideArguments, 'book'> & NamesBook) => {
    const {reviewDecide} = await import('./commands/review-decide.ts')
    exitCode = await reviewDecide(ids, {...options, book: bookOf(undefined, options)}, terminal)
  })

review
  .command('close')
  .summary('end a round: "You said, we did", and the table of what became of every comment')
  .description('Refuses while a comment has no answer. Writes to <out>/review/round-<n>/.')
  .argument(...roundBookArgument)
  .addOption(bookOption())
  .addOption(roundOption())
  .addOption(new Option('--paper <size>', 'size of the pages: letter or a4').argParser(parsePaper).default('letter'))
  .addOption(new Option('--out <folder>', 'where to write it').default('dist'))
  .addOption(quietOption())
  .action(async (book: string | undefined, options: CloseArguments & NamesBook) => {
    const {reviewClose} = await import('./commands/review-close.ts')
    exitCode = await reviewClose(bookOf(book, options), options, terminal, interruption.signal)
  })

program
  .command('doctor')
  .summary('say whether this computer can make a book, and what to do if not')
  .description('Looks for Node, Chromium (which one, its version, whether it is the pinned one and starts), the fonts and a place to write to.')
  .addOption(new Option('--out <folder>', 'the folder that build would write to').default('dist'))
  .addOption(jsonOption())
  .action(async (options: DoctorArguments) => {
    const {doctor} = await import('./commands/doctor.ts')
    exitCode = await doctor(options, terminal)
  })

try {
  await program.parseAsync()
} catch (error) {
  exitCode = explain(error)
}
process.exitCode = exitCode

/** Says what went wrong; only our own mistakes come with a stack trace. */
function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.clean
    answerJson('usage', error.message, 'see `space-hacks --help`')
    return exitCodes.usage
  }
  if (error instanceof UsageError || error instanceof EnvironmentError) {
    const isUsage = error instanceof UsageError
    terminal.err(`error: ${error.message}\nhint: ${error.hint}\n`)
    answerJson(isUsage ? 'usage' : 'environment', error.message, error.hint)
    return isUsage ? exitCodes.usage : exitCodes.environment
  }
  terminal.err(`This is a mistake of the program, not of the book. Please report it with these lines:\n${inspect(error)}\n`)
  answerJson('program', String(error), 'please report it')
  return exitCodes.usage
}

/** Whoever reads `--json` gets an object whatever happens. */
function answerJson(ruleId: string, message: string, hint: string): void {
  if (!process.argv.includes('--json')) return
  terminal.out(`${JSON.stringify({ok: false, outputs: [], diagnostics: [{level: 'error', ruleId, message, hint}], pageMap: [], anchors: {}, timings: {}, cache: {hits: 0, misses: 0}})}\n`)
}

function parsePaper(size: string): BuildArguments['paper'] {
  const name = size.trim().toLowerCase()
  if (name !== 'letter' && name !== 'a4') throw new InvalidArgumentError('Expected letter or a4.')
  return name
}

function parseFormats(list: string): BuildArguments['format'] {
  if (list.trim() === 'site') return 'site'
  const known: readonly Format[] = ['pdf', 'html']
  const names = list.split(',').map(name => name.trim())
  if (!names.every((name): name is Format => known.some(format => format === name))) throw new InvalidArgumentError('Expected pdf, html or both (pdf,html), or site.')
  return known.filter(format => names.includes(format))
}

function parseProducts(list: string): NonNullable<DraftArguments['only']> {
  const known: NonNullable<DraftArguments['only']> = ['draft', 'changes', 'paper', 'html']
  const names = list.split(',').map(name => name.trim())
  if (!names.every(name => known.some(product => product === name))) throw new InvalidArgumentError('Expected draft, changes, paper, html, or some of them: draft,changes.')
  return known.filter(product => names.includes(product))
}

function parseJobs(text: string): number {
  const jobs = Number(text)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw new InvalidArgumentError('Expected a whole number from 1 to 64.')
  return jobs
}

function parseRound(text: string): number {
  const round = Number(text)
  if (!Number.isInteger(round) || round < 1 || round > 9999) throw new InvalidArgumentError('Expected the number of a round: 1, 2 and so on.')
  return round
}
