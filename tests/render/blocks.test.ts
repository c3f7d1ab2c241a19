// Tests of render: each block of the manuscript as HTML for paper. Structure keys and titles are left out here.

import {describe, expect, test} from 'vitest'
import {renderText} from './render-files.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 20, 0, 0, 0, 10])
const library = {
  'facts.yaml': 'surveys: "180"\n',
  'quotes/doors.md': '---\nattribution: A door keeper\nsource: test\nconsent: test\n---\n\nDoors -- "open" ones.\n\nAnd <more>.\n',
  'quotes/puertas.md': '---\nattribution: Una portera\nsource: test\nconsent: test\nlanguage: es\n---\n\nPuertas.\n',
  'figures/hill.png': png
}

function page(id: number): string {
  return ` (page\u00a0<span class="page-number" id="x.${id}">00</span>)`
}

const blocks: [name: string, markdown: string, html: string][] = [
  ['paragraph', 'It\'s "true" -- *really*...', '<p>It’s “true” — <em>really</em>…</p>'],
  ['heading', '## What to do', '<h2 id="text--what-to-do">What to do</h2>'],
  ['heading with its own id', '## What to do {#do}', '<h2 id="do">What to do</h2>'],
  [
    'pull quote',
    '::quote[doors]',
    '<figure class="pull-quote" id="quote-doors"><blockquote class="voice-short"><p>Doors -- &quot;open&quot; ones.</p><p>And &lt;more&gt;.</p></blockquote><figcaption>— A door keeper</figcaption></figure>'
  ],
  [
    'pull quote in another language',
    '::quote[puertas]{#p}',
    '<figure class="pull-quote" id="p"><blockquote class="voice-short" lang="es" dir="ltr"><p>Puertas.</p></blockquote><figcaption>— Una portera</figcaption></figure>'
  ],
  [
    'pull quote in a passage in another language, which is not that of its words',
    ':::passage{lang=ar}\n::quote[puertas]{#p}\n:::',
    '<div class="passage" lang="ar" dir="rtl"><figure class="pull-quote" id="p" dir="ltr"><blockquote class="voice-short" lang="es" dir="ltr"><p>Puertas.</p></blockquote><figcaption>— Una portera</figcaption></figure></div>'
  ],
  [
    'callout',
    ':::callout[Be *kind*]{kind=tip}\nSay hello.\n:::',
    '<aside class="callout callout-tip" role="note"><p class="callout-title"><span class="callout-kind">Tip</span> Be <em>kind</em></p><p>Say hello.</p></aside>'
  ],
  [
    'callout without title',
    ':::callout\nSay hello.\n:::',
    '<aside class="callout callout-note" role="note"><p class="callout-title"><span class="callout-kind">Note</span></p><p>Say hello.</p></aside>'
  ],
  [
    'checklist',
    ':::checklist[Before]\n- [ ] Door\n- [x] Light\n:::',
    `<div class="checklist"><p class="block-title">Before</p><ul class="tick-list">
<li class="tick"><span class="tick-box" role="img" aria-label="tick box"></span> Door</li>
<li class="tick tick-done"><span class="tick-box" role="img" aria-label="ticked box"></span> Light</li>
</ul></div>`
  ],
  [
    'steps',
    ':::steps[How]\n1. Look.\n2. Greet.\n:::',
    '<div class="steps"><p class="block-title">How</p><ol class="step-list">\n<li>Look.</li>\n<li>Greet.</li>\n</ol></div>'
  ],
  [
    'figure',
    '::figure[The *hill*.]{src="figures/hill.png" alt="A hill" #hill width=wide}',
    '<figure class="figure figure-wide" id="hill"><img src="https://book.invalid/asset/1585651b0129c28653c2f6f6.png" width="20" height="10" alt="A hill"><figcaption>The <em>hill</em>.</figcaption></figure>'
  ],
  [
    'decorative figure',
    '::figure{src="figures/hill.png" decorative}',
    '<figure class="figure"><img src="https://book.invalid/asset/1585651b0129c28653c2f6f6.png" width="20" height="10" alt=""></figure>'
  ],
  [
    'image alone',
    '![A hill](../figures/hill.png "The hill")',
    '<figure class="figure"><img src="https://book.invalid/asset/1585651b0129c28653c2f6f6.png" width="20" height="10" alt="A hill"><figcaption>The hill</figcaption></figure>'
  ],
  [
    'image in a line',
    'See ![a hill](figures/hill.png) here.',
    '<p>See <img src="https://book.invalid/asset/1585651b0129c28653c2f6f6.png" width="20" height="10" alt="a hill"> here.</p>'
  ],
  [
    'definition and term',
    ':::definition[Hill]{#hill}\nHigh ground.\n:::\n\nA :term[hill] and :term[hills]{to=hill}.',
    `<div class="definition" id="hill"><p class="definition-term"><dfn>Hill</dfn></p><div class="definition-text"><p>High ground.</p></div></div>
<p>A <a class="term" href="https://book.invalid/#hill">hill</a> and <a class="term" href="https://book.invalid/#hill">hills</a>.</p>`
  ],
  [
    'cross-reference',
    'See :ref[text].',
    `<p>See <a class="cross-reference" href="https://book.invalid/#text"><span class="cross-reference-title">Text</span>${page(1)}</a>.</p>`
  ],
  [
    'cross-reference with words, and the page once in a paragraph',
    'See :ref[the *start*]{to=text} and [again](#text).',
    `<p>See <a class="cross-reference" href="https://book.invalid/#text"><span class="cross-reference-title">the <em>start</em></span>${page(1)}</a> and <a class="cross-reference" href="https://book.invalid/#text"><span class="cross-reference-title">again</span></a>.</p>`
  ],
  [
    'cross-reference in a heading has no page',
    '## Like :ref[text]',
    '<h2 id="text--like-text">Like <a class="cross-reference" href="https://book.invalid/#text"><span class="cross-reference-title">Text</span></a></h2>'
  ],
  ['cross-reference inside a link is words', '[to :ref[text]](https://example.org)', '<p><a href="https://example.org">to Text</a></p>'],
  ['fact', 'From :fact[surveys] surveys.', '<p>From 180 surveys.</p>'],
  ['words that announce a list', 'Bring:\n\n- water', '<p class="lead-in">Bring:</p>\n<ul>\n<li>water</li>\n</ul>'],
  [
    'blank',
    'My name is :blank[Your name]{width=long}',
    '<p>My name is <span class="blank blank-long" role="img" aria-label="Your name: blank to fill in"></span></p>'
  ],
  [
    'blanks with their labels',
    'My **name**: :blank[Name] Day: :blank[Day]{width=short}',
    '<p><span class="fields">' +
      '<span class="field"><span class="field-label">My <strong>name</strong>: </span><span class="blank blank-medium" role="img" aria-label="blank to fill in"></span></span>' +
      '<span class="field"><span class="field-label"> Day: </span><span class="blank blank-short" role="img" aria-label="blank to fill in"></span></span>' +
      '</span></p>'
  ],
  [
    'blanks in a sentence',
    'Name: :blank[Name] since :blank[Day]',
    '<p>Name: <span class="blank blank-medium" role="img" aria-label="blank to fill in"></span> since <span class="blank blank-medium" role="img" aria-label="Day: blank to fill in"></span></p>'
  ],
  [
    'blanks with one label',
    ':blank[Name] :blank[Name]',
    '<p><span class="blank blank-medium" role="img" aria-label="Name: blank to fill in"></span> <span class="blank blank-medium" role="img" aria-label="Name: blank to fill in"></span></p>'
  ],
  [
    'blank whose label stands before it',
    'I need to **tag out** :blank[Tag out]',
    '<p>I need to <strong>tag out</strong> <span class="blank blank-medium" role="img" aria-label="blank to fill in"></span></p>'
  ],
  [
    'alert of GitHub',
    '> [!WARNING]\n> Never *alone*.\n>\n> Two.',
    '<aside class="callout callout-caution" role="note"><p class="callout-title"><span class="callout-kind">Caution</span></p><p>Never <em>alone</em>.</p><p>Two.</p></aside>'
  ],
  [
    'quotation that begins in brackets',
    '> [!WHY] not',
    '<blockquote>\n<p>[!WHY] not</p>\n</blockquote>'
  ],
  [
    'lines',
    '::lines[What else?]{count=2}',
    '<div class="lines"><p class="lines-label">What else?</p><div class="line" role="img" aria-label="2 lines to fill in"></div><div class="line" aria-hidden="true"></div></div>'
  ],
  [
    'note',
    'Text[^a] and[^a].\n\n[^a]: The *note*.',
    `<p>Text<span id="text--note-1-ref-1"><a class="note-reference" href="https://book.invalid/#text--note-1" aria-label="Note 1"><sup>1</sup></a></span> and<span id="text--note-1-ref-2"><a class="note-reference" href="https://book.invalid/#text--note-1" aria-label="Note 1"><sup>1</sup></a></span>.</p>
<section class="notes"><p class="notes-title">Notes</p><ol class="note-list"><li class="note" id="text--note-1"><p>The <em>note</em>. <a class="note-back" href="https://book.invalid/#text--note-1-ref-1" aria-label="Back 1 to the text, note 1">Back 1</a> <a class="note-back" href="https://book.invalid/#text--note-1-ref-2" aria-label="Back 2 to the text, note 1">Back 2</a></p></li></ol></section>`
  ],
  [
    'table',
    ':::table[Two *things*]\n| Thing | Count |\n|---|--:|\n| Doors | 2 |\n:::',
    `<div class="table-wrap"><table><caption>Two <em>things</em></caption>
<thead>
<tr>
<th scope="col">Thing</th>
<th scope="col" class="align-right">Count</th>
</tr>
</thead>
<tbody>
<tr>
<td>Doors</td>
<td class="align-right">2</td>
</tr>
</tbody>
</table></div>`
  ],
  [
    'table with heads of rows',
    '| | Count |\n|---|---|\n| Doors | 2 |',
    `<div class="table-wrap"><table>
<thead>
<tr>
<td>\u00a0</td>
<th scope="col">Count</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Doors</th>
<td>2</td>
</tr>
</tbody>
</table></div>`
  ],
  ['code', '```js\nlet a = "b" -- c\n```', '<pre><code class="language-js">let a = "b" -- c\n</code></pre>'],
  ['words in another language', 'They say :span[hola]{lang=es}.', '<p>They say <span id="x.1" lang="es">hola</span>.</p>'],
  ['passage in another language', ':::passage{lang=es}\nHola.\n:::', '<div class="passage" lang="es"><p lang="es">Hola.</p></div>'],
  [
    'definition list in HTML',
    '<dl><dt>Door</dt><dd>Way in</dd><dt>Gate</dt><dd>Way out</dd></dl>',
    '<dl><div><dt>Door</dt><dd>Way in</dd></div><div><dt>Gate</dt><dd>Way out</dd></div></dl>'
  ],
  [
    'details in HTML are open on paper',
    '<details><summary>More</summary>\n\nText\n\n</details>',
    '<details open><summary>More</summary>\n<p>Text</p>\n</details>'
  ]
]

describe('on paper', () => {
  test.each(blocks)('%s', (_, markdown, expected) => {
    const {html, messages} = renderText(markdown, library)
    expect(messages).toEqual([])
    expect(html).toBe(expected)
  })
})

describe('editions', () => {
  const files = {'book.yaml': 'title: Test book\nlanguage: en\neditions:\n  home: {}\n  away: {}\n'}
  const text =
    'We are :only[home]{edition=home}:only[away]{edition="away"}.\n\n:::only{edition="home away"}\nBoth.\n:::\n\n:::only{edition=away}\nOnly away.\n:::'

  test('the first is built when none is asked for', () => {
    expect(renderText(text, files).html).toBe('<p>We are home.</p>\n<p>Both.</p>')
  })

  test('another one is built when it is', () => {
    expect(renderText(text, files, {edition: 'away'}).html).toBe('<p>We are away.</p>\n<p>Both.</p>\n<p>Only away.</p>')
  })
})

test('a title is the first heading of the first level, wherever it stands', () => {
  const {main} = {main: renderText('').main('text')}
  expect(main).toBe('<section class="section section-depth-0">\n<h1 id="text" class="section-title">Text</h1>\n</section>')
})
