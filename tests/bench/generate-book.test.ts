// The bench measures the same sound books in every run.

import {expect, it} from 'vitest'
import {readBook} from '../../scripts/read/read-book.ts'
import {memoryFiles} from '../read/memory-files.ts'
import {generateBook} from './generate-book.ts'

it('writes the same book for the same length, and another for another seed', () => {
  expect(generateBook(30)).toEqual(generateBook(30))
  expect(generateBook(30, 2)).not.toEqual(generateBook(30))
})

it('writes books that read without a message', () => {
  const {book, messages} = readBook(memoryFiles(Object.fromEntries(generateBook(300)), '/generated'))
  expect(messages.map(String)).toEqual([])
  expect(book.body.length).toBeGreaterThan(2)
})

it('links about once a page', () => {
  const links = [...generateBook(500).values()].join('').split(':ref[').length - 1
  expect(links).toBeGreaterThan(300)
  expect(links).toBeLessThan(1000)
})
