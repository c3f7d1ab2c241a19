// Text that is hard to carry through print: long tables and paragraphs, wrapped links, other scripts, ligatures, notes.

import {expect, it} from 'vitest'
import {examine, openTestBook, type TestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'
import {pagesOf} from '../support/pages-of.ts'
import type {PdfReading} from '../support/read-pdf.ts'
import {everyElement, type StructureElement} from '../support/structure.ts'
import {oneLine, spokenText} from '../support/spoken-text.ts'

function bookOf(text: string, files: Record<string, string> = {}): TestBook {
  return openTestBook('empty', {'book.yaml': 'title: Hard text\nlanguage: en\n', 'sections/hard.md': `# Hard text\n\n${text}\n`, ...files})
}

async function sound(text: string, files?: Record<string, string>): Promise<PdfReading> {
  const book = bookOf(text, files)
  const build = await book.build()
  expect(build.diagnostics.map(String)).toEqual([])
  const {reading, faults} = await examine(book, build)
  expect(faults).toEqual([])
  return reading
}

function elements(reading: PdfReading, role: string): StructureElement[] {
  return [...everyElement(reading.structure.elements)].filter(({standardRole}) => standardRole === role)
}

it('repeats a long table’s head on paper and reads it once', async () => {
  const rows = Array.from({length: 120}, (_, index) => `| Sign ${index} | Step ${index} |`).join('\n')
  const reading = await sound(`:::table[All signs]\n| What you see | What you do |\n|---|---|\n${rows}\n:::`)
  const heads = elements(reading, 'TH')
  expect(heads.map((head) => oneLine(spokenText(reading, head)))).toEqual(['What you see', 'What you do'])
  const tablePages = pagesOf(reading, elements(reading, 'Table')[0]!)
  expect(tablePages.length).toBeGreaterThanOrEqual(3)
  for (const index of tablePages.slice(1)) {
    const artifacts = reading.pages[index]!.content.painted.filter(({artifact}) => artifact !== undefined).map(({text}) => text).join('')
    expect(artifacts).toContain('What you see')
  }
})

it('adds no page for a section that ends with its page', async () => {
  const sections = Array.from({length: 16}, (_, index) => [`sections/s${index + 10}.md`, `---\nindex: [ends]\n---\n\n# Part ${index}\n\n${'Line.\n\n'.repeat(12 + index)}- First\n- Last\n`])
  await sound('::index', Object.fromEntries(sections) as Record<string, string>)
})

it('keeps a paragraph over three pages one paragraph', async () => {
  const words = 'One thing leads to another, and nobody stops to breathe. '.repeat(160).trim()
  const reading = await sound(words)
  const paragraph = elements(reading, 'P').find((element) => oneLine(spokenText(reading, element)) === words)
  expect(pagesOf(reading, paragraph!).length).toBeGreaterThanOrEqual(3)
})

it('keeps a wrapped link one link', async () => {
  const title = 'A very long title that certainly does not fit into what is left of the line on any paper that we print on'
  const reading = await sound('Before you read on, please do turn to :ref[other], where it says more.', {'sections/other.md': `---\nid: other\n---\n\n# ${title}\n\nWords.\n`})
  const links = elements(reading, 'Link').filter((element) => oneLine(spokenText(reading, element)) === `${title} (page 3)`)
  expect(links).toHaveLength(1)
  expect(links[0]!.kids.filter(({kind}) => kind === 'object').length).toBeGreaterThanOrEqual(2)
})

it('breaks a long address without adding a space', async () => {
  const address = `https://example.org/${'a/very/long/way/'.repeat(14)}end`
  const reading = await sound(`It is at <${address}>, and \`${'code_without_a_space_'.repeat(12)}\` too.`)
  expect((await describePdf(reading)).text).toContain(`It is at ${address}, and`)
})

it('keeps titles in other scripts and signs', async () => {
  const titles = ['Cómo respirar “despacio”', 'Straße & Größe', 'Œuvre, naïveté, Łódź', '3 × 4 = 12 — ½']
  const reading = await sound(titles.map((title) => `## ${title}\n\nWords.`).join('\n\n'))
  for (const title of titles) expect(reading.outline.map((entry) => entry.title)).toContain(title)
})

it('reads ligatures as letters, in every face', async () => {
  const words = 'office fluffy baffling affirm fjord first flow'
  const reading = await sound(`${words}\n\n*${words}*\n\n**${words}**\n\n***${words}***\n\n\`${words}\`\n\n### ${words}`.replace('###', '##'))
  expect((await describePdf(reading)).text.split('\n').filter((line) => line === words).length).toBeGreaterThanOrEqual(6)
})

it('reads Arabic in its order, through the tags and in pdf.js, which has no eye for them', async () => {
  const lines = ['مرحبا بكم. هذا المكان مفتوح للجميع من 10:30 إلى 17:00.', 'قل لنا ماذا تحتاج، ثم نتحدث معا في Space Hacks اليوم.']
  const reading = await sound(`:::passage{lang=ar}\n${lines.join('\n\n')}\n:::`)
  const text = (await describePdf(reading)).text.split('\n')
  const pages = reading.pdfjs.text.map((marks) => [...marks.values()].join('\n')).join('\n').normalize('NFKC')
  for (const line of lines) expect(text).toContain(line)
  expect(pages).toContain(lines[0])
  const paragraphs = elements(reading, 'P').filter(({language}) => language === 'ar')
  expect(paragraphs).toHaveLength(2)
})

it('reads English words in Arabic in their order, in the caption of a table too', async () => {
  const reading = await sound(':::::passage{lang=ar}\n~~“Stay” calm~~ and “go”\n\n::::table[[“Stay” or go](hard.md)]\n| One | Two |\n|---|---|\n| “a” | b |\n::::\n:::::')
  const {text, tags} = await describePdf(reading)
  expect(text).toContain('\n“Stay” calm and “go”\n“Stay” or go (page 1)\n')
  expect(tags).toContain('Caption lang="ar"')
})

it('sets Arabic from the right where nobody says that it is Arabic', async () => {
  const line = 'اتصلوا على Northside من 9pm حتى 1am.'
  const build = await bookOf(line).build()
  expect(build.diagnostics.map(({ruleId, line: number}) => [ruleId, number])).toEqual([['language-missing', 3]])
  const {text, tags} = await describePdf({bytes: build.pdf})
  expect(text).toContain(line)
  expect(tags).toContain('P lang="und-Arab"')
  expect(build.html).toContain('dir="rtl"')
})

it('reads no letters that a drawing is lettered with', async () => {
  const van = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="150" height="50"/><text x="40" y="90" font-family="Atkinson Hyperlegible Next">Night Van</text></svg>'
  const build = await bookOf('![The van](../figures/van.svg)\n\nMore.', {'figures/van.svg': van}).build()
  expect(build.diagnostics.map(({ruleId}) => ruleId)).toEqual(['figure-text'])
  expect((await describePdf({bytes: build.pdf})).text).toContain('\n[The van]\nMore.\n')
})

it('says what is too wide in words from right to left, for which Chromium makes no room', async () => {
  const cells = (word: string) => `| ${Array.from({length: 6}, (_, column) => word.repeat(column + 4)).join(' | ')} |`
  const build = await bookOf(`Words.\n\n:::passage{lang=ar}\n${cells('word')}\n${'|---'.repeat(6)}|\n${cells('more')}\n:::`).build()
  expect(build.diagnostics.map(({ruleId, line, message}) => [ruleId, line, message])).toEqual([
    ['too-wide', 6, expect.stringMatching(/^Unexpected `wordwordwordword .*…` wider than the page, cut off at its edge$/)]
  ])
})

it('carries the head of a table over pages when it is taller than one', async () => {
  const words = Array.from({length: 1500}, (_, index) => `word${index}`).join(' ')
  const reading = await sound(`| ${words} | Two |\n|---|---|\n| a | b |`)
  const [head] = elements(reading, 'TH')
  expect(pagesOf(reading, head!).length).toBeGreaterThanOrEqual(2)
  expect(oneLine(spokenText(reading, head!))).toBe(words)
})

it('hangs nothing out of the cell of a table, and leaves captions room in it', async () => {
  const cells = Array.from({length: 6}, () => '<td>\n\n::figure[![A square](../figures/square.svg)]{src="../figures/square.svg" alt="Another"}\n\n> “So” it is.\n\n</td>').join('\n')
  const square = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40"><rect width="40" height="40"/></svg>'
  await sound(`<table>\n<thead><tr>${'<th>One</th>'.repeat(6)}</tr></thead>\n<tbody><tr>\n${cells}\n</tr></tbody></table>`, {'figures/square.svg': square})
})

it('carries footnotes to the end of their section and back', async () => {
  const reading = await sound('First[^one], second[^two], first again[^one].\n\n[^one]: Note one, with *weight*.\n[^two]: Note two.\n\n    With a second paragraph.')
  const notes = elements(reading, 'Note').map((note) => oneLine(spokenText(reading, note, undefined, ({standardRole}) => standardRole === 'Lbl')))
  expect(notes).toEqual(['Note one, with weight. Back 1 Back 2', 'Note two. With a second paragraph. Back'])
  expect(elements(reading, 'Reference').length).toBeGreaterThanOrEqual(3)
})

it('carries lists in quotations in lists, and blocks in blocks', async () => {
  await sound('> [!TIP]\n> Open a window.\n\n- One\n  > Quoted\n  >\n  > 1. Inner\n  > 2. Other\n- Two\n\n  Still two\n\n::::callout[Outer]{kind=tip}\n:::checklist[Inner]\n- [ ] Tick\n- [x] Ticked\n:::\n::::')
})

it('carries soft hyphens, hard spaces and zero width signs without a trace in the text', async () => {
  const reading = await sound('A\u00ADlong\u00ADword and 10\u00A0km, zero\u200Bwidth.')
  expect((await describePdf(reading)).text).toContain('Alongword and 10 km, zerowidth.')
})
