// Two rounds on the real manuscript, as an editor goes through them with the program: five reviewers' files of different kinds come back, each comment is placed and
// answered, the text is edited, and the book is released.

import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {expect, test} from 'vitest'
import {seededRandom} from '../bench/random.ts'
import {openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {manifestIn} from '../support/mark-pdf.ts'
import {type MadeFile} from '../support/review-test.ts'
import {runProgram} from '../support/run-program.ts'
import {annotatedPdf, hypothesis, names, paperTable, type ReturnedFile, reviewExport, xfdf} from './returned-files.ts'

interface Item {
  readonly id: string
  readonly kind: string
  readonly new: boolean
  readonly placed: boolean
  readonly block: string | null
  readonly file: string | null
  readonly line: number | null
  readonly comment: string
  readonly reviewer: string
  readonly round: number
}

const env = {SOURCE_DATE_EPOCH: '1764547200'}

test('two rounds on the real manuscript, from opening to release', async () => {
  const book = openTestBook('manuscript')
  const out = join(book.folder, '../out')
  const run = async (expected: number, ...args: string[]) => {
    const {status, stdout, stderr} = await runProgram(args, {env})
    expect(status, `${args.join(' ')}\n${stderr}`).toBe(expected)
    return {stdout, stderr}
  }
  const json = async <T>(...args: string[]) => JSON.parse((await run(0, ...args, '--json')).stdout) as T
  const draft = async () => {
    const {outputs} = await json<{outputs: MadeFile[]}>('review', 'draft', book.folder, '--out', out)
    return new Map(outputs.map(({kind, path}) => [kind, path]))
  }
  const collect = async (files: readonly ReturnedFile[]) => {
    mkdirSync(join(out, 'returned'), {recursive: true})
    const paths = files.map(({name, bytes}) => {
      writeFileSync(join(out, 'returned', name), bytes)
      return join(out, 'returned', name)
    })
    return (await json<{items: Item[]}>('review', 'collect', ...paths, '--book', book.folder, '--out', out)).items
  }
  const answerAll = async (items: readonly Item[]) => {
    const ids = items.map(({id}) => id)
    const [one, two, three, ...others] = ids
    await run(0, 'review', 'decide', one!, '--book', book.folder, '--decline', '--reason', 'There is no room for it.')
    await run(0, 'review', 'decide', two!, '--book', book.folder, '--change', '--did', 'It says so in other words.')
    await run(0, 'review', 'decide', three!, '--book', book.folder, '--ask', '--reason', 'Which room do you mean?')
    await run(0, 'review', 'decide', ...others, '--book', book.folder, '--accept')
  }

  await run(0, 'review', 'open', book.folder, '--round', '1', '--due', '2026-01-15', '--reviewers', 'R1,R2,R3,R4,R5')
  const first = await draft()
  expect([...first.keys()]).toEqual(['draft', 'paper', 'html'])
  const firstDraft = readFileSync(first.get('draft')!)
  const issued = await manifestIn(firstDraft)
  const files = [await annotatedPdf(firstDraft, issued, `${names[0]}.pdf`), xfdf(issued), reviewExport(issued), paperTable(issued), hypothesis(issued)]
  const items = await collect(files)
  expectPlaced(items, files, issued.blocks)
  expect(items.every(item => item.new)).toBe(true)
  const drawn = items.filter(({kind}) => kind === 'ink')
  expect(drawn.length).toBeGreaterThan(5)
  expect(drawn.filter(({id}) => !existsSync(join(book.folder, 'reviews/round-1/comments', `${id}.png`)))).toEqual([])
  expect((await collect(files)).some(item => item.new)).toBe(false)
  const {silent} = await json<{silent: string[]}>('review', 'status', book.folder)
  expect(silent).toEqual(['R1', 'R2', 'R5'])
  await run(0, 'review', 'report', book.folder, '--out', out)
  await run(1, 'review', 'close', book.folder, '--out', out)
  // An answer to a comment is answered with it.
  await answerAll(items.filter(({comment}) => comment !== 'I think so too'))
  await run(0, 'review', 'close', book.folder, '--out', out)

  editManuscript(book.folder, new Set(items.flatMap(({file, line}) => (file === null ? [] : [`${file}:${line}`]))))
  await run(0, 'review', 'open', book.folder, '--round', '2', '--base', '1', '--due', '2026-02-15', '--reviewers', 'R1,R2')
  const second = await draft()
  expect([...second.keys()]).toEqual(['draft', 'changes', 'paper', 'html'])
  const changesPdf = readFileSync(second.get('changes')!)
  const changed = await manifestIn(changesPdf)
  // What somebody commented on in the first round still has its name in the second.
  const ids = new Set(changed.blocks.map(({id}) => id))
  for (const {block} of items) expect(ids).toContain(block)
  const places = changed.blocks.filter(({places}) => places !== undefined)
  expect(places.length).toBeGreaterThan(100)
  expect(places.length).toBeLessThan(changed.blocks.length)

  const later = [await annotatedPdf(changesPdf, changed, `${names[3]}.pdf`), reviewExport(await manifestIn(readFileSync(second.get('draft')!)))]
  // A file of the first round that comes again is known, among others of the second.
  const mixed = await collect([...later, {...files[0]!, name: 'again.pdf'}])
  const [fresh, again] = [mixed.filter(item => item.new), mixed.filter(item => !item.new)]
  expectPlaced(fresh, later, changed.blocks)
  expect(fresh.every(({round}) => round === 2)).toBe(true)
  expect(again.map(({id}) => id)).toEqual(items.slice(0, again.length).map(({id}) => id))
  await run(1, 'build', book.folder, '--release', '--format', 'html', '--out', out)
  await answerAll(fresh.filter(({comment}) => comment !== 'I think so too'))
  await run(0, 'review', 'close', book.folder, '--out', out)
  await run(0, 'build', book.folder, '--release', '--format', 'pdf', '--out', out)

  for (const path of filesIn(out).filter(path => !path.includes('returned')).concat(filesIn(join(book.folder, 'reviews')).filter(path => basename(path) !== 'reviewers-key.yaml'))) {
    const bytes = readFileSync(path)
    // Of drafts and the book, what stands outside the pages, which nobody has written into since.
    const text = /(?:you-said|changes).*\.pdf$/.test(path) ? bytes.toString('latin1') + (await describePdf({bytes})).text : bytes.toString('latin1')
    for (const name of names) expect([path, text.includes(name)]).toEqual([path, false])
  }
}, 600_000)

function expectPlaced(items: readonly Item[], files: readonly ReturnedFile[], blocks: readonly {id: string; file: string; line: number}[]): void {
  const expected = files.flatMap(({comments}) => comments)
  const byId = new Map(blocks.map(block => [block.id, block]))
  expect(expected.length).toBeGreaterThan(30)
  expect(items.map(({comment, block, placed}) => ({comment, block, placed}))).toEqual(expected.map(({words, block}) => ({comment: words, block, placed: true})))
  expect(items.map(({file, line}) => `${file}:${line}`)).toEqual(expected.map(({block}) => `${byId.get(block)!.file}:${byId.get(block)!.line}`))
  for (const [index, {reviewer}] of expected.entries()) expect(items[index]!.reviewer).toMatch(reviewer === undefined ? /^P-[0-9A-Z]{5}$/ : new RegExp(`^${reviewer}$`))
}

/** Words changed, and paragraphs added and taken out, in every fourth file; not where somebody has commented, so that these blocks are still there. */
function editManuscript(folder: string, commented: ReadonlySet<string>): void {
  const random = seededRandom(7)
  const sections = join(folder, 'sections')
  for (const [index, path] of filesIn(sections).sort().entries()) {
    if (index % 4 !== 0 || !path.endsWith('.md')) continue
    const lines = readFileSync(path, 'utf8').split('\n')
    const file = path.slice(folder.length + 1)
    const isPlain = (line: number) => /^[A-Z][^|[\]:{}]{70,}$/.test(lines[line]!) && lines[line - 1] === '' && !commented.has(`${file}:${line + 1}`)
    const plain = [...lines.keys()].filter(line => line > 12 && isPlain(line))
    if (plain.length === 0) continue
    const at = random.pick(plain)
    const end = lines.findIndex((line, i) => i > at && line === '')
    if (random.chance(0.3)) lines.splice(at, end - at + 1)
    else if (random.chance(0.5)) lines.splice(at, 0, 'A paragraph that readers of the first round asked for.', '')
    else lines[at] = lines[at]!.replace(' ', ' in other words ')
    writeFileSync(path, lines.join('\n'))
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(name => join(folder, name)).filter(path => statSync(path).isFile())
}
