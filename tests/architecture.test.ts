// Which way imports may go, who may touch the outside world, and that ARCHITECTURE.md tells of every folder.

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What the files of a folder may import: whole folders, single files, and folders of which only types. */
interface Law {
  readonly values: readonly string[]
  readonly types: readonly string[]
}

const models = ['book', 'diagnostics']

const laws: Readonly<Record<string, Law>> = {
  book: {values: [], types: []},
  pdf: {values: [], types: []},
  diagnostics: {values: [], types: []},
  io: {values: ['diagnostics'], types: []},
  read: {values: models, types: ['io']},
  render: {values: models, types: ['io', 'read']},
  print: {values: [...models, 'io/browser.ts', 'io/environment-error.ts', 'render/structure-key.ts'], types: ['render']},
  assemble: {values: [...models, 'pdf', 'render/structure-key.ts'], types: ['render', 'print']},
  describe: {values: [...models, 'pdf'], types: []},
  accessibility: {values: models, types: ['describe']},
  edition: {values: [...models, 'pdf', 'read', 'render', 'print', 'assemble'], types: ['io']},
  site: {values: [...models, 'render'], types: ['io']},
  review: {values: [...models, 'pdf', 'read', 'render', 'assemble'], types: ['io']},
  commands: {values: [...models, 'pdf', 'io', 'read', 'describe', 'accessibility', 'edition', 'review', 'site', 'print'], types: []},
  'cli.ts': {values: ['commands', 'io'], types: ['edition']},
  'library.ts': {values: ['commands', 'edition', 'io'], types: []}
}

interface Import {
  /** Path below `scripts/`. */
  readonly from: string
  /** Path below `scripts/`, or the name of a package. */
  readonly to: string
  readonly isLocal: boolean
  readonly isType: boolean
}

const files = readdirSync(join(root, 'scripts'), {recursive: true, encoding: 'utf8'})
  .filter(path => path.endsWith('.ts'))
  .map(path => path.replaceAll('\\', '/'))
  .sort()
const textOf = (path: string) => readFileSync(join(root, 'scripts', path), 'utf8')
const imports = files.flatMap(importsOf)
const folderOf = (path: string) => path.split('/')[0]!

