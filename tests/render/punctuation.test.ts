// Tests of render: typed marks become the marks of print, and what is not running text stays.

import {describe, expect, test} from 'vitest'
import {truePunctuation} from '../../scripts/render/true-punctuation.ts'
import {renderText} from './render-files.ts'

describe('a line', () => {
  test.each([
    ['He said "no".', 'He said “no”.'],
    ["It's the dog's, the dogs' and 'mine'.", 'It’s the dog’s, the dogs’ and ‘mine’.'],
    [`"'Nested' words," she said.`, '“‘Nested’ words,” she said.'],
    [`("brackets") ["more"]—"dash"`, '(“brackets”) [“more”]—“dash”'],
    ["the '90s, rock 'n' roll, 'tis", 'the ’90s, rock ’n’ roll, ’tis'],
    [`5'10" tall`, '5’10” tall'],
    ['one--two --- three', 'one—two — three'],
    ['use --flag or -f', 'use --flag or -f'],
    ['a ---- b', 'a ---- b'],
    ['wait... what.... no..', 'wait… what.... no..'],
    ['“already” set – here', '“already” set – here']
  ])('%s', (typed, printed) => {
    expect(truePunctuation(typed)).toBe(printed)
  })
})

describe('a paragraph', () => {
  test.each([
    ['quotation marks reach over emphasis', '"*One* and **two**"', '<p class="opens-quote">“<em>One</em> and <strong>two</strong>”</p>'],
    ['code stays', '`"a" -- b` "c"', '<p><code>"a" -- b</code> “c”</p>'],
    ['addresses stay', '<https://example.org/a--b>', '<p><a href="https://example.org/a--b">https://example.org/a--b</a></p>'],
    ['a quotation mark after code closes', 'say "`a`"', '<p>say “<code>a</code>”</p>'],
    ['an escaped mark is a mark', '\\"a\\"', '<p class="opens-quote">“a”</p>']
  ])('%s', (_, markdown, html) => {
    expect(renderText(markdown).html).toBe(html)
  })
})
