// Tests by what they need: `unit` nothing, `chromium` a Chromium, `e2e` the compiled program as well.

import {defineConfig} from 'vitest/config'
import {BaseSequencer, type TestSpecification} from 'vitest/node'
import {findChromium} from './scripts/io/find-chromium.ts'

const chromium = await findChromium(process.env).catch((error: unknown) => {
  if (process.env.CI) throw error
  console.error('\n\u001b[43;30m SKIPPED \u001b[0m Without a Chromium no test of printing, of the program and of its PDFs runs. `npm test` fetches one.\n')
  return undefined
})
if (chromium) process.env.SPACE_HACKS_CHROMIUM = chromium.executablePath

/** Files that take minutes, the longest first. */
const longest = ['edition/manuscript.chromium', 'accessibility/screen.chromium', 'accessibility/random-books.chromium', 'setup/fresh-clone.e2e', 'review/real-loop.e2e']

/** What takes long begins first, so that no worker is alone with it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({moduleId}: TestSpecification) => {
      const index = longest.findIndex(name => moduleId.endsWith(`/tests/${name}.test.ts`))
      return index < 0 ? longest.length : index
    }
    return [...await super.sort(files)].sort((a, b) => rank(a) - rank(b))
  }
}

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
    sequence: {sequencer: LongestFirst},
    projects: [
      {test: {name: 'unit', isolate: false, include: ['tests/**/*.test.ts'], exclude: [...chromiumTests, ...programTests], testTimeout: 20_000}},
      ...(chromium ? chromiumProjects : [])
    ]
  }
})
