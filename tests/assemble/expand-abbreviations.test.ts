import {expect, it} from 'vitest'
import {expandAbbreviations} from '../../scripts/assemble/expand-abbreviations.ts'
import type {RawElement} from '../../scripts/assemble/read-structure.ts'

/** Elements as printed, each with its words; `abbr` ones stand for abbreviations. */
function expansions(words: readonly [code: 'abbr' | 'span', text: string][], html: string): (string | undefined)[] {
  const texts = new Map<RawElement, string>()
  const elements = words.map(([code, text]): RawElement => {
    const element: RawElement = {role: 'Span', printed: 'NonStruct', code, attributes: [], kids: []}
    texts.set(element, text)
    return element
  })
  expandAbbreviations([{role: 'P', printed: 'P', attributes: [], kids: elements}], html, element => texts.get(element) ?? '')
  return elements.map(({expansion}) => expansion)
}

it('gives each abbreviation what its title says', () => {
  const html = '<p>The <abbr title="Frequently asked questions">FAQ</abbr> &amp; the <abbr lang="en" title="Q &amp; A">QA</abbr></p>'
  expect(expansions([['abbr', 'FAQ'], ['span', 'QA'], ['abbr', 'QA']], html)).toEqual(['Frequently asked questions', undefined, 'Q & A'])
})

it('finds words that print parted or in another case', () => {
  expect(expansions([['abbr', 'e. G.']], '<abbr title="for example"><em>e.</em> g.</abbr>')).toEqual(['for example'])
})

it('passes over abbreviations that were not printed, and those without a title', () => {
  const html = '<abbr title="hidden">X</abbr><abbr>CPR</abbr><abbr title="Personal protective equipment">PPE</abbr><abbr title="again">X</abbr>'
  expect(expansions([['abbr', 'CPR'], ['abbr', 'PPE'], ['abbr', 'X']], html)).toEqual([undefined, 'Personal protective equipment', 'again'])
})

it('keeps the order where the same letters stand for two things', () => {
  const html = '<abbr title="first">AA</abbr> <abbr title="second">AA</abbr>'
  expect(expansions([['abbr', 'AA'], ['abbr', 'AA'], ['abbr', 'AA']], html)).toEqual(['first', 'second', undefined])
})
