import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {FileRefused} from '../../scripts/diagnostics/file-refused.ts'
import {openBookFiles} from '../../scripts/io/files.ts'

let base = ''
let book = ''

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'book-files-'))
  book = join(base, 'book')
  mkdirSync(book)
})

afterEach(() => {
  rmSync(base, {recursive: true})
})

function write(path: string, text = 'x'): void {
  mkdirSync(dirname(join(base, path)), {recursive: true})
  writeFileSync(join(base, path), text)
}

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof FileRefused) return `${error.reason} ${error.path}`
    throw error
  }
  return 'no refusal'
}

describe('listing', () => {
  test('every file in natural order, without hidden ones, node_modules and a dist at the top', () => {
    for (const path of [
      'a10.md',
      'a9.md',
      'b/c.md',
      'b/dist/d.md',
      'dist/out.pdf',
      '.git/x',
      'b/.DS_Store',
      'node_modules/m/README.md',
      'b/node_modules/n.md'
    ])
      write(`book/${path}`)
    const files = openBookFiles(book)
    expect(files.list()).toEqual(['a9.md', 'a10.md', 'b/c.md', 'b/dist/d.md'])
    expect(files.folder).toBe(book)
  })

  test('what reviewers said of a book is no part of it, and a folder of that name without a registry is', () => {
    for (const path of ['a.md', 'reviews/b.md', 'text/reviews/c.md']) write(`book/${path}`)
    expect(openBookFiles(book).list()).toEqual(['a.md', 'reviews/b.md', 'text/reviews/c.md'])
    write('book/reviews/blocks.yaml')
    expect(openBookFiles(book).list()).toEqual(['a.md', 'text/reviews/c.md'])
    expect(openBookFiles(book).read('reviews/blocks.yaml')).toHaveLength(1)
  })

  test('links inside the book are followed, circles are not', () => {
    write('book/text/a.md')
    write('book/text/more/b.md')
    symlinkSync('text/a.md', join(book, 'same.md'))
    symlinkSync('text/more', join(book, 'shortcut'))
    symlinkSync('..', join(book, 'text/up'))
    symlinkSync('../more', join(book, 'text/more/self'))
    symlinkSync('../..', join(book, 'text/more/top'))
    expect(openBookFiles(book).list()).toEqual(['same.md', 'shortcut/b.md', 'text/a.md', 'text/more/b.md'])
  })

  test('a folder behind a link out of the book is listed with a slash, and not entered', () => {
    write('other/secret.md')
    symlinkSync('../other', join(book, 'shared'))
    const files = openBookFiles(book)
    expect(files.list()).toEqual(['shared/'])
    expect(refusal(() => files.read('shared/'))).toBe('outside shared/')
  })

  test('a book whose own folder is a link', () => {
    write('book/a.md')
    symlinkSync('book', join(base, 'link'))
    expect(openBookFiles(join(base, 'link')).list()).toEqual(['a.md'])
    expect(openBookFiles(join(base, 'link')).folder).toBe(book)
  })
})

describe('reading', () => {
  test('the bytes of a file', () => {
    write('book/b/é.md', 'ä')
    expect([...openBookFiles(book).read('b/é.md')]).toEqual([0xc3, 0xa4])
  })

  test('nothing outside the folder, by whatever way', () => {
    write('secret.md')
    write('book-2/secret.md')
    symlinkSync('../secret.md', join(book, 'link.md'))
    symlinkSync('..', join(book, 'up'))
    const {read} = openBookFiles(book)
    for (const path of [
      '../secret.md',
      '../book-2/secret.md',
      join(base, 'secret.md'),
      'link.md',
      'up/secret.md',
      'up/book-2/secret.md',
      '..',
      '.',
      '',
      'a\0b'
    ]) {
      expect(
        refusal(() => read(path)),
        path
      ).toBe(`outside ${path}`)
    }
  })

  test('what is no ordinary file', () => {
    mkdirSync(join(book, 'folder.md'))
    symlinkSync('gone.md', join(book, 'broken.md'))
    execFileSync('mkfifo', [join(book, 'pipe.md')])
    write('book/huge.md')
    truncateSync(join(book, 'huge.md'), 64 * 1024 * 1024 + 1)
    const {read} = openBookFiles(book)
    expect(refusal(() => read('folder.md'))).toBe('not-a-file folder.md')
    expect(refusal(() => read('pipe.md'))).toBe('not-a-file pipe.md')
    expect(refusal(() => read('broken.md'))).toBe('missing broken.md')
    expect(refusal(() => read('none.md'))).toBe('missing none.md')
    expect(refusal(() => read('huge.md/x'))).toBe('missing huge.md/x')
    expect(refusal(() => read('huge.md'))).toBe('too-large huge.md')
    expect(refusal(() => read(`${'n'.repeat(300)}.md`))).toBe(`unreadable ${'n'.repeat(300)}.md`)
  })
})

test('a book that is a file, or not there', () => {
  write('book/a.md')
  expect(refusal(() => openBookFiles(join(book, 'a.md')))).toBe(`not-a-folder ${join(book, 'a.md')}`)
  expect(refusal(() => openBookFiles(join(base, 'none')))).toBe(`missing ${join(base, 'none')}`)
})
