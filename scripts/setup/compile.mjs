// Setup: makes the program of its sources. Run as a script it compiles what is stale, types included.

import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {spawnSync} from 'node:child_process'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const programFolder = join(root, 'dist/cli')
const typesFolder = join(root, 'dist/types')
const dayMs = 24 * 60 * 60 * 1000

/** Bundles the program into `dist/cli` unless it is newer than its sources. Parts that only some commands need stay apart. */
export async function compileProgram() {
  const stamp = stampOf([join(root, 'scripts'), join(root, 'package-lock.json')])
  if (isFresh(programFolder, stamp)) return
  console.error('Compiling the program …')
  const {build} = await import('esbuild')
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: ['scripts/cli.ts', 'scripts/library.ts', 'scripts/io/find-chromium.ts', 'scripts/io/crop-thread.ts'],
    // It finds its own parts by where it lies.
    external: ['pdfjs-dist'],
    entryNames: '[name]',
    outdir: programFolder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Packages in CommonJS ask for Node's modules with `require`.
    banner: {js: "import {createRequire as createRequireOf} from 'node:module'; const require = createRequireOf(import.meta.url);"},
    plugins: [withoutSignatures],
    define: {SOURCE_HASH: JSON.stringify(hashOf(join(root, 'scripts')))},
    logLevel: 'warning',
    write: false
  })
  writeProgram(outputFiles)
  writeWhole(join(programFolder, 'stamp'), stamp)
}

/** The library that reads PDFs can sign them, too. We do not, and loading what it signs with takes a tenth of a second. */
const withoutSignatures = {
  name: 'without-signatures',
  setup(build) {
    build.onResolve({filter: /^(?:pkijs|asn1js)$/}, ({path}) => ({path, namespace: 'without-signatures'}))
    build.onLoad({filter: /./, namespace: 'without-signatures'}, () => ({contents: 'module.exports = {CryptoEngine: class {}}'}))
  }
}

/** Another process may be running the program: its parts stay for a day, and the entries, which keep their names, change last. */
function writeProgram(files) {
  mkdirSync(programFolder, {recursive: true})
  const isPart = ({path}) => /-[A-Z0-9]{8}\.js$/.test(path)
  for (const {path, contents} of [...files.filter(isPart), ...files.filter(file => !isPart(file))]) writeWhole(path, contents)
  const made = new Set(files.map(({path}) => path))
  for (const path of listFiles(programFolder)) {
    if (!made.has(path) && Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, {force: true})
  }
}

function writeWhole(path, contents) {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  renameSync(beside, path)
}

/** Writes the declarations of the library into `dist/types` unless they are newer than the sources. */
export function compileTypes() {
  const stamp = stampOf([join(root, 'scripts'), join(root, 'tsconfig.json')])
  if (isFresh(typesFolder, stamp)) return
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const {status} = spawnSync(process.execPath, [tsc, '-p', join(root, 'scripts/setup/tsconfig.types.json')], {stdio: ['ignore', 2, 2]})
  if (status !== 0) throw new Error('The types of the library could not be written')
  mkdirSync(typesFolder, {recursive: true})
  writeFileSync(join(typesFolder, 'stamp'), stamp)
}

/** False in a copy that was installed without the tools to compile, and while npm only writes its lock file. */
export function canCompile() {
  return existsSync(join(root, 'scripts/cli.ts')) && existsSync(join(root, 'node_modules/esbuild'))
}

/** Whether a folder was made from the sources as they are now. */
function isFresh(folder, stamp) {
  const path = join(folder, 'stamp')
  return existsSync(path) && readFileSync(path, 'utf8') === stamp
}

/** Names, sizes and times of the files, hashed: a look at two hundred files takes a few milliseconds, reading them takes more. */
function stampOf(paths) {
  const lines = paths.flatMap(listFiles).map(path => {
    const {size, mtimeMs} = statSync(path)
    return `${path} ${size} ${mtimeMs}`
  })
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

function hashOf(folder) {
  const hash = createHash('sha256')
  for (const path of listFiles(folder)) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap(entry => (entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)]))
}

if (process.argv[1] === fileURLToPath(import.meta.url) && canCompile()) {
  await compileProgram()
  compileTypes()
}
