// Tests of render: counts drawn from facts.

import {expect, test} from 'vitest'
import {renderText} from './render-files.ts'

const facts = {
  'facts.yaml': [
    'surveys: {text: "180", label: surveys & more}',
    'leaders: {text: twelve, label: leaders, number: 12}',
    'wrong: {text: "3", label: doors, number: 4}',
    'visits: {text: "12,000", label: visits, number: 12000}',
    'place: {text: the coast, label: places}',
    'bare: "5"'
  ].join('\n')
}
/** Dots of each group, as they are drawn. */
const dots = (html: string) => [...html.matchAll(/<path d="([^"]*)"/g)].map(([, path = '']) => path.match(/h0/g)!.length)

test('a dot for each thing, and the words of the facts for those who hear them', () => {
  const {html, messages} = renderText('::plot[The *method*.]{facts="surveys, leaders" #numbers}', facts)
  expect(messages).toEqual([])
  expect(html).toContain('<figure class="figure" id="numbers"><div class="plot" role="img" aria-label="180 surveys &amp; more; twelve leaders. Each dot stands for one, a full row for 60.">')
  expect(html).toContain('<p class="plot-label"><b>180</b> surveys &amp; more</p>')
  expect(html).toContain('<figcaption>The <em>method</em>.</figcaption></figure>')
  expect(dots(html)).toEqual([180, 12])
})

test('all groups have dots of one size, in rows that stand below each other', () => {
  const {html} = renderText('::plot{facts="surveys, leaders"}', facts)
  expect([...html.matchAll(/viewBox="([^"]*)"/g)].map(([, box]) => box)).toEqual(['0 0 62.5 3', '0 0 62.5 1'])
  expect(html).toContain('M0.5 2.5h0')
  expect(html).toContain(`<path d="M0.5 0.5h0${'m1 0h0'.repeat(9)}M11 0.5h0m1 0h0"/>`)
})

test('where there are too many, a dot stands for more, and says so', () => {
  const {html} = renderText('::plot{facts="visits, leaders"}', facts)
  expect(dots(html)).toEqual([1200, 1])
  expect(html).toContain('Each dot stands for 10, a full row for 600.</p>')
})

test('figures in the text count, whatever the number says', () => {
  expect(dots(renderText('::plot{facts="wrong"}', facts).html)).toEqual([3])
})

test('what cannot be drawn', () => {
  const {messages, html} = renderText('::plot{facts="surveys, place, bare, lost"}\n\n::plot\n\n::plot{facts="lost"}', facts)
  expect(messages).toEqual([
    'sections/text.md:3:1 error fact-uncounted Unexpected fact `place` in a plot, expected one with a number and a label',
    'sections/text.md:3:1 error fact-uncounted Unexpected fact `bare` in a plot, expected one with a number and a label',
    'sections/text.md:3:1 error fact-unknown Unexpected fact `lost`, expected an id from `facts.yaml`',
    'sections/text.md:5:1 error directive-attribute Unexpected plot without facts, expected `facts`',
    'sections/text.md:7:1 error fact-unknown Unexpected fact `lost`, expected an id from `facts.yaml`'
  ])
  expect(dots(html)).toEqual([180])
  expect(html).toContain('<p class="gap">Missing: lost</p>')
})
