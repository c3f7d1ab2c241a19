// Test support: the tier `e2e` runs the program as people do, compiled.

export {compileProgram as default} from '../../scripts/setup/compile.mjs'