function importsOf(from: string): Import[] {
  const text = textOf(from)
  const fixed = [...text.matchAll(/^(?:import|export)( type)? ?(\{[^}]*\}|[^'"]*?)(?: from )?'([^']+)'/gm)]
  const late = [...text.matchAll(/\bimport\('([^']+)'\)/g)]
  return [
    ...fixed.map(([, type, names = '', target = '']) => importTo(from, target, type !== undefined || hasOnlyTypes(names))),
    ...late.map(([, target = '']) => importTo(from, target, false))
  ]
}

function hasOnlyTypes(names: string): boolean {
  return /^\{\s*(type\s[^,}]+,?\s*)+\}$/.test(names)
}

function importTo(from: string, target: string, isType: boolean): Import {
  const isLocal = target.startsWith('.')
  return {from, to: isLocal ? join(dirname(from), target).replaceAll('\\', '/') : target, isLocal, isType}
}

describe('imports', () => {
  test('were found', () => {
    expect(imports.filter(({isLocal}) => isLocal).length).toBeGreaterThan(files.length)
    expect(imports.some(({isType}) => isType)).toBe(true)
  })

  test.each([...new Set(files.map(folderOf))])('of %s go the way the law allows', folder => {
    const law = laws[folder]
    expect(law, `a law for ${folder}`).toBeDefined()
    const broken = imports
      .filter(({from, to, isLocal}) => folderOf(from) === folder && isLocal && folderOf(to) !== folder)
      .filter(({to, isType}) => ![...law!.values, ...(isType ? law!.types : [])].some(allowed => allowed === to || allowed === folderOf(to)))
    expect(broken.map(({from, to}) => `${from} imports ${to}`)).toEqual([])
  })

  test('make no circle, types included', () => {
    const targets = importsByFile()
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, way: readonly string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (done.has(path) || way.includes(path)) return
      for (const {to, isLocal} of targets.get(path) ?? []) if (isLocal) visit(to, [...way, path])
      done.add(path)
    }
    for (const path of files) visit(path, [])
    expect(circles).toEqual([])
  })

  test.each([
    [/^puppeteer|^@puppeteer/, ['print', 'io']],
    [/^(node:)?fs\b/, ['io', 'commands']],
    [/^(node:)?child_process/, ['io']],
    [/^commander/, ['cli.ts']],
    [/^yaml$/, ['read', 'review']],
    [/^(saxes|papaparse)\b/, ['review']],
    [/^@libpdf/, ['pdf']],
    [/^pdfjs-dist/, ['io']],
    [/^(unified|remark-|rehype-)/, ['render', 'read']]
  ])('of %s stay where they belong', (name, folders) => {
    const elsewhere = imports.filter(({from, to, isLocal}) => !isLocal && name.test(to) && !folders.includes(folderOf(from)))
    expect(elsewhere.map(({from, to}) => `${from} imports ${to}`)).toEqual([])
  })
})

function importsByFile(): Map<string, Import[]> {
  const groups = new Map<string, Import[]>()
  for (const each of imports) groups.set(each.from, [...(groups.get(each.from) ?? []), each])
  return groups
}

describe('the outside world', () => {
  const filesWith = (pattern: RegExp) => files.filter(path => pattern.test(textOf(path).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')))
  const outside = (folders: readonly string[]) => (path: string) => !folders.includes(folderOf(path))

  test('is printed to by the program and its commands alone', () => {
    expect(filesWith(/\bconsole\.|\bprocess\.(stdout|stderr)|\{stdout/).filter(outside(['cli.ts', 'commands', 'io']))).toEqual([])
  })

  test('is left by the program alone', () => {
    expect(filesWith(/\bprocess\.(exit\(|exitCode)/).filter(outside(['cli.ts']))).toEqual([])
  })

  test('has one clock and one source of chance, and no stage uses them', () => {
    expect(filesWith(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\b|\brandomBytes\b/).filter(outside(['io', 'commands']))).toEqual([])
  })

  test('has variables that only io, commands and the program look at', () => {
    expect(filesWith(/\bprocess\.env\b/).filter(outside(['io', 'commands', 'cli.ts', 'library.ts']))).toEqual([])
  })
})

describe('files', () => {
  test('open with a line that says which stage they serve', () => {
    expect(files.filter(path => !textOf(path).startsWith('// ') && !textOf(path).startsWith('/* '))).toEqual([])
  })

  test('have names of one kind', () => {
    expect(files.filter(path => !/^([a-z]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path))).toEqual([])
    expect(files.filter(path => /(^|\/)(index|utils?|helpers?|common|misc)\.ts$/.test(path))).toEqual([])
  })
})

describe('ARCHITECTURE.md', () => {
  const told = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const foldersIn = (path: string) => readdirSync(join(root, path), {withFileTypes: true}).filter(entry => entry.isDirectory()).map(({name}) => name)

  test('names every folder', () => {
    const top = foldersIn('.').filter(name => !name.startsWith('.') && name !== 'node_modules')
    const names = [...top, ...foldersIn('scripts'), ...foldersIn('scripts/render')].map(name => `\`${name}/\``)
    expect(names.filter(name => !told.includes(name))).toEqual([])
  })

  test('names no file that is not there', () => {
    const named = [...told.matchAll(/`([\w-]+\/[\w/.-]+\.\w+|[\w-]+\.(?:ts|md))`/g)].map(([, path = '']) => path)
    const missing = named.filter(path => !existsSync(join(root, path)) && !existsSync(join(root, 'scripts', path)))
    expect(named.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })
})
