// Building again: the same bytes from the same book wherever it stands, and only what has changed is printed again.

import {describe, expect, it} from 'vitest'
import {examine, openTestBook} from '../support/book-test.ts'

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

describe('the same book', () => {
  it('gives the same bytes in another folder, with other jobs, from the cache and without it', async () => {
    const book = openTestBook('stock')
    const first = await book.build({jobs: 1})
    const elsewhere = await openTestBook('stock').build({jobs: 3})
    const again = await book.build({jobs: 2})
    expect(sameBytes(elsewhere.pdf, first.pdf)).toBe(true)
    expect(elsewhere.html).toBe(first.html)
    expect(sameBytes(again.pdf, first.pdf)).toBe(true)
    expect(again.html).toBe(first.html)
  })
})

describe('a changed book', () => {
  it('prints nothing when nothing has changed', async () => {
    const book = openTestBook('stock')
    expect((await book.build()).printed.length).toBeGreaterThan(5)
    expect((await book.build()).printed).toEqual([])
  })

  it('prints the one unit whose words have changed', async () => {
    const book = openTestBook('stock')
    await book.build()
    book.edit('sections/last-words.md', 'Come back', 'Please come back')
    const build = await book.build()
    expect(build.printed).toEqual(['last-words'])
    expect((await examine(book, build)).faults).toEqual([])
  })

  it('prints no unit that only moves to other pages', async () => {
    const book = openTestBook('stock')
    await book.build()
    book.write('sections/hacks/aaa-first.md', `# A first hack\n\n${'It needs many words. '.repeat(300)}\n`)
    const build = await book.build()
    expect(build.printed).not.toContain('forms')
    expect(build.printed).not.toContain('last-words')
    expect((await examine(book, build)).faults).toEqual([])
  })

  it('is the book that a fresh build makes', async () => {
    const book = openTestBook('stock')
    await book.build()
    book.edit('sections/hacks/quiet-room.md', '- A chair', '- A chair\n- Another chair')
    const changed = await book.build()
    const fresh = await openTestBook('stock', {'sections/hacks/quiet-room.md': book.read('sections/hacks/quiet-room.md')}).build()
    expect(sameBytes(changed.pdf, fresh.pdf)).toBe(true)
  })
})
