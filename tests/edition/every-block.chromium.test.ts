// The stock book, which has every block once, keeps every invariant.

import {expect, it} from 'vitest'
import {examine, openTestBook} from '../support/book-test.ts'

it('builds the stock book without a fault', async () => {
  const book = openTestBook('stock')
  const build = await book.build()
  expect(build.diagnostics.map(String)).toEqual([])
  const {faults} = await examine(book, build)
  expect(faults).toEqual([])
})
