// A build killed at any moment leaves the old book or the new one, whole, and a cache that the next build can trust.

import {copyFileSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {opens, openTestBook} from '../support/book-test.ts'
import {runProgram} from '../support/run-program.ts'

const moments = 8

it('leaves the old book or the new one, and a cache from which the next build makes what a fresh one would', async () => {
  const book = openTestBook('stock')
  const out = join(book.folder, '../out')
  const product = join(out, 'stock.pdf')
  const build = (...options: string[]) => runProgram(['build', book.folder, '--out', out, ...options])
  const whole = performance.now()
  expect(await build()).toMatchObject({status: 0})
  const wholeMs = performance.now() - whole
  for (let moment = 1; moment <= moments; moment++) {
    const old = join(book.folder, '../old.pdf')
    copyFileSync(product, old)
    book.write('sections/hacks/extra.md', `# Extra ${moment}\n\n${`Words of round ${moment}, long enough to fill a page. `.repeat(60 * moment)}\n`)
    await runProgram(['build', book.folder, '--out', out], {onStart: (child) => setTimeout(() => child.kill('SIGKILL'), (wholeMs * moment) / moments)})
    const left = readFileSync(product)
    expect(await opens(product)).toBe(true)
    if (!left.equals(readFileSync(old))) {
      expect(await build('--no-cache')).toMatchObject({status: 0})
      expect(left.equals(readFileSync(product))).toBe(true)
    }
  }
  expect(await build()).toMatchObject({status: 0})
  const afterKills = readFileSync(product)
  expect(await build('--no-cache')).toMatchObject({status: 0})
  expect(readFileSync(product).equals(afterKills)).toBe(true)
})
