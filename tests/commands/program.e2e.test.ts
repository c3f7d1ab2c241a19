import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createHash} from 'node:crypto'
import {describe, expect, onTestFinished, test} from 'vitest'
import type {BuildReport} from '../../scripts/commands/build-report.ts'
import {runProgram} from '../support/run-program.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const isRoot = process.getuid?.() === 0

/** A folder with a plain book in `notes`. */
function notes(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries({'notes/1-first.md': '# First\n\nSome words.\n', 'notes/2-second.md': '# Second\n\nMore words.\n', ...files})) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const warning = {'notes/3-third.md': '# Third\n\n### Two levels at once\n\nWords.\n'}
const error = {'notes/3-third.md': '# Third\n\nWords and\n\n:::tipp\n\nmore\n\n:::\n'}

describe('what it says of itself', () => {
  test('its version', async () => {
    const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string}
    expect(await runProgram(['--version'])).toMatchObject({status: 0, stdout: `${version}\n`, stderr: ''})
  })

  test('how it is used', async () => {
    const run = await runProgram(['--help'])
    expect(run).toMatchObject({status: 0, stderr: ''})
    for (const word of ['build', 'check', 'doctor', 'Examples:', 'Exit codes:', '130']) expect(run.stdout).toContain(word)
    expect(Math.max(...run.stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(90)
  })

  test('every option of build', async () => {
    const {stdout} = await runProgram(['build', '--help'])
    const options = ['--edition', '--profile', '--paper', '--format', '--out', '--jobs', '--no-cache', '--strict', '--keep-going', '--quiet', '--json']
    for (const option of options) expect(stdout).toContain(option)
  })
})

describe('wrong usage ends with 2', () => {
  test.each([
    [['build', '--papre', 'a4'], 'Did you mean --paper?'],
    [['biuld'], 'Did you mean build?'],
    [['build', '--paper', 'legal'], 'Expected letter or a4'],
    [['build', '--format', 'pdf,epub'], 'pdf,html'],
    [['build', '--jobs', '0'], 'from 1 to 64'],
    [['build', 'one', 'two'], 'too many arguments'],
    [['build', 'no/such/book'], '`no/such/book`'],
    [['build', 'notes/1-first.md'], 'name the folder'],
    [['build', 'notes', '--profile', 'prnt'], 'did you mean `print`?'],
    [['build', 'notes', '--profile', 'screen,prnt'], 'did you mean `print`?'],
    [['build', 'notes', '--profile', 'all', '--accessibility'], 'expected one edition and one profile']
  ])('%j', async (args, words) => {
    const run = await runProgram(args, {cwd: notes()})
    expect(run).toMatchObject({status: 2, stdout: ''})
    expect(run.stderr).toContain(words)
    expect(run.stderr).not.toMatch(/^\s+at /m)
  })

  test('a part of a book, and a book that one is inside of', async () => {
    const cwd = notes({'book/book.yaml': 'title: T\n', 'book/sections/a/one.md': '# One\n'})
    const part = await runProgram(['build', 'book/sections/a'], {cwd})
    expect(part).toMatchObject({status: 2, stdout: ''})
    expect(part.stderr).toContain('name the whole book: `book`')
    const inside = await runProgram(['build'], {cwd: join(cwd, 'book')})
    expect(inside).toMatchObject({status: 2, stdout: ''})
    expect(inside.stderr).toContain('`space-hacks build .`')
  })

  test('SOURCE_DATE_EPOCH that is no number', async () => {
    const run = await runProgram(['build', 'notes'], {cwd: notes(), env: {SOURCE_DATE_EPOCH: 'tomorrow'}})
    expect(run).toMatchObject({status: 2, stdout: ''})
    expect(run.stderr).toContain('`tomorrow`')
  })

  test('and is told to whoever reads JSON', async () => {
    for (const args of [['build', 'nowhere', '--json'], ['build', '--json', '--papre']]) {
      const {status, stdout} = await runProgram(args, {cwd: notes()})
      expect(status).toBe(2)
      expect(JSON.parse(stdout)).toMatchObject({ok: false, outputs: [], diagnostics: [{level: 'error', ruleId: 'usage'}]})
    }
  })
})

describe('build', () => {
  test('says what HTML does not heed, and takes sizes in capitals', async () => {
    const cwd = notes()
    const {status, stderr} = await runProgram(['build', 'notes', '--format', 'html', '--paper', 'A4', '--profile', 'screen'], {cwd})
    expect(status).toBe(0)
    expect(stderr).toContain('note: --profile screen is for PDFs, and changes nothing in HTML\nnote: --paper a4 is')
  })

  test('writes the PDF and the HTML, and says where', async () => {
    const cwd = notes()
    const {status, stdout, stderr} = await runProgram(['build', 'notes'], {cwd})
    expect(status).toBe(0)
    expect(stdout).toMatch(/^dist\/notes\.pdf {3}\d+ pages, \d+ kB\ndist\/notes\.html {2}\d+ kB\n$/)
    expect(stderr).toMatch(/^Printing.*\n(.*\n)*Built in [\d.]+ s\.\n$/)
    expect(stderr).not.toContain('\r')
    expect(readdirSync(join(cwd, 'dist')).sort()).toEqual(['notes.html', 'notes.pdf'])
    expect(readFileSync(join(cwd, 'dist/notes.pdf'), 'latin1')).toMatch(/^%PDF-1/)
  })

  test('--quiet says nothing, --out and --format choose', async () => {
    const cwd = notes()
    expect(await runProgram(['build', 'notes', '--quiet', '--out', 'a/b', '--format', 'html'], {cwd})).toEqual({status: 0, signal: null, stdout: '', stderr: ''})
    expect(readdirSync(join(cwd, 'a/b'))).toEqual(['notes.html'])
  })

  test('HTML alone wants no Chromium', async () => {
    const env = {SPACE_HACKS_CHROMIUM: '/nowhere/chromium'}
    expect(await runProgram(['build', 'notes', '--format', 'html', '--no-cache'], {cwd: notes(), env})).toMatchObject({status: 0})
  })

  test('--json prints one object, and nothing else', async () => {
    const cwd = notes(warning)
    const {status, stdout} = await runProgram(['build', 'notes', '--json', '--no-cache'], {cwd})
    expect(status).toBe(0)
    const report = JSON.parse(stdout) as BuildReport
    expect(Object.keys(report)).toEqual(['ok', 'outputs', 'diagnostics', 'pageMap', 'anchors', 'timings', 'cache'])
    expect(report.ok).toBe(true)
    expect(report.outputs.map(({kind, path}) => [kind, path])).toEqual([['pdf', 'dist/notes.pdf'], ['html', 'dist/notes.html']])
    for (const {path, bytes, sha256} of report.outputs) {
      const written = readFileSync(join(cwd, path))
      expect(written.length).toBe(bytes)
      expect(createHash('sha256').update(written).digest('hex')).toBe(sha256)
    }
    expect(report.diagnostics).toEqual([{file: '3-third.md', line: 3, column: 1, level: 'warning', ruleId: 'heading-skip', message: expect.any(String) as string, hint: expect.any(String) as string}])
    expect(report.outputs[0]?.pages).toBe(report.pageMap.length)
    expect(report.pageMap.map(({index}) => index)).toEqual(report.pageMap.map((_, index) => index))
    expect(report.pageMap.every(({index, side}) => side === (index % 2 === 0 ? 'recto' : 'verso'))).toBe(true)
    for (const index of Object.values(report.anchors)) expect(report.pageMap[index]).toBeDefined()
    expect(Object.values(report.timings).every(ms => ms >= 0)).toBe(true)
    expect(report.cache).toEqual({hits: 0, misses: expect.any(Number) as number})
  })

  test('--strict counts warnings', async () => {
    const cwd = notes(warning)
    const {status, stderr} = await runProgram(['build', 'notes', '--strict', '--no-cache'], {cwd})
    expect(status).toBe(1)
    expect(stderr).toContain('notes/3-third.md')
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('errors end with 1, show the line, and leave the old output as it was', async () => {
    const cwd = notes()
    await runProgram(['build', 'notes'], {cwd})
    const before = readFileSync(join(cwd, 'dist/notes.pdf'))
    writeFileSync(join(cwd, 'notes/3-third.md'), error['notes/3-third.md'])
    const run = await runProgram(['build', 'notes'], {cwd})
    expect(run).toMatchObject({status: 1, stdout: ''})
    expect(run.stderr).toContain('notes/3-third.md\n')
    expect(run.stderr).toMatch(/5:1.* error .*`:::tipp`.* directive-unknown/)
    expect(run.stderr).toContain('5 | :::tipp')
    expect(run.stderr).toContain('Nothing was written')
    expect(run.stderr).not.toMatch(/^\s+at /m)
    expect(readFileSync(join(cwd, 'dist/notes.pdf')).equals(before)).toBe(true)
  })

  test('--keep-going builds in spite of errors, and still ends with 1', async () => {
    const cwd = notes(error)
    const {status, stdout} = await runProgram(['build', 'notes', '--keep-going', '--no-cache'], {cwd})
    expect(status).toBe(1)
    expect(stdout).toContain('dist/notes.pdf')
    expect(readdirSync(join(cwd, 'dist')).sort()).toEqual(['notes.html', 'notes.pdf'])
  })

  test('does not mind a reader who leaves', () => {
    const command = `"${process.execPath}" "${join(root, 'dist/cli/cli.js')}" build notes --json | head -c 1; echo " \${PIPESTATUS[0]}"`
    const {stdout, stderr} = spawnSync('bash', ['-c', command], {cwd: notes(), encoding: 'utf8'})
    expect(stdout).toBe('{ 0\n')
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m)
  })

  test('builds twice at once, with the same bytes', async () => {
    const cwd = notes()
    const runs = await Promise.all(['a', 'b', 'c'].map(out => runProgram(['build', 'notes', '--quiet', '--out', out], {cwd})))
    expect(runs.map(({status}) => status)).toEqual([0, 0, 0])
    const [a, b, c] = ['a', 'b', 'c'].map(out => readFileSync(join(cwd, out, 'notes.pdf')))
    expect(a!.equals(b!) && b!.equals(c!)).toBe(true)
  })
})

describe('check', () => {
  test('finds nothing in a book without problems, and writes nothing', async () => {
    const cwd = notes()
    expect(await runProgram(['check', 'notes'], {cwd})).toMatchObject({status: 0, stdout: '', stderr: 'No problems found.\n'})
    expect(readdirSync(cwd)).toEqual(['notes'])
  })

  test('reports what build reports', async () => {
    const cwd = notes({...error, 'notes/4-fourth.md': warning['notes/3-third.md']})
    const checked = await runProgram(['check', 'notes', '--json'], {cwd})
    const built = await runProgram(['build', 'notes', '--json'], {cwd})
    expect([checked.status, built.status]).toEqual([1, 1])
    expect((JSON.parse(checked.stdout) as BuildReport).diagnostics).toEqual((JSON.parse(built.stdout) as BuildReport).diagnostics)
    expect((await runProgram(['check', 'notes'], {cwd})).stderr).toMatch(/1 error, 1 warning\n$/)
  })
})

describe('what the computer lacks ends with 3', () => {
  test('a Chromium', async () => {
    const cwd = notes()
    const run = await runProgram(['build', 'notes', '--no-cache'], {cwd, env: {SPACE_HACKS_CHROMIUM: '/nowhere/chromium'}})
    expect(run).toMatchObject({status: 3, stdout: ''})
    expect(run.stderr).toContain('`/nowhere/chromium`')
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('a Chromium that starts', async () => {
    const cwd = notes()
    const fake = join(cwd, 'chromium')
    writeFileSync(fake, '#!/bin/sh\n[ "$1" = --version ] && echo "Chromium 1.2.3.4" && exit 0\nexit 1\n')
    chmodSync(fake, 0o755)
    const run = await runProgram(['build', 'notes', '--json', '--no-cache'], {cwd, env: {SPACE_HACKS_CHROMIUM: fake}})
    expect(run.status).toBe(3)
    expect(run.stderr).not.toMatch(/^\s+at /m)
    expect(JSON.parse(run.stdout)).toMatchObject({ok: false, diagnostics: [{ruleId: 'environment', level: 'error'}]})
  })

  test('a folder that may be written', async () => {
    const cwd = notes()
    chmodSync(cwd, 0o555)
    // Root may write everywhere.
    const run = await runProgram(['build', 'notes'], {cwd, ...(isRoot ? {uid: 65534, gid: 65534} : {})})
    chmodSync(cwd, 0o755)
    expect(run).toMatchObject({status: 3, stdout: ''})
    expect(run.stderr).toBe('error: Nothing was written to `dist`: the folder may not be written\nhint: change its permissions, or choose another folder with `--out`\n')
  })

  test('room on the disk', async ({skip}) => {
    const cwd = notes()
    const disk = join(cwd, 'disk')
    mkdirSync(disk)
    const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0
    skip(!mounted, 'No small disk can be made here')
    onTestFinished(() => {
      execFileSync('umount', [disk])
    })
    writeFileSync(join(disk, 'notes.pdf'), 'old')
    const run = await runProgram(['build', 'notes', '--out', 'disk'], {cwd})
    expect(run).toMatchObject({status: 3, stdout: ''})
    expect(run.stderr).toContain('the disk is full')
    expect(readdirSync(disk)).toEqual(['notes.pdf'])
    expect(readFileSync(join(disk, 'notes.pdf'), 'utf8')).toBe('old')
  })
})

describe('doctor', () => {
  test('finds everything here', async () => {
    const {status, stdout} = await runProgram(['doctor'], {cwd: notes()})
    expect(status).toBe(0)
    for (const words of ['Node', process.versions.node, 'Chromium', 'Chromium starts', 'Fonts', 'Source Serif 4', 'Ready to build.']) expect(stdout).toContain(words)
  })

  test('says what is missing, and ends with 3', async () => {
    const cwd = notes()
    writeFileSync(join(cwd, 'dist'), 'a file')
    const {status, stdout} = await runProgram(['doctor', '--json', '--out', 'dist/here'], {cwd, env: {SPACE_HACKS_CHROMIUM: '/nowhere/chromium'}})
    expect(status).toBe(3)
    const {ok, findings} = JSON.parse(stdout) as {ok: boolean; findings: {name: string; state: string; hint?: string}[]}
    expect(ok).toBe(false)
    const missing = findings.filter(({state}) => state === 'missing')
    expect(missing.map(({name}) => name)).toEqual(['Chromium', 'Output'])
    expect(missing.every(({hint}) => hint !== undefined && hint !== '')).toBe(true)
  })

  test.runIf(isRoot)('notes a Chromium that only starts without its sandbox', async () => {
    const cwd = notes()
    const strict = join(cwd, 'chromium')
    writeFileSync(strict, `#!/bin/sh\ncase "$*" in --version|*--no-sandbox*) exec "${process.env.SPACE_HACKS_CHROMIUM}" "$@";; esac\nexit 1\n`)
    for (const path of [cwd, strict]) chmodSync(path, 0o755)
    const out = join(cwd, 'out')
    mkdirSync(out)
    chmodSync(out, 0o777)
    const options = {cwd, uid: 65534, gid: 65534, env: {SPACE_HACKS_CHROMIUM: strict, HOME: '/nowhere'}}
    const {status, stdout} = await runProgram(['doctor', '--out', 'out'], options)
    expect(stdout).toMatch(/note +Start +Chromium starts, without its sandbox/)
    expect(status).toBe(0)
    expect((await runProgram(['build', 'notes', '--out', 'out', '--no-cache'], options)).stderr).toContain('does not let Chromium have its sandbox')
  })
})

test('works from a copy of the package that may not be written', async ({skip}) => {
  skip(!isRoot, 'Only root can start a process as another user')
  const cwd = notes()
  const copy = join(cwd, 'package')
  for (const path of ['package.json', 'templates', 'dist/cli', 'node_modules/@fontsource']) cpSync(join(root, path), join(copy, path), {recursive: true})
  chmodSync(cwd, 0o755)
  const out = join(cwd, 'out')
  mkdirSync(out)
  chmodSync(out, 0o777)
  const {stdout, status} = spawnSync(process.execPath, [join(copy, 'dist/cli/cli.js'), 'build', 'notes', '--out', 'out'], {cwd, uid: 65534, gid: 65534, encoding: 'utf8', env: {...process.env, HOME: '/nowhere'}})
  expect(stdout).toContain('out/notes.pdf')
  expect(status).toBe(0)
})

describe('a web site', () => {
  test('has every profile and a page that leads to them, the same bytes each time, and nothing of the site before', async () => {
    const cwd = notes({'notes/book.yaml': 'title: Notes\nlanguage: en\nname: notes\n', 'notes/sections/one.md': '# One\n\nWords.\n'})
    const first = await runProgram(['build', 'notes', '--format', 'site'], {cwd})
    expect(first).toMatchObject({status: 0})
    expect(first.stderr).toContain('Book 4 of 4: ')
    const site = join(cwd, 'dist/site')
    const names = ['index.html', 'notes-grayscale.pdf', 'notes-large-print.pdf', 'notes-screen.pdf', 'notes.html', 'notes.pdf']
    expect(readdirSync(site).sort()).toEqual(names)
    expect(readdirSync(join(cwd, 'dist'))).toEqual(['site'])
    const page = readFileSync(join(site, 'index.html'), 'utf8')
    for (const name of names.slice(1)) expect(page).toContain(`href="${name}"`)
    const pages = /notes-screen\.pdf +(\d+ pages, \d+ kB)/.exec(first.stdout)![1]
    expect(page).toContain(`PDF, ${pages}`)
    const wayHome = '<a href="index.html">'
    expect(readFileSync(join(site, 'notes.html'), 'utf8')).toContain(wayHome)
    expect(await runProgram(['build', 'notes', '--format', 'html', '--out', 'alone'], {cwd})).toMatchObject({status: 0})
    expect(readFileSync(join(cwd, 'alone/notes.html'), 'utf8')).not.toContain(wayHome)

    const again = await runProgram(['build', 'notes', '--format', 'site', '--profile', 'screen', '--no-cache'], {cwd})
    expect(again).toMatchObject({status: 0})
    const before = page.match(/<style>[^]*<\/style>/)![0]
    expect(readdirSync(site).sort()).toEqual(['index.html', 'notes-screen.pdf', 'notes.html'])
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain(before)
    expect((await runProgram(['build', 'notes', '--format', 'site'], {cwd})).status).toBe(0)
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe(page)
  })

  test('is not put in the place of somebody else’s folder', async () => {
    const cwd = notes()
    mkdirSync(join(cwd, 'dist/site'), {recursive: true})
    writeFileSync(join(cwd, 'dist/site/index.html'), 'mine')
    const run = await runProgram(['build', 'notes', '--format', 'site'], {cwd})
    expect(run).toMatchObject({status: 3, stdout: ''})
    expect(run.stderr).toContain('that is no site of a book')
    expect(readFileSync(join(cwd, 'dist/site/index.html'), 'utf8')).toBe('mine')
  })

  test('is left as it was when the manuscript has errors', async () => {
    const cwd = notes()
    expect((await runProgram(['build', 'notes', '--format', 'site', '--profile', 'screen'], {cwd})).status).toBe(0)
    const before = readdirSync(join(cwd, 'dist/site'))
    writeFileSync(join(cwd, 'notes/3-third.md'), '# Third\n\n:::tipp\n\nmore\n\n:::\n')
    expect((await runProgram(['build', 'notes', '--format', 'site', '--profile', 'screen'], {cwd})).status).toBe(1)
    expect(readdirSync(join(cwd, 'dist/site'))).toEqual(before)
  })
})
