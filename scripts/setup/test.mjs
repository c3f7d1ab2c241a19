// Setup: `npm test`, from a fresh clone to the verdict: types, lint and every test.

import './ensure-node.mjs'
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {ensurePackages} from './ensure-packages.mjs'

ensurePackages()
const {compileProgram, compileTypes, root} = await import('./compile.mjs')
await compileProgram()
const {ensureChromium} = await import('./ensure-chromium.mjs')
await ensureChromium()
const checks = await Promise.all([passes('Types', 'typescript/bin/tsc', '--noEmit'), passes('Lint', 'eslint/bin/eslint.js', '--max-warnings', '0')])
if (!checks.every(Boolean)) process.exit(1)
compileTypes()
if (!await passes('Tests', 'vitest/vitest.mjs', 'run')) process.exit(1)

async function passes(title, script, ...args) {
  console.error(`\n${title} …`)
  const start = performance.now()
  const [status] = await once(spawn(process.execPath, [join(root, 'node_modules', script), ...args], {cwd: root, stdio: ['ignore', 'inherit', 'inherit']}), 'close')
  console.error(`${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return status === 0
}
