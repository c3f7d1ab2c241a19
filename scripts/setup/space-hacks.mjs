#!/usr/bin/env node
// Setup: the command `space-hacks`. In a clone it compiles first what was changed since the last time.

import {canCompile, compileProgram} from './compile.mjs'

if (canCompile()) await compileProgram()
await import('../../dist/cli/cli.js')
