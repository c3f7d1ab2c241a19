// Random nestings of all blocks: whatever stands in what, the PDF conforms to PDF/UA-1 and its tags say what the manuscript says.

import {copyFileSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import {examine, openTestBook} from '../support/book-test.ts'
import {findingLines, findVerapdf} from '../support/verapdf.ts'
import {randomBook} from './random-book.ts'

/** `SPACE_HACKS_FUZZ=300` tries as many seeds as it says, `SPACE_HACKS_FUZZ=300+100` those from 300 on. */
const [first = '1', count = '8'] = ((asked = '1+8') => (asked.includes('+') ? asked : `1+${asked}`).split('+'))(process.env.SPACE_HACKS_FUZZ)
const seeds = Array.from({length: Number(count)}, (_, index) => Number(first) + index)
/** Files that one run of Java is given; it keeps what it has read. */
const batch = 50

/** One fault brings others with it. */
const mostFaults = 3

const verapdf = await findVerapdf()
const pictures = fileURLToPath(new URL('../fixtures/books/accessible/figures/', import.meta.url))

/**
 * What may be said of a random manuscript: that its pages are not well filled, that it skips levels of headings, that links are vague, and that tables in tables are too wide for
 * a page, or narrower than Chromium can break over pages. What is lost in such a table is told, so no more than conformance is asked of the PDF; where no table is too
 * wide, nothing may be lost.
 */
const layoutRules = ['heading-stranded', 'layout-split', 'line-alone', 'page-near-empty', 'text-beyond-margin']
const allowedRules = new Set([...layoutRules, 'heading-skip', 'link-words', 'table-header', 'too-wide'])
const lossRules = new Set(['link-lost', 'picture-lost', 'text-lost'])

/** Blocks that shall not break, one in the other, may leave a page empty. */
const allowedFaults = /^pagesFilled/

it('conforms and reads as its manuscript', {timeout: 60_000 + seeds.length * 60_000}, async () => {
  const faults: string[] = []
  let examined = 0
  let waiting = new Map<string, Uint8Array>()
  const validate = async (): Promise<void> => {
    const findings = (await verapdf?.validate(waiting)) ?? []
    for (const [seed, found] of findings) faults.push(...findingLines(found).map((finding) => `${seed}: ${finding}`))
    waiting = new Map()
  }
  for (const seed of seeds) {
    const book = openTestBook('empty', randomBook(seed))
    mkdirSync(join(book.folder, 'figures'))
    for (const picture of ['chairs.svg', 'square.png']) copyFileSync(join(pictures, picture), join(book.folder, 'figures', picture))
    try {
      const build = await book.build({formats: ['pdf'], edition: 'desk', keepGoing: true})
      const isPrintable = !build.diagnostics.some(({ruleId}) => ruleId === 'too-wide')
      const unexpected = build.diagnostics.filter(({ruleId}) => !allowedRules.has(ruleId ?? '') && (isPrintable || !lossRules.has(ruleId ?? '')))
      const {faults: all} = await examine(book, build, 'desk')
      const found = isPrintable ? all.filter((fault) => !allowedFaults.test(fault)) : []
      if (isPrintable) examined++
      faults.push(...[...unexpected.map(String), ...found].slice(0, mostFaults).map((fault) => `seed ${seed}: ${fault}`))
      waiting.set(`seed ${seed}`, build.pdf)
    } catch (error) {
      faults.push(`seed ${seed}: ${String(error)}`)
    }
    if (waiting.size === batch) await validate()
  }
  if (waiting.size > 0) await validate()
  console.log(`${seeds.length} random books, ${examined} of them checked in full, the rest for conformance alone; ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
  expect(faults).toEqual([])
  expect(examined).toBeGreaterThanOrEqual(seeds.length / 2)
})
