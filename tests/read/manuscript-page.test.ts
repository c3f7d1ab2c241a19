import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Section} from '../../scripts/book/section.ts'
import {formatReport} from '../../scripts/diagnostics/report.ts'
import {readBook} from '../../scripts/read/read-book.ts'
import {memoryFiles} from './memory-files.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/manuscript.md'), 'utf8')
const files = Object.fromEntries([...page.matchAll(/^```\w+ title="(.+)"\n([^]*?)^```$/gm)].map(([, path, text]) => [path!, text!]))

function outline(sections: readonly Section[]): unknown[] {
  return sections.map(({id, title, children}) => (children.length > 0 ? [id, title, outline(children)] : [id, title]))
}

describe('docs/manuscript.md', () => {
  test('its example is a book without a fault, and is as the page says', () => {
    const {book, messages} = readBook(memoryFiles(files))
    expect(messages).toEqual([])
    expect(Object.keys(files)).toHaveLength(9)
    expect(outline(book.frontMatter)).toEqual([['about', 'About this book']])
    expect(outline(book.body)).toEqual([
      [
        'welcome',
        'Welcoming people',
        [
          ['quiet-corner', 'Keep one corner quiet'],
          ['first-minute', 'Make the first minute a welcome']
        ]
      ]
    ])
    expect(book.quotes.get('boundaries')?.words).toBe('Boundaries help me to give all that I can and still come back tomorrow.')
    expect(book.facts.get('hacks')?.text).toBe('two hacks')
  })

  test('the message it shows is the one that is given', () => {
    const yaml = files['book.yaml']!.replace('title:', 'titel:')
    const {messages} = readBook(memoryFiles({...files, 'book.yaml': yaml}))
    const report = formatReport(
      messages.filter(({ruleId}) => ruleId === 'key-unknown'),
      {color: false, prefix: 'manuscript/', readLine: (_, line) => yaml.split('\n')[line - 1]}
    )
    expect(page).toContain(report.replace(/\n\n.*\n$/, '\n'))
  })
})
