// Shows what the manuscript's text is taken to be, block by block.

import {describe, expect, it} from 'vitest'
import type {Book} from '../../scripts/book/book.ts'
import type {Section} from '../../scripts/book/section.ts'
import {plainPunctuation, readManuscriptText} from './manuscript-text.ts'

function bookOf(source: string, other?: string): Book {
  const section = (id: string, text: string): Section => ({id, title: id, depth: 0, file: `sections/${id}.md`, source: text, matter: {}, children: []})
  return {
    folder: '/nowhere', name: 'test', plain: false,
    metadata: {title: 'Test', language: 'en', publishers: [], keywords: []},
    site: [],
    editions: [{id: 'fixed'}, {id: 'mobile'}],
    frontMatter: [], backMatter: [],
    body: [section('one', source), ...(other === undefined ? [] : [section('two', other)])],
    quotes: new Map([['calm', {id: 'calm', words: 'Breathe…\n\nthen speak', attribution: 'A voice', source: '', consent: '', file: ''}]]),
    facts: new Map([['surveys', {id: 'surveys', text: '180', file: '', line: 1}]]),
    labels: new Map(), abbreviations: new Map()
  }
}

function textOf(source: string, other?: string): string {
  const words = readManuscriptText(bookOf(source, other)).words((anchor) => `{${anchor}}`)
  return words.filter(({section}) => section === 'one').map(({text, exact}) => (exact ? `<${text}>` : text)).join(' ')
}

describe('readManuscriptText', () => {
  it.each([
    ['a title, emphasis and code', '# One\n\nGo *in* and `say  hi`.', 'One Go in and <say> <hi.>'],
    ['a title that is not written', 'Words.', 'one Words.'],
    ['a title below a paragraph', 'Words.\n\n# One', 'One Words.'],
    ['list numbers', '# One\n\n1. First\n2. Second', 'One First Second'],
    ['boxes to tick', '# One\n\n:::checklist[Before]\n- [ ] Door\n- [x] Light\n:::', 'One Before [tick box] Door [ticked box] Light'],
    ['a callout', '# One\n\n:::callout[Slow down]{kind=try-saying}\nTake your time.\n:::', 'One Try saying Slow down Take your time.'],
    ['a quote', '# One\n\n::quote[calm]', 'One <Breathe…> <then> <speak> — A voice'],
    ['a fact', '# One\n\n:fact[surveys] people.', 'One 180 people.'],
    ['a figure', '# One\n\n::figure[A plan]{src="figures/a.svg" alt="Two rooms"}\n\n![Door](a.png "An open door")', 'One [Two rooms] A plan [Door] An open door'],
    ['a blank and lines', '# One\n\nI am :blank[Name]{width=long}.\n\n::lines[Why?]{count=4}', 'One I am [Name: blank to fill in] . Why? [4 lines to fill in]'],
    ['a blank whose label stands before it', '# One\n\n**My name:** :blank[My name]', 'One My name: [blank to fill in]'],
    ['a note', '# One\n\nTrue[^a] and again[^a].\n\n[^a]: Because.', 'One True1 and again1. Notes Because. Back 1 Back 2'],
    ['references, once a paragraph', '# One\n\nSee :ref[two], :ref[it]{to=two}.\n\n[There](two.md#part-two) and [out](https://example.org).', 'One See two (page {two}), it. There (page {two--part-two}) and out.'],
    ['no page in a heading', '# One\n\n## Like :ref[two]', 'One Like two'],
    ['prose with colons', '# One\n\nAt 10:30, a:b, std::io, :smile: and :odd[*this*]{x=1}.', 'One At 10:30, a:b, std::io, :smile: and :odd[this]{x=1}.'],
    ['a table', '# One\n\n:::table[Signs]\n| A | B |\n|---|---|\n| 1 | 2 |\n:::', 'One Signs A B 1 2'],
    ['editions', '# One\n\n:only[Fixed.]{edition=fixed} :only[Mobile.]{edition=mobile}', 'One Fixed.'],
    ['harmless HTML', '# One\n\n<mark>Bright</mark><!-- no --><script>no</script>', 'One Bright']
  ])('reads %s', (_, source, expected) => {
    expect(textOf(source, '# Two\n\n## Part two')).toBe(expected)
  })

  it('names every heading', () => {
    expect(readManuscriptText(bookOf('# One\n\n## Crème, please\n\n## Given {#given}')).headings).toEqual([
      {anchor: 'one', title: 'One', name: 'one'},
      {anchor: 'one--creme-please', title: 'Crème, please', name: 'Crème, please'},
      {anchor: 'given', title: 'Given', name: 'Given'}
    ])
  })
})

describe('plainPunctuation', () => {
  it('undoes typography', () => {
    expect(plainPunctuation('“It’s”—so… -- yes')).toBe(plainPunctuation('"It\'s"--so... -- yes'))
  })
})
