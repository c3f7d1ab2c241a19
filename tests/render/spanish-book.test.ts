// Tests of render: what the pipeline itself says in a book in Spanish is Spanish, on paper and on screens.

import {expect, test} from 'vitest'
import {printedWords, type PrintedWords} from '../../scripts/render/printed-words.ts'
import {renderFiles} from './render-files.ts'

const book = {
  'book.yaml': 'title: Trucos\nlanguage: es\npublishers: [Una casa]\nfunder: Un fondo\nedition: Primera\ndate: 2026-01-02\nlicence: CC BY 4.0\n',
  'labels.yaml': 'lugares:\n  title: Lugares\n  terms: {calle: Calle}\n',
  'sections/a.md': `# Puertas

Mira :ref[b], y la nota.[^1] Somos :blank[cuántos] y :blank

::colophon

:::callout[Ojo]{kind=tip}
Respira.
:::

${['note', 'caution', 'try-saying', 'pitfall'].map(kind => `:::callout{kind=${kind}}\nRespira.\n:::`).join('\n\n')}

::lines[Ideas]{count=1}

::lines[Más]{count=3}

- [ ] una
- [x] dos

::finder{by=lugares}

::crosswalk{by=lugares}

[^1]: Una nota.
`,
  'sections/b.md': '---\nid: b\n---\n\n# Sillas\n\nTexto.\n'
}

test('no English word of ours is left', () => {
  const {renderer, unit, messages} = renderFiles(book, {home: 'index.html'})
  expect(messages).toEqual([])
  const html = [...renderer.plans.map(({id}) => unit(id).html), renderer.renderScreen()].join('\n').replace(/<style>[\s\S]*?<\/style>/g, '')
  const words = printedWords('es')
  const [english, spanish] = [phrases(printedWords('en')), phrases(words)]
  expect(spanish.filter(phrase => !html.includes(phrase))).toEqual([words.missing])
  const foreign = english.filter((phrase, index) => phrase !== spanish[index])
  expect(foreign.filter(phrase => new RegExp(`[>"]${phrase}[<"]`).test(html))).toEqual([])
})

function phrases({noteLink, backLink, blank, lines, callouts, ...words}: PrintedWords): string[] {
  return [...Object.values(words).filter(word => typeof word === 'string'), ...Object.values(callouts), noteLink(1), backLink(words.back, 1), blank('cuántos'), blank(''), lines(1), lines(3)]
}
