import {expect, test} from 'vitest'
import type {Section} from '../../scripts/book/section.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {isId} from '../../scripts/read/key-schema.ts'
import {memoryFiles, type MemoryFile} from './memory-files.ts'

/** Numbers below a limit, the same in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const pieces = [
  'title: T',
  'titel: x',
  'id: a',
  'id: a--b',
  'part: front',
  'order: [a, b]',
  'sections:',
  '  - a',
  '  - b/',
  'editions:',
  '  e: {title: x}',
  'editions: [e]',
  '---',
  '+++',
  '# ',
  '## T',
  '===',
  '- [A](a.md)',
  '- [B](b/)',
  '[P](p.md)',
  '```',
  '<!--',
  '-->',
  '<h1>',
  '::quote[x]',
  '&a',
  '*a',
  '"',
  "'",
  ': ',
  '\t',
  '{',
  '}',
  '[',
  ']',
  '|',
  '>',
  '?',
  '!',
  '%',
  '@',
  '`',
  '\\',
  '\r\n',
  '\n',
  '\n\n',
  ' ',
  '  ',
  'words',
  'é',
  '日本',
  '\ud83d\ude00',
  '\u202e',
  '\0',
  '\ufeff',
  '__proto__: x',
  'constructor: y',
  '<<: *a',
  'labels: {sites: [a, all]}',
  'a: {title: T, terms: {a: b, c: {text: d, editions: [e]}}}',
  'terms: x',
  'SSP: syringe services program',
  'RC: {text: x, plural: y}',
  'index: [a > b]',
  '&a [*a]'
]
const names = [
  'book.yaml',
  'facts.yaml',
  'labels.yaml',
  'abbreviations.yaml',
  'SUMMARY.md',
  'book.toml',
  'README.md',
  'a.md',
  'sections/a.md',
  'sections/A.md',
  'sections/b/index.md',
  'sections/b/c.md',
  'sections/é.md',
  'quotes/q.md',
  'quotes/r.md',
  'src/SUMMARY.md',
  'b/',
  '__proto__/x.md',
  'constructor.md'
]

function randomBytes(below: (limit: number) => number): Uint8Array {
  const text = Array.from({length: below(30)}, () => pieces[below(pieces.length)]! + (below(2) ? '\n' : '')).join('')
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > 0 && below(8) === 0) bytes[below(bytes.length)] = 0x80 + below(128)
  return bytes
}

function allOf(sections: readonly Section[]): Section[] {
  return sections.flatMap(section => [section, ...allOf(section.children)])
}

test('whatever stands in the files, a book comes out, with places that exist and ids that are unique', () => {
  const below = numbers(7)
  for (let run = 0; run < 250; run++) {
    const chosen = names.filter(() => below(3) > 0)
    const contents: Record<string, MemoryFile> = Object.fromEntries(
      chosen.map(name => [name, below(20) === 0 || name.endsWith('/') ? {refused: 'outside' as const} : randomBytes(below)])
    )
    const {book, messages} = readBook(memoryFiles(contents))
    for (const {reason, file, line, column, ruleId} of messages) {
      expect(reason).toMatch(/^Unexpected .*[^.]$/s)
      expect(ruleId).toBeDefined()
      if (file) expect([...chosen, 'sections', 'b'].includes(file), file).toBe(true)
      const content = file ? contents[file] : undefined
      if (line === undefined || !(content instanceof Uint8Array)) continue
      const lines = new TextDecoder().decode(content).split(/\r\n?|\n/)
      expect(line, reason).toBeLessThanOrEqual(lines.length)
      expect(column, reason).toBeLessThanOrEqual(lines[line - 1]!.length + 1)
    }
    const ids = allOf([...book.frontMatter, ...book.body, ...book.backMatter]).map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(isId(id), id).toBe(true)
    expect(book.name).toMatch(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/)
    expect(book.metadata.title).not.toBe('')
    expect(() => JSON.stringify(book)).not.toThrow()
  }
})
