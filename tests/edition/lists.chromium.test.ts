// Lists that the book makes of itself, as they are printed.

import {expect, it} from 'vitest'
import {examine, openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'

const filler = Array.from({length: 8}, () => 'Many words make a long page. '.repeat(18)).join('\n\n')

function labelledBook() {
  return openTestBook('empty', {
    'book.yaml': 'title: Lists\nlanguage: en\nfront-matter: [find]\nsections: [hacks]\nback-matter: [back]\n',
    'labels.yaml': 'sites:\n  title: Good for\n  terms: {door: Doors, yard: Yards}\nprinciples:\n  title: Principles\n  printed: false\n  terms: {care: Care first, time: Take time}\n',
    'abbreviations.yaml': 'SSP: syringe services program\n',
    'quotes/calm.md': '---\nattribution: A voice\nsource: test\nconsent: test\n---\n\nBreathe in -- and breathe out, as long as you can.\n',
    'quotes/short.md': '---\nattribution: Another voice\nsource: test\nconsent: test\n---\n\nStay.\n',
    'sections/find.md': '# Find your place\n\n::finder{by=sites}\n\n::crosswalk{by=principles}\n',
    'sections/hacks/index.md': `# Hacks\n\n${filler}\n`,
    'sections/hacks/a.md': `---\nlabels: {sites: [door, yard], principles: [care]}\n---\n# Open the door\n\n${filler}\n\n::quote[calm]\n\n:::definition[Yard]\nRoom outside.\n:::\n`,
    'sections/hacks/b.md': `---\nlabels: {sites: [all]}\n---\n# Sweep the *yard*\n\n${filler}\n\n:::definition[Door]{#a-door}\nRoom inside.\n:::\n\n::quote[short]\n`,
    'sections/back.md': '# Lists\n\n::glossary\n\n::quotes-index\n\n::abbreviations\n'
  })
}

it('lists say on which pages things are', async () => {
  const book = labelledBook()
  const build = await book.build()
  expect(build.diagnostics.map(String)).toEqual([])
  const {reading, faults} = await examine(book, build)
  expect(faults).toEqual([])
  const {tags, ...described} = await describePdf(reading)
  const text = described.text.replaceAll('\u00a0', ' ')
  expect(text).toMatch(/Doors\s+(?:•\s+)?Open the door \(page \d\)\s+(?:•\s+)?Sweep the yard \(page \d\)/)
  expect(text).toContain('Good for: Doors, Yards')
  expect(text).toMatch(/Breathe in -- and breathe out, as long … \(page \d\)/)
  expect(tags).toContain('Table')
})

it('the subject index says on which pages things are, and runs of pages', async () => {
  const filler = (topic: string) => Array.from({length: 12}, (_, index) => `${index === 7 ? `More of :index[${topic}]. ` : ''}${'Many words make a long page. '.repeat(30)}`).join('\n\n')
  const book = openTestBook('empty', {
    'book.yaml': 'title: Index\nlanguage: en\nfront-matter: [before]\nsections: [hacks]\nback-matter: [index]\n',
    'abbreviations.yaml': 'SSP: syringe services program\n',
    'sections/before.md': '# Before\n\nWe begin with :index[patience] at an SSP.\n',
    'sections/hacks/index.md': '---\nindex: [hacks]\n---\n# Hacks\n\nWords.\n',
    'sections/hacks/a.md': `---\nindex: [waiting]\n---\n# Wait\n\n${filler('patience')}\n\nSSPs wait. :index[]{as="doors > closed"}Doors.\n`,
    'sections/hacks/b.md': `---\nindex: [doors > open]\n---\n# Open\n\n${filler('doors')}\n\n> An SSP\n\n- SSP\n`,
    'sections/index.md': '# Index\n\n::index\n'
  })
  const build = await book.build()
  expect(build.diagnostics.map(String)).toEqual([])
  const {reading, faults} = await examine(book, build)
  expect(faults).toEqual([])
  const {text, tags} = await describePdf(reading)
  expect(text).toMatch(/patience, [ivx]+, \d/)
  expect(text).toMatch(/hacks, 1–\d/)
  expect(tags).toContain('Index')
  expect(build.printed.filter((id) => id === 'index')).toHaveLength(1)
})
