// Test support: the tier `e2e` runs the program as people do, compiled.

import {compileProgram, compileTypes} from '../../scripts/setup/compile.mjs'

export default async function compile() {
  await compileProgram()
  compileTypes()
}
