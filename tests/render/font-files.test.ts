// Tests of render: a document carries the font files that its characters ask for, and no others.

import {describe, expect, test} from 'vitest'
import {charactersOf, isAskedFor, splitFonts} from '../../scripts/render/font-files.ts'
import {renderFiles, templates} from './render-files.ts'

const sheet = `:root { --face: "Text", "Signs", serif; --face-code: "Code", "Signs", monospace }
@font-face { font-family: "Text"; src: url("npm:test/text.woff2"); unicode-range: U+0-FF }
@font-face { font-family: "Text"; src: url("npm:test/more.woff2"); unicode-range: U+100-17F, U+1E?? }
@font-face { font-family: "Signs"; src: url("npm:test/signs.woff2"); unicode-range: U+2190-21FF }
@font-face { font-family: "Code"; src: url("npm:test/code.woff2"); unicode-range: U+0-FF }
@font-face { font-family: "Code"; src: url("npm:test/code-signs.woff2"); unicode-range: U+2190-21FF }
@font-face { font-family: "Lines"; src: url("npm:test/lines.woff2"); unicode-range: U+5D0-5F4, U+20-7E, U+2010-2026 }
p { margin: 0 }
`
const names = ['text', 'more', 'signs', 'code', 'code-signs', 'lines']

describe.each([
  ['<p>plain</p>', 'text'],
  ['<p>Łódź</p>', 'text more'],
  ['<p>ẞ</p>', 'text more'],
  ['<p>n\u0301 is composed</p>', 'text more'],
  ['<p>a → b</p>', 'text signs'],
  ['<p>“a” – …</p>', 'text'],
  ['<p>“שלום”</p>', 'text lines'],
  ['<p><code>a</code></p>', 'text code'],
  ['<pre><code class="language-x">a</code></pre><p>→</p>', 'text signs code'],
  ['<p><kbd>→</kbd></p>', 'text signs code code-signs']
])('%s', (html, expected) => {
  test(`asks for ${expected}`, () => {
    const characters = charactersOf(html)
    const asked = names.filter((_, index) => isAskedFor(splitFonts(sheet).files[index]!, characters))
    expect(asked.join(' ')).toBe(expected)
  })
})

test('words beside the HTML count', () => {
  const [, more] = splitFonts(sheet).files
  expect(isAskedFor(more!, charactersOf('<p>a</p>', 'Łódź'))).toBe(true)
})

describe('a book', () => {
  const files = new Map(names.map((name, index) => [`npm:test/${name}.woff2`, new Uint8Array([index + 1])]))
  const styles = new Map([...templates.styles, ['fonts', sheet]])
  const {renderer, unit} = renderFiles(
    {'sections/a.md': '# A\n\nText.\n', 'sections/b.md': '# B\n\nŁódź → *x*\n'},
    {templates: {...templates, styles, files}}
  )
  const familiesOf = (html: string) => [...html.matchAll(/@font-face \{ font-family: "(\w+)"/g)].map(([, name]) => name)

  test('gives each unit its own', () => {
    expect(familiesOf(unit('a').html)).toEqual(['Text'])
    expect(familiesOf(unit('b').html)).toEqual(['Text', 'Text', 'Signs'])
    expect(unit('a').assets).toHaveLength(1)
    expect(unit('b').assets).toHaveLength(3)
  })

  test('gives the screen file what the whole book asks for', () => {
    expect(familiesOf(renderer.renderScreen())).toEqual(['Text', 'Text', 'Signs'])
  })

  test('shows in the specimen what the book asks for: figures where a face has them, and a letter of every other file', () => {
    const {html} = renderer.specimen()
    expect([...html.matchAll(/<p [^>]*>([^<]*)<\/p>/g)].map(([, text]) => text)).toEqual(['0123456789ivxlcdm-Đ', '←'])
  })
})
