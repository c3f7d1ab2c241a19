// The README's commands and examples, as they stand, in a copy of the repository that has nothing installed.

import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {firstLine, manifestIn, markPdf} from '../support/mark-pdf.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const clone = mkdtempSync(join(tmpdir(), 'space-hacks-clone-'))

interface Example {
  readonly language: string
  /** File that the example is, or nothing. */
  readonly path: string | undefined
  readonly text: string
}

const examples: Example[] = [...readme.matchAll(/^```(\w+)(?: title="([^"]+)")?\n([^]*?)^```$/gm)].map(([, language = '', path, text = '']) => ({language, path, text}))
const commands = examples.filter(({language}) => language === 'sh').flatMap(({text}) => text.trim().split('\n'))
const fileAt = (ending: string) => examples.find(({path}) => path?.endsWith(ending))

function run(command: string): {status: number | null; stdout: string; stderr: string} {
  return spawnSync('bash', ['-c', command], {cwd: clone, encoding: 'utf8', env: {...process.env, npm_execpath: undefined, NODE_ENV: undefined}})
}

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(clone, path)), {recursive: true})
  writeFileSync(join(clone, path), text)
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(join(clone, path), 'utf8')
  expect(change(before)).not.toBe(before)
  write(path, change(before))
}

/** A command as somebody types it who has what it speaks of: files that came back, and comments with ids of their own. */
async function made(command: string): Promise<string> {
  if (command.includes(' review collect ')) {
    const draft = readFileSync(join(clone, 'dist/review/round-1/space-hacks-round-1-draft.pdf'))
    const block = (await manifestIn(draft)).blocks.find(({places}) => places !== undefined)!
    write('returned/draft.pdf', await markPdf(draft, [{subtype: 'Highlight', places: [firstLine(block)], words: 'Which chair?'}]))
    write('by-phone.csv', `Block,Comment,Who\n${block.id},More chairs,R2\n`)
  }
  if (!command.includes(' review decide ')) return command
  const ids = readdirSync(join(clone, 'manuscript/reviews/round-1/comments')).filter(name => name.endsWith('.yaml')).map(name => name.replace('.yaml', ''))
  expect(ids).toHaveLength(2)
  return ids.map(id => command.replace('m4kd2x7p', id)).join(' && ')
}

const html = () => readFileSync(join(clone, 'dist/space-hacks.html'), 'utf8')

beforeAll(() => {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {cwd: root, encoding: 'utf8'}).split('\0')
  for (const path of files) if (path !== '' && existsSync(join(root, path))) cpSync(join(root, path), join(clone, path))
})

afterAll(() => {
  rmSync(clone, {recursive: true, force: true})
})

describe('a newcomer with the README', () => {
  test('makes the book with the first command', () => {
    const [first] = commands
    expect(first).toBe('npm run book')
    const {status, stdout, stderr} = run(first!)
    expect(stderr).toContain('Installing packages (npm ci) …')
    expect(status).toBe(0)
    const promised = examples.find(({text}) => text.startsWith('dist/'))!.text
    const numbers = (text: string) => text.replace(/[\d.]+ (pages|kB|MB)/g, 'N $1')
    expect(numbers(stdout)).toContain(numbers(promised))
    expect(readFileSync(join(clone, 'dist/space-hacks.pdf'), 'latin1')).toMatch(/^%PDF-/)
  })

  test('has a second command that runs every check', () => {
    expect(commands[1]).toBe('npm test')
    const {scripts} = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as {scripts: Record<string, string>}
    expect(scripts.test).toBe('node scripts/setup/test.mjs')
  })

  test.each(commands.slice(2).map(command => [command]))('can type `%s`', async command => {
    const {status, stderr} = run(await made(command))
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(status).toBe(0)
  })

  test('changes a sentence', () => {
    edit('manuscript/sections/about.md', text => text.replace('is a book of', 'is, as somebody just wrote, a book of'))
    expect(run('npm run book').status).toBe(0)
    expect(html()).toContain('is, as somebody just wrote, a book of')
  })

  test('adds a quote, and is told what is wrong when its name is misspelt', () => {
    const quote = fileAt('kettle.md')!
    write(quote.path!, quote.text)
    const call = examples.find(({text}) => text.startsWith('::quote['))!.text
    edit('manuscript/sections/about.md', text => `${text}\n${call.replace('kettle', 'ketle')}`)
    const refused = run('npx space-hacks check')
    expect(refused.status).toBe(1)
    const lines = (text: string) => text.split('\n').map(line => line.replace(/^ *(\d+:\d+-\d+:\d+|\d+ (?=\|)|(?=\|)|(?=hint))/, '').trim())
    const promised = lines(examples.find(({text}) => text.includes('ketle'))!.text)
    expect(lines(refused.stderr)).toEqual(expect.arrayContaining(promised))

    edit('manuscript/sections/about.md', text => text.replace('ketle', 'kettle'))
    expect(run('npm run book').status).toBe(0)
    expect(html()).toContain('The words, exactly as the person gave them.')
    expect(html()).toContain('How the person wants to be named')
  })

  test('adds a hack', () => {
    const hack = fileAt('open-the-window.md')!
    write(hack.path!, hack.text)
    edit(join(dirname(hack.path!), 'index.md'), text => text.replace('order:\n', 'order:\n  - open-the-window\n'))
    expect(run('npm run book').status).toBe(0)
    expect(html()).toContain('Fresh air helps.')
  })

  test('uses a fact that is there', () => {
    const [, fact] = /:fact\[([\w-]+)\]/.exec(readme) ?? []
    expect(readFileSync(join(clone, 'manuscript/facts.yaml'), 'utf8')).toContain(`${fact}:`)
  })
})

test('the README names every option of build', () => {
  const options = run('npx space-hacks build --help').stdout.match(/--[a-z-]+/g) ?? []
  const told = new Set(readme.match(/--[a-z-]+/g))
  expect(new Set(options).size).toBeGreaterThan(10)
  expect([...new Set(options)].filter(option => !told.has(option))).toEqual([])
})

describe('setup', () => {
  test('does nothing twice', () => {
    const compiled = statSync(join(clone, 'dist/cli/cli.js')).mtimeMs
    const {stderr} = run('npm run book')
    expect(stderr).not.toMatch(/Installing|Compiling|Downloading/)
    expect(statSync(join(clone, 'dist/cli/cli.js')).mtimeMs).toBe(compiled)
  })

  test('compiles what was changed', () => {
    const now = new Date()
    utimesSync(join(clone, 'scripts/cli.ts'), now, now)
    expect(run('npx space-hacks --version').stderr).toContain('Compiling')
    expect(run('npx space-hacks --version').stderr).not.toContain('Compiling')
  })

  test('changes no file of the repository', () => {
    const {stdout} = spawnSync('diff', ['-q', join(root, 'package-lock.json'), join(clone, 'package-lock.json')], {encoding: 'utf8'})
    expect(stdout).toBe('')
  })
})
