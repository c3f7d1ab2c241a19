// Tests by what they need: `unit` nothing, `chromium` a Chromium, `e2e` the compiled program as well.

import {defineConfig} from 'vitest/config'
import {findChromium} from './scripts/io/find-chromium.ts'

const chromium = await findChromium(process.env).catch((error: unknown) => {
  if (process.env.CI) throw error
  console.error('\n\u001b[43;30m SKIPPED \u001b[0m Without a Chromium no test of printing, of the program and of its PDFs runs. `npm test` fetches one.\n')
  return undefined
})
if (chromium) process.env.SPACE_HACKS_CHROMIUM = chromium.executablePath

const chromiumTests = ['tests/**/*.chromium.test.ts']
const programTests = ['tests/**/*.e2e.test.ts']

const chromiumProjects = [
  {test: {name: 'chromium', include: chromiumTests, testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2, sequence: {groupOrder: 1}}},
  {
    test: {
      name: 'e2e',
      include: programTests,
      globalSetup: 'tests/support/compile-program.mjs',
      testTimeout: 180_000,
      hookTimeout: 180_000,
      maxWorkers: 2,
      sequence: {groupOrder: 2}
    }
  }
]

export default defineConfig({
  test: {
    projects: [
      {test: {name: 'unit', isolate: false, include: ['tests/**/*.test.ts'], exclude: [...chromiumTests, ...programTests], testTimeout: 20_000}},
      ...(chromium ? chromiumProjects : [])
    ]
  }
})
