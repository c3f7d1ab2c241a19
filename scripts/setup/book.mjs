// Setup: `npm run book`, from a fresh clone to the book. Arguments after `--` go to `space-hacks build`.

import './ensure-node.mjs'
import {ensurePackages} from './ensure-packages.mjs'

ensurePackages()
const {compileProgram} = await import('./compile.mjs')
await compileProgram()
const {ensureChromium} = await import('./ensure-chromium.mjs')
await ensureChromium()
process.argv.splice(2, 0, 'build')
await import('../../dist/cli/cli.js')
