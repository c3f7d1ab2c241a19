import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {chromiumsOf} from '../support/processes.ts'
import {runProgram, type Run} from '../support/run-program.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

/** A folder with a book that takes a few seconds, and an older product of it. */
function longBook(): {folder: string; product: string} {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'notes'))
  const paragraph = 'Words that fill a line and then some more of them, *again* and again, until there is a page of them. '.repeat(9)
  for (let number = 1; number <= 30; number++) writeFileSync(join(folder, `notes/${number}.md`), `# Part ${number}\n\n${`${paragraph}\n\n`.repeat(40)}`)
  mkdirSync(join(folder, 'dist'))
  const product = join(folder, 'dist/notes.pdf')
  writeFileSync(product, 'the old book')
  return {folder, product}
}

interface Ended extends Run {
  readonly pid: number
  /** From the signal to the end. */
  readonly tookMs: number
}

/** Builds the book and sends a signal so many ms after the first unit was printed. */
async function interrupt(folder: string, signal: NodeJS.Signals, afterMs: number): Promise<Ended> {
  let pid = 0
  let sentAt = 0
  const run = await runProgram(['build', 'notes', '--no-cache'], {
    cwd: folder,
    onStart: child => {
      pid = child.pid ?? 0
      child.stderr?.once('data', () => setTimeout(() => {
        sentAt = performance.now()
        child.kill(signal)
      }, afterMs))
    }
  })
  return {...run, pid, tookMs: performance.now() - sentAt}
}

const leftFolders = (pid: number) => readdirSync(tmpdir()).filter(name => name.startsWith(`space-hacks-chromium-${pid}-`))

const momentsMs = [0, 50, 150, 400, 900]

test.each([
  ...momentsMs.map(afterMs => ['SIGINT', afterMs] as const),
  ['SIGTERM', 150],
  ['SIGHUP', 150]
] as const)('%s %i ms into printing ends with 130, at once, and leaves the old book and no Chromium', async (signal, afterMs) => {
  const {folder, product} = longBook()
  const run = await interrupt(folder, signal, afterMs)
  expect(run).toMatchObject({status: 130, signal: null, stdout: ''})
  expect(run.stderr).toMatch(/Interrupted\.\n$/)
  expect(run.tookMs).toBeLessThan(3000)
  await expect.poll(() => chromiumsOf(run.pid), {timeout: 5000}).toEqual([])
  expect(leftFolders(run.pid)).toEqual([])
  expect(readFileSync(product, 'utf8')).toBe('the old book')
  expect(readdirSync(join(folder, 'dist'))).toEqual(['notes.pdf'])
})

test.each([0, 400])('killed %i ms into printing, it leaves the old book, and Chromium ends by itself', async afterMs => {
  const {folder, product} = longBook()
  const {signal, pid} = await interrupt(folder, 'SIGKILL', afterMs)
  expect(signal).toBe('SIGKILL')
  expect(readFileSync(product, 'utf8')).toBe('the old book')
  await expect.poll(() => chromiumsOf(pid), {timeout: 10_000}).toEqual([])
  // The next build tidies up after it.
  writeFileSync(join(folder, 'dist', `.notes.pdf.${pid}.new`), 'half')
  mkdirSync(join(folder, 'short'))
  writeFileSync(join(folder, 'short/notes.md'), '# Short\n\nWords.\n')
  expect((await runProgram(['build', 'short', '--no-cache'], {cwd: folder})).status).toBe(0)
  expect(leftFolders(pid)).toEqual([])
  expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['notes.pdf', 'short.html', 'short.pdf'])
})

test.each([0, 15, 100, 150, 1000])('an error of the program itself, %i ms after Chromium began to start, leaves no Chromium either', async afterMs => {
  const {folder} = longBook()
  const preload = join(folder, 'fail.mjs')
  writeFileSync(preload, `
    import {readdirSync} from 'node:fs'
    import {tmpdir} from 'node:os'
    const isStarting = () => readdirSync(tmpdir()).some(name => name.startsWith('space-hacks-chromium-' + process.pid + '-'))
    const watch = setInterval(() => {
      if (!isStarting()) return
      clearInterval(watch)
      setTimeout(() => { throw new Error('of our own') }, ${afterMs})
    }, 1)
  `)
  let pid = 0
  const run = await runProgram(['build', 'notes', '--no-cache'], {cwd: folder, env: {NODE_OPTIONS: `--import=${preload}`}, onStart: child => (pid = child.pid ?? 0)})
  expect(run.status).not.toBe(0)
  expect(run.stderr).toContain('of our own')
  await expect.poll(() => chromiumsOf(pid), {timeout: 5000}).toEqual([])
  expect(leftFolders(pid)).toEqual([])
  expect(existsSync(join(folder, 'dist/notes.html'))).toBe(false)
})
