// Bench: compiles the bench and runs it: `npm run bench`, or `node tests/bench/run.mjs --pages 100`.

import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {build} from 'esbuild'
import {compileProgram} from '../../scripts/setup/compile.mjs'

const projectFolder = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(projectFolder, 'node_modules/.cache/space-hacks')
const outfile = join(folder, 'bench.mjs')

mkdirSync(folder, {recursive: true})
await compileProgram()
await build({
  entryPoints: [join(projectFolder, 'tests/bench/bench.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  define: {SOURCE_HASH: '"bench"'},
  logLevel: 'warning'
})
const {runBench} = await import(pathToFileURL(outfile).href)
await runBench(projectFolder)
