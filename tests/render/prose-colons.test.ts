// Tests of render: colons in ordinary prose stay as they were typed.

import {describe, expect, test} from 'vitest'
import {pick, randomNumbers} from './random-text.ts'
import {renderText} from './render-files.ts'

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
}

describe('prose', () => {
  test.each([
    'At 10:30 or 22:05:07.',
    'a:b and a:b:c and :smile: and :+1:',
    'std::io::Read, foo::bar and x::',
    'Note: this. And: that.',
    'localhost:8080/a:b and C:\\path',
    'name:value;other:value',
    'An open :ref[bracket and a :fact{brace',
    'A : alone, a :: and a ::: here',
    '(see:this) "quoted:word" [bracket:word]',
    'ratio 16:9, John 3:16, urn:isbn:0451450523',
    'uno:dos:tres — é:ñ:ü'
  ])('%s', markdown => {
    const {html, messages} = renderText(markdown)
    expect(textOf(html)).toBe(markdown.replace(/"quoted:word"/, '“quoted:word”'))
    expect(messages).toEqual([])
  })

  test('a thousand lines of words and colons by chance', () => {
    const random = randomNumbers(7)
    const pieces = [
      'a',
      'b1',
      'ref',
      'fact',
      ':',
      '::',
      ' ',
      ' ',
      '10',
      'x-y',
      ':::',
      'é',
      '.',
      ',',
      '(',
      ')',
      'note',
      'callout',
      '/',
      '?',
      ';'
    ]
    const lines = Array.from({length: 1000}, () =>
      `w${pick(pieces, 3 + random(20), random).join('')}w`.replace(/ +/g, ' ').replace(/\.{3,}/g, '.')
    )
    const {html, messages} = renderText(lines.join('\n\n'))
    expect(messages).toEqual([])
    expect(html.split('\n').map(textOf)).toEqual(lines)
  })

  test('a name that nobody knows is text, and a warning', () => {
    const {html, messages} = renderText('A :smile[with *label*]{a="b"} and :smile{x} and c:d[e].')
    expect(html).toBe('<p>A :smile[with <em>label</em>]{a=“b”} and :smile{x} and c:d[e].</p>'.replace('{a=“b”}', '{a="b"}'))
    expect(messages).toHaveLength(3)
  })

  test('in a quotation the marks of its lines are no part of a directive', () => {
    expect(renderText('> A :smile[b]{a="b\n> c"} here').html).toBe('<blockquote>\n<p>A :smile[b]{a="b\nc"} here</p>\n</blockquote>')
  })
})
