import type {Heading, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {findTitle} from '../../scripts/read/find-title.ts'
import {titleText} from '../../scripts/read/title-text.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

function parsedTitle(markdown: string): string | undefined {
  const isTitle = (node: RootContent): node is Heading => node.type === 'heading' && node.children.length > 0
  const heading = (parser.parse(markdown)).children.find(isTitle)
  return (
    heading &&
    toString(heading, {includeHtml: false})
      .replace(/[ \t\n]+/g, ' ')
      .trim()
  )
}

function foundTitle(markdown: string): string | undefined {
  const found = findTitle(markdown)
  return found && titleText(found.markdown)
}

describe('where the title is', () => {
  test.each([
    '# Title',
    'Text before.\n\n## Second level\n\n# First level',
    '#Not a title\n\n# Title #',
    '####### Seven\n\n# Title ##  ',
    '   # Indented\n',
    '    # Code\n\nTitle\n===',
    'Two lines\nof title\n---\n\nText',
    'A paragraph\n# Title',
    '#\n\n# After an empty one',
    '# #\n\n# After another',
    '```\n# code\n```\n# Title',
    '~~~ md\n# code\n```\n# code\n~~~~\n\n# Title',
    '````\n```\n# code\n````\nTitle\n-----',
    '```never closed\n# code',
    '<!-- # comment\n\n# more -->\n\n# Title',
    '<script>\n# no\n\n# no\n</script>\n# Title',
    '<div>\n# inside HTML\n</div>\n\n# Title',
    '> # quoted\n\n# Title',
    '- item\n---\n\n# Title',
    '- item\n# Title',
    '* * *\n\nTitle\n===',
    'Text\n***\n# Title',
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n# Title',
    'Text with `code`\n\n---\n\n# Title',
    'No title at all.\n\n---\n',
    '\n\n\t\n# Title\n',
    '# Title\\\n',
    'a\n\n===\n\n# Title',
    '1. one\n2. two\n\nTitle\n--'
  ])('%j', markdown => {
    expect(foundTitle(markdown)).toBe(parsedTitle(markdown))
  })

  test('a heading in HTML, as READMEs have it', () => {
    expect(foundTitle('<p align="center"><img src="x.png"></p>\n\n<h1 align="center">\n  The <em>tool</em>\n</h1>\n\n## Install')).toBe(
      'The tool'
    )
    expect(foundTitle('<h1></h1>\n\n## Install')).toBe('Install')
    expect(foundTitle('<h1>\n  <br>\n  <img src="logo.svg">\n</h1>\n\n## Install')).toBe('Install')
    expect(foundTitle('<h1>\n  <a href="x"><img width="320" alt="The tool" src="logo.svg"></a>\n</h1>\n\n## Install')).toBe('The tool')
  })

  test('its lines', () => {
    expect(findTitle('x\n\nOne\ntwo\n---\nText')).toEqual({markdown: 'One two', startLine: 2, endLine: 5})
    expect(findTitle('\n# One #')).toEqual({markdown: 'One', startLine: 1, endLine: 2})
  })
})

describe('its words', () => {
  test.each([
    'Plain words: a title, 10:30',
    'One &middot; two &rarr; three',
    '*One* and **two** and ***three*** _four_ __five__ ~~six~~',
    '**A *nested* one**',
    'snake_case_name and 2 * 3 * 4 = 24, 5*6*7',
    '`code` and ``co`de`` and `*not emphasis*`',
    '`` ` ``',
    'unclosed `code and *star',
    '[link](https://example.org/a_(b)) and [two](<a b> "title")',
    '![image *alt*](x.png) [![badge](b.svg)](https://example.org)',
    '[a `b` *c*](x)',
    'Escaped \\*stars\\* and \\[brackets\\] \\`ticks\\` and \\\\',
    'R&amp;D &lt;tag&gt; &#169; &#x41; &nbsp;x &unknown;',
    'A <b>bold</b> and <br/> and <span class="x">span</span> word',
    'Box<T> and a < b > c',
    '<https://example.org/x>',
    'match *or* `match` & co',
    'C++ and C# and F#',
    'A_b_c _d_',
    '*a*b and a*b*',
    '"Quoted" – dash — *“both”*',
    '\\# not a number',
    'a\\\\*b*'
  ])('%j', markdown => {
    expect(titleText(markdown)).toBe(parsedTitle(`# ${markdown}`))
  })

  test('what Markdown does not know: facts, directives, footnote marks, heading attributes', () => {
    expect(
      titleText('The :fact[n] surveys, :term[*safe* space]{to=safe}[^1] {#custom .class}', id => (id === 'n' ? '180' : undefined))
    ).toBe('The 180 surveys, safe space')
    expect(titleText('[three][reference]')).toBe('three')
    expect(titleText(':fact[unknown]')).toBe(':fact[unknown]')
  })

  test('a very long line of marks takes no time', () => {
    const started = performance.now()
    titleText('*_`['.repeat(20_000))
    titleText('*a_'.repeat(600))
    expect(performance.now() - started).toBeLessThan(200)
  })
})
