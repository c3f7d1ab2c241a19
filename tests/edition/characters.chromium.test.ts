// Characters beyond Latin letters: set in the templates' fonts as far as they go, and named with their place where they do not.

import {expect, it} from 'vitest'
import {describePdf} from '../support/describe-pdf.ts'
import {examine, openTestBook, type TestBook} from '../support/book-test.ts'

const bookYaml = 'title: Characters\nlanguage: en\n'

/** Each line is a paragraph; the same characters stand in a heading, in code, in emphasis and in a voice. */
const lines = [
  'Arrows → ← ↑ ↓ ⇒ ↔, comparisons ≥ ≤ ≠ ≈, ticks ✓ ✔ ✗ ☐ ☑, stars ★ ⚡',
  'Marks † ‡ • … ‰ № ′ ″ ⅓ ½ µ',
  'Ελληνικά: Καλημέρα κόσμε, Ω α β π, ἀρχή',
  'Кириллица: Привет, мир, ґ Ђ Й',
  'Pictures 😀 🎉 ✅ ❌ ⭐, warnings ⚠️ ℹ️, pictures of several signs 👍🏽 👩‍🔬 👨‍👩‍👧 🇺🇸 🏳️‍🌈 1️⃣'
]
const drawing = ['┌─────┬─────┐', '│ abc │ Ωже │ → ≥ ✓', '└─────┴─────┘', '├── book']

function bookOf(text: string): TestBook {
  return openTestBook('empty', {'book.yaml': bookYaml, 'sections/signs.md': `# Signs\n\n${text}\n`})
}

it('sets signs, Greek, Cyrillic and emoji in every style, and reads them back', async () => {
  const texts = lines.flatMap(line => [line, `*${line}*`, `**${line}**`, `\`${line}\``, `> ${line}`, `## ${line}`])
  const book = bookOf([...texts, ['```', ...drawing, '```'].join('\n')].join('\n\n'))
  const build = await book.build()
  expect(build.diagnostics.map(String)).toEqual([])
  const {reading, faults} = await examine(book, build)
  expect(faults).toEqual([])
  const {text} = await describePdf(reading)
  for (const line of lines) expect(text.split('\n').filter(read => read === line.replaceAll('\ufe0f', '')).length).toBeGreaterThanOrEqual(6)
  for (const line of drawing) expect(text).toContain(line)

  const fonts = [...reading.objects.values()].flatMap(({value}) => {
    const dictionary = reading.objects.dictionary(value)
    return dictionary?.['/Type'] === '/Font' ? [`${String(dictionary['/Subtype'])} ${String(dictionary['/BaseFont']).replace(/^.*\+|ExtraLight|-.*$/g, '')}`] : []
  })
  const families = ['AtkinsonHyperlegibleMono', 'AtkinsonHyperlegibleNext', 'DejaVuSans', 'DejaVuSansMono', 'NotoEmoji', 'NotoSans', 'SourceSerif4']
  expect([...new Set(fonts)].sort()).toEqual(['/CIDFontType2', '/Type0'].flatMap(subtype => families.map(family => `${subtype} ${family}`)))
})

it('sets running heads and folios in fonts that nothing else on their pages uses', async () => {
  const book = openTestBook('empty', {'book.yaml': bookYaml, 'sections/signs.md': `# Ελληνικά →\n\n${'Words upon words, and more of them.\n\n'.repeat(60)}`})
  const build = await book.build({formats: ['pdf']})
  expect(build.diagnostics.map(String)).toEqual([])
  expect((await describePdf((await examine(book, build)).reading)).pages).toContain('Ελληνικά →')
})

it('brings no font that a book does not use', async () => {
  const plain = await bookOf('Words.').build()
  const families = (html: string) => new Set([...html.matchAll(/@font-face \{\s*font-family: "([^"]+)"/g)].map(([, name]) => name))
  expect(families(plain.html)).toEqual(new Set(['Atkinson Hyperlegible Next', 'Source Serif 4']))
  const code = await bookOf('Words and `code`.').build({formats: ['html']})
  expect(families(code.html)).toEqual(new Set(['Atkinson Hyperlegible Next', 'Source Serif 4', 'Atkinson Hyperlegible Mono']))
})

it.each(['Words 1️⃣.', 'Words 🇺🇸.', 'Words ⚠️.', 'Words 🏳️‍🌈.'])('%s brings the font that it alone needs', async words => {
  const build = await bookOf(words).build({formats: ['pdf']})
  expect(build.diagnostics.map(String)).toEqual([])
})

it('names what no font has, and the place', async () => {
  const build = await bookOf('Words.\n\n中文 and 🖮 here.').build({formats: ['pdf']})
  const said = build.diagnostics.map(({file, line, ruleId, reason}) => `${file}:${line} ${ruleId} ${reason}`)
  expect(said.every(words => words.includes(' glyph-missing Unexpected '))).toBe(true)
  for (const character of ['中', '文', '🖮']) expect(said.some(words => words.startsWith('sections/signs.md:5') && words.includes(`\`${character}\``)), character).toBe(true)
})
