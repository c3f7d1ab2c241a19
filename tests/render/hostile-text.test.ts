// Tests of render: nothing that a manuscript says can leave its place in HTML or CSS.

import {describe, expect, test} from 'vitest'
import {cssString} from '../../scripts/render/css-string.ts'
import {pick, randomNumbers} from './random-text.ts'
import {searchScript} from '../../scripts/render/search-script.ts'
import {renderFiles, renderText} from './render-files.ts'

const hostile =
  '</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>"\'`}\\*/ } @page{} \ufdd0a0\ufdd1 \ufdd0hx\ufdd1 &lt;script&gt;'

/** Tags and attributes of HTML that a browser would see, comments and text left out. */
function tagsOf(html: string): {name: string; attributes: string[]}[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>/gi)].map(([, name, attributes]) => ({
    name: name!.toLowerCase(),
    attributes: [...attributes!.matchAll(/([^\s=]+)(?:="[^"]*")?/g)].map(([, attribute]) => attribute!.toLowerCase())
  }))
}

function expectHarmless(html: string): void {
  // In text and attributes, every `<` that is not written by us must be a reference.
  const rest = html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<!doctype html>/g, '')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*>/g, '')
  expect(rest).not.toContain('<')
  for (const {name, attributes} of tagsOf(html)) {
    expect(['script', 'iframe', 'object', 'embed', 'svg', 'form', 'input', 'link', 'base']).not.toContain(name)
    for (const attribute of attributes) expect(attribute).not.toMatch(/^on|^style$|^srcset$/)
  }
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi))
    expect(tag).not.toMatch(/ (?:href|src)="(?!https:\/\/book\.invalid\/|#|https?:|mailto:|tel:|data:)/)
}

describe('hostile words', () => {
  const files = {
    'book.yaml': `title: ${JSON.stringify(hostile)}\nsubtitle: ${JSON.stringify(hostile)}\nlanguage: en\npublishers: [${JSON.stringify(hostile)}]\nedition: ${JSON.stringify(hostile)}\n`,
    'facts.yaml': `f: ${JSON.stringify(hostile)}\n`,
    'quotes/q.md': `---\nattribution: ${JSON.stringify(hostile)}\nsource: s\nconsent: c\n---\n\n${hostile}\n`,
    'sections/text.md': `---\ntitle: ${JSON.stringify(hostile)}\n---\n\n:fact[f] :blank[:fact[f]] :ref[text]\n\n::quote[q]\n\n::lines[:fact[f]]\n\n## :fact[f] {#own}\n\n:ref[own]\n\n${hostile}\n`
  }
  const rendered = renderFiles(files)

  test.each(rendered.renderer.plans.map(({id}) => id))('in the unit %s stay text', id => {
    expectHarmless(rendered.unit(id).html)
    expect(rendered.unit(id).html.match(/<\/style>/g)).toHaveLength(2)
  })

  test('in the screen file stay text', () => {
    const html = rendered.renderer.renderScreen()
    expect(html.match(/<script/g)).toHaveLength(1)
    expectHarmless(html.replace(`<script>${searchScript}</script>`, ''))
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })
})

describe('raw HTML', () => {
  test.each([
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<div style="background:url(javascript:alert(1))" onmouseover=alert(1)>x</div>',
    '<iframe src="https://example.org"></iframe>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<template><script>alert(1)</script></template>',
    '<form action="https://example.org"><input name=a><button formaction=x>go</button></form>',
    '<p lang="en-x-artifact">hidden</p>',
    '<textarea>**a**',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!-- a --><!--[if IE]><script>alert(1)</script><![endif]-->',
    '<object data="x"></object><embed src="x"><base href="https://example.org/"><link rel=stylesheet href=x><meta http-equiv=refresh>',
    'a <b onclick=x>**b** <i>c</b> d</i> <u>',
    '<table><tr><td>**a**</table> <td>loose</td>'
  ])('%s', markdown => {
    const {html} = renderText(markdown)
    expectHarmless(html)
    expect(html).not.toContain('x-artifact')
  })

  test('by chance', () => {
    const random = randomNumbers(11)
    const pieces = [
      '<',
      '>',
      '</',
      'script',
      'div',
      'p',
      ' onclick=',
      '"',
      "'",
      'a',
      ' href=',
      'javascript:',
      '\n\n',
      '\n',
      '- ',
      '> ',
      '**x**',
      ':ref[',
      ']',
      '{#a}',
      '::quote[q]',
      '<!--',
      '-->',
      '<b>',
      '</b>',
      '<td>',
      '<table>',
      '&#x3c;',
      '|',
      ':::callout[x]',
      ':::',
      '\ufdd0a0\ufdd1',
      '<img src=',
      'x',
      ' '
    ]
    for (let round = 0; round < 400; round++) expectHarmless(renderText(pick(pieces, 2 + random(30), random).join('')).html)
  })
})

test('what looks like a slot is never filled', () => {
  expect(renderText('\ufdd0a0\ufdd1 :fact[f]', {'facts.yaml': 'f: "1 \ufdd0a0\ufdd1"\n'}).html).toBe(
    '<p>\ufffda0\ufffd 1 \ufdd0a0\ufdd1</p>'
  )
})

test('what Markdown wrote between the tags of raw HTML is kept', () => {
  expect(renderText('<div>\n\n**a** `<b>` :span[c]{lang=es}\n\n</div>').html).toContain('<strong>a</strong> <code>&#x3C;b></code>')
})

describe('a CSS string', () => {
  test.each([
    ['Space Hacks', '"Space Hacks"'],
    ['a"b', '"a\\22 b"'],
    ['</style>', '"\\3c \\2f style\\3e "'],
    ['a\\', '"a\\5c "'],
    ['a\nb', '"a\\a b"'],
    ['ñ – ü’s', '"ñ – ü’s"'],
    ['\ufdd0\0', '"\\fdd0 \\0 "']
  ])('%j', (text, css) => {
    expect(cssString(text)).toBe(css)
  })
})
