import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openBookFiles} from '../../scripts/io/files.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {told} from './memory-files.ts'

test('the manuscript of Space Hacks is read without a word', () => {
  const {book, messages} = readBook(openBookFiles(join(import.meta.dirname, '../../manuscript')))
  expect(messages.map(told)).toEqual([])
  expect(book.plain).toBe(false)
  expect(book.name).toBe('space-hacks')
})
