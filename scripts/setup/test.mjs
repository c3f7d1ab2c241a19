// Setup: `npm test`, from a fresh clone to the verdict: types, lint and every test.

import './ensure-node.mjs'
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {ensurePackages} from './ensure-packages.mjs'

ensurePackages()
const {compileProgram, compileTypes, root} = await import('./compile.mjs')
run('Types', 'typescript/bin/tsc', '--noEmit')
await compileProgram()
compileTypes()
const {ensureChromium} = await import('./ensure-chromium.mjs')
await ensureChromium()
run('Lint', 'eslint/bin/eslint.js', '--max-warnings', '0')
run('Tests', 'vitest/vitest.mjs', 'run')

function run(title, script, ...args) {
  console.error(`\n${title} …`)
  const start = performance.now()
  const {status} = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {cwd: root, stdio: ['ignore', 'inherit', 'inherit']})
  if (status !== 0) process.exit(status ?? 1)
  console.error(`${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
