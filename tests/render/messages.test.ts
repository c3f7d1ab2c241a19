// Tests of render: what is wrong with a manuscript, where, and what to do about it.

import {describe, expect, test} from 'vitest'
import type {MemoryFile} from '../read/memory-files.ts'
import {told} from '../read/memory-files.ts'
import {renderFiles} from './render-files.ts'

const library: Record<string, MemoryFile> = {
  'facts.yaml': 'surveys: "180"\n',
  'quotes/doors.md': '---\nattribution: A door keeper\nsource: test\nconsent: test\n---\n\nDoors.\n',
  'sections/other.md': '# Other\n\n## Part\n\nText.\n',
  'sections/list.pdf': '%PDF',
  'figures/notes.txt': 'no picture',
  'figures/words.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>hi</text></svg>',
  'figures/plain.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  'figures/far.svg': {refused: 'outside'}
}

function messagesOf(markdown: string, more: Record<string, MemoryFile> = {}): string[] {
  const {renderer} = renderFiles({...library, 'sections/text.md': `# Text\n\n${markdown}\n`, ...more})
  return renderer.messages.map(told)
}

const cases: [name: string, markdown: string, message: string][] = [
  [
    'unknown quote',
    '::quote[dors]',
    'sections/text.md:3:1-3:14 error quote-unknown: Unexpected quote `dors`, expected an id from `quotes/`\n  hint: the nearest is `doors`'
  ],
  [
    'quote used twice',
    '::quote[doors]\n\n::quote[doors]',
    'sections/text.md:5:1-5:15 warning quote-repeated: Unexpected second use of quote `doors`, expected each quote once\n  hint: it stands at sections/text.md:3 already'
  ],
  [
    'block among other words',
    'As one said:\n::quote[doors] and more',
    'sections/text.md:4:1-4:24 error directive-misplaced: Unexpected `::quote` among other words, expected a block\n  hint: put it on a line of its own, with an empty line above and below'
  ],
  [
    'block with curly quotation marks',
    '::figure[Plain]{src=“figures/plain.svg” alt=“A plan”}',
    'sections/text.md:3:1-3:54 error directive-misplaced: Unexpected `::figure` among other words, expected a block\n  hint: write straight quotation marks: `"`'
  ],
  [
    'table whose dashes are fewer',
    '| a | b \\| c |\n| --- |\n| 1 | 2 |',
    'sections/text.md:4:1-4:8 error table-columns: Unexpected 1 column below a head with 2 columns, expected as many\n  hint: write a part for each column: `| --- | --- |`'
  ],
  [
    'table whose dashes are more',
    'a | b\n:-- | --- | --\n1 | 2',
    'sections/text.md:4:1-4:15 error table-columns: Unexpected 3 columns below a head with 2 columns, expected as many\n  hint: write a part for each column: `| --- | --- |`'
  ],
  [
    'note that is not there',
    'Said so.[^a] \\[^b] is no note.',
    'sections/text.md:3:9-3:13 warning note-unknown: Unexpected `[^a]`, expected the mark of a note\n  hint: write the note below, in a paragraph of its own: `[^a]: Words.`'
  ],
  [
    'unknown fact',
    'We had :fact[survey] of them.',
    'sections/text.md:3:8-3:21 error fact-unknown: Unexpected fact `survey`, expected an id from `facts.yaml`\n  hint: the nearest is `surveys`'
  ],
  [
    'unknown cross-reference',
    'See :ref[othr].',
    'sections/text.md:3:5-3:15 error reference-unknown: Unexpected cross-reference `othr`, expected an anchor of the book\n  hint: the nearest is `other`'
  ],
  [
    'unknown term',
    'A :term[gate].',
    'sections/text.md:3:3-3:14 error term-unknown: Unexpected term `gate`, expected a term that is defined\n  hint: write `:term[words]{to=id}` with the id of the definition'
  ],
  [
    'unknown text directive',
    'A :fcat[x] here.',
    'sections/text.md:3:3-3:11 warning directive-unknown: Unexpected `:fcat`, expected `:blank`, `:fact`, `:index`, `:only`, `:ref`, `:span`, `:term`, `:var`\n  hint: did you mean `fact`?'
  ],
  [
    'unknown block',
    ':::callot[x]\ny\n:::',
    'sections/text.md:3:1-3:13 error directive-unknown: Unexpected `:::callot`, expected `:::callout`, `:::checklist`, `:::definition`, `:::only`, `:::passage`, `:::steps`, `:::table`\n  hint: did you mean `callout`?'
  ],
  [
    'another tool’s block',
    ':::warning\ny\n:::',
    'sections/text.md:3:1-3:11 error directive-unknown: Unexpected `:::warning`, expected `:::callout`, `:::checklist`, `:::definition`, `:::only`, `:::passage`, `:::steps`, `:::table`\n  hint: write `:::callout[Title]{kind=note}`; kinds are note, tip, caution, try-saying and pitfall'
  ],
  [
    'wrong number of colons',
    '::callout[x]',
    'sections/text.md:3:1-3:13 error directive-unknown: Unexpected `::callout`, expected `:::callout`'
  ],
  [
    'block without an end',
    ':::callout[x]\ny',
    'sections/text.md:3:1-3:14 error directive-unclosed: Unexpected end of `:::callout`, expected a line of colons\n  hint: end the block with `:::`; a block around another block needs more colons than the one inside'
  ],
  [
    'unknown attribute',
    ':::callout[x]{knd=tip}\ny\n:::',
    'sections/text.md:3:1-5:4 error directive-attribute: Unexpected `knd` on `callout`, expected `kind`, `id`, `lang`\n  hint: did you mean `kind`?'
  ],
  [
    'attribute of a mark that takes none',
    'A :fact[surveys]{lang=es}.',
    'sections/text.md:3:3-3:26 error directive-attribute: Unexpected `lang` on `fact`, expected none\n  hint: delete it'
  ],
  [
    'unknown kind',
    ':::callout[x]{kind=tips}\ny\n:::',
    'sections/text.md:3:1-5:4 error directive-attribute: Unexpected kind `tips`, expected one of `note`, `tip`, `caution`, `try-saying`, `pitfall`\n  hint: did you mean `tip`?'
  ],
  [
    'checklist without boxes',
    ':::checklist[x]\n- y\n:::',
    'sections/text.md:3:1-5:4 error directive-content: Unexpected checklist without boxes, expected a list of `- [ ]` lines'
  ],
  [
    'unknown edition',
    ':only[x]{edition=away}',
    'sections/text.md:3:1-3:23 error edition-unknown: Unexpected edition `away`, expected editions in `book.yaml`\n  hint: declare it under `editions` in `book.yaml`'
  ],
  [
    'missing image',
    '![A hill](figures/hill.svg)',
    'sections/text.md:3:1-3:28 error image-missing: Unexpected image `figures/hill.svg`, expected a file of the book\n  hint: paths start at the Markdown file or at the book’s folder'
  ],
  [
    'image without alt',
    'A ![](figures/plain.svg)',
    'sections/text.md:3:3-3:25 error image-alt: Unexpected image `figures/plain.svg` without alternative text, expected words for it\n  hint: say what the picture shows; one that only decorates is `::figure{src="…" decorative}`'
  ],
  [
    'alternative text that is a file name',
    '![plain.svg](figures/plain.svg)',
    'sections/text.md:3:1-3:32 warning image-words: Unexpected alternative text `plain.svg`, expected more than a file name\n  hint: say what the picture shows'
  ],
  [
    'alternative text that announces an image',
    'A ![Picture of a door](figures/plain.svg)',
    'sections/text.md:3:3-3:42 warning image-words: Unexpected alternative text `Picture of a door`, expected more than words that announce an image\n  hint: begin with what it shows; that it is an image is said by itself'
  ],
  [
    'link words that say nothing',
    'Click [**here**.](other.md)',
    'sections/text.md:3:7-3:28 warning link-words: Unexpected link words `here.`, expected words that say where the link leads\n  hint: programs for blind readers list links without the text around them'
  ],
  [
    'table without header cells',
    '<table><tr><td>a</td></tr></table>',
    'sections/text.md:3:1-3:35 warning table-header: Unexpected table without header cells, expected cells that say what the others are\n  hint: name the columns in the first row; in HTML, make its cells `<th>`'
  ],
  [
    'image outside the folder',
    '![x](../../secret.png)',
    'sections/text.md:3:1-3:23 error image-outside: Unexpected image `../../secret.png` outside the book’s folder, expected one inside\n  hint: copy it into the folder'
  ],
  [
    'image that is not there, beside the file or in the folder above',
    '![x](../figures/none.svg)',
    'sections/text.md:3:1-3:26 error image-missing: Unexpected image `../figures/none.svg`, expected a file of the book\n  hint: paths start at the Markdown file or at the book’s folder'
  ],
  [
    'image behind a link out of the folder',
    '![x](figures/far.svg)',
    'sections/text.md:3:1-3:22 error image-outside: Unexpected image `figures/far.svg` outside the book’s folder, expected one inside\n  hint: copy it into the folder'
  ],
  [
    'image that is none',
    '![x](figures/notes.txt)',
    'sections/text.md:3:1-3:24 error image-format: Unexpected content of `figures/notes.txt`, expected SVG, PNG, JPEG, WebP or GIF'
  ],
  [
    'remote image',
    '![x](https://example.org/x.png)',
    'sections/text.md:3:1-3:32 error image-remote: Unexpected image from `https://example.org/x.png`, expected a file of the book\n  hint: save the picture into the folder and name the file'
  ],
  [
    'letters in a drawing',
    '![x](figures/words.svg)',
    'sections/text.md:3:1-3:24 warning figure-text: Unexpected letters in `figures/words.svg`, expected paths\n  hint: turn text into paths in the drawing program'
  ],
  [
    'duplicate id in a file',
    ':::passage{#a}\nx\n:::\n\n:::passage{#a}\ny\n:::',
    'sections/text.md:7:1-9:4 error id-duplicate: Unexpected second `#a`, expected an id of its own\n  hint: line 3 of this file has the same id; change one of the two'
  ],
  [
    'duplicate id in two files',
    ':::passage{#other}\nx\n:::',
    'sections/text.md:3:1-5:4 error id-duplicate: Unexpected second `#other`, expected an id of its own\n  hint: sections/other.md:1 has it already'
  ],
  [
    'id that is none',
    ':::passage{id="a b"}\nx\n:::',
    'sections/text.md:3:1-5:4 error id-invalid: Unexpected id `a b`, expected letters, digits, hyphens and underscores\n  hint: ids become addresses inside the PDF, where other characters get lost'
  ],
  [
    'skipped heading level',
    '#### Deep',
    'sections/text.md:3:1-3:10 warning heading-skip: Unexpected heading level 4 after level 1, expected 2 at most\n  hint: write `##`, or add the heading between'
  ],
  [
    'second title',
    '# More',
    'sections/text.md:3:1-3:7 warning title-repeated: Unexpected second title, expected one `#` heading\n  hint: write `##`'
  ],
  [
    'script',
    'A <script>alert(1)</script>.',
    'sections/text.md:3:3-3:11 warning html-unsafe: Unexpected HTML `<script>`, expected harmless elements\n  hint: it is left out; say it in Markdown'
  ],
  [
    'event handler',
    '<div onclick="x()">A</div>',
    'sections/text.md:3:1-3:27 warning html-unsafe: Unexpected HTML `onclick`, expected harmless elements\n  hint: it is left out; say it in Markdown'
  ],
  [
    'style',
    '<div>\n\nA\n\n</div>\n\n<p style="color: red">B</p>',
    'sections/text.md:9:1-9:28 warning html-unsafe: Unexpected HTML `style`, expected harmless elements\n  hint: it is left out; say it in Markdown'
  ],
  [
    'event handler of a cell that stands alone',
    '<table>\n<tr>\n\n<th onclick="x()">\n\nA\n\n</th>\n\n</tr>\n</table>',
    'sections/text.md:6:1-6:19 warning html-unsafe: Unexpected HTML `onclick`, expected harmless elements\n  hint: it is left out; say it in Markdown'
  ],
  [
    'Arabic without a language',
    '**مرحبا** 10:30',
    'sections/text.md:3:1-3:16 warning language-missing: Unexpected Arabic letters without a language, expected its code\n  hint: put it into `:::passage{lang=ar}`'
  ],
  [
    'Hebrew without a language, once for a list item',
    '- שלום\n\n  דלת',
    'sections/text.md:3:1-5:6 warning language-missing: Unexpected Hebrew letters without a language, expected its code\n  hint: put it into `:::passage{lang=ar}`'
  ],
  [
    'script in a link',
    '[x](javascript:alert)',
    'sections/text.md:3:1-3:22 warning link-unsafe: Unexpected link to `javascript:alert`, expected a web page, a mail address or a place in the book'
  ],
  [
    'link to a file that is not there',
    '[x](othr.md)',
    'sections/text.md:3:1-3:13 error link-unknown: Unexpected link to `othr.md`, expected a file of the book\n  hint: the nearest is `sections/other.md`'
  ],
  [
    'link to a heading that is not there',
    '[x](other.md#prt)',
    'sections/text.md:3:1-3:18 error link-unknown: Unexpected link to `other.md#prt`, expected a heading of `sections/other.md`\n  hint: the nearest is `#part`'
  ],
  [
    'link to a file that is no section',
    '[x](list.pdf)',
    'sections/text.md:3:1-3:14 warning link-outside: Unexpected link to `list.pdf`, expected a section of the book\n  hint: its words are printed without the link'
  ],
  [
    'language that is none',
    ':span[hola]{lang="Español"}',
    'sections/text.md:3:1-3:28 error language-invalid: Unexpected language `Español`, expected a code such as `es` or `pt-BR`'
  ]
]

describe('a message says what, where and what to do', () => {
  test.each(cases)('%s', (_, markdown, message) => {
    expect(messagesOf(markdown)).toEqual([message])
  })
})

/** Of each rule about readers who do not see the pages: what keeps it. That each is broken is shown above. */
test.each([
  ['image-alt', 'A ![door in a wall](figures/plain.svg)\n\n::figure{src="figures/plain.svg" decorative}'],
  ['image-words', '![A door that stands open](figures/plain.svg)'],
  ['figure-text', '![A door](figures/plain.svg)'],
  ['link-words', 'Read [what the others do](other.md), or :ref[other].'],
  ['table-header', '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>\n\n| a |\n|---|\n| b |'],
  ['language-invalid', ':span[hola]{lang=es} :span[olá]{lang=pt-BR} <i lang="zh-Hant">門</i>'],
  ['language-missing', ':span[مرحبا]{lang=ar} is how <i lang="he">שלום</i> is said.\n\n<p dir="ltr">مرحبا</p>\n\nThe word مرحبا is Arabic.\n\n:::passage{lang=ar}\nمرحبا\n:::'],
  ['heading-skip', '## One\n\n### Two\n\n## Three'],
  ['heading-depth', '## One\n\n### Two\n\n#### Three\n\n##### Four\n\n###### Five'],
  ['title-repeated', '## Part']
] as const)('nothing is said of what keeps %s', (rule, markdown) => {
  expect(messagesOf(markdown)).toEqual([])
  expect(cases.some(([, , message]) => message.includes(` ${rule}: `)) || rule === 'heading-depth').toBe(true)
})

test('a seventh level of headings is set on the sixth', () => {
  const {renderer, main} = renderFiles({
    'sections/a/index.md': '# A\n\nText.\n',
    'sections/a/b.md': '# B\n\n## C\n\n### D\n\n#### E\n\n##### F\n\n###### G\n'
  })
  expect(renderer.messages.map(told)).toEqual([
    'sections/a/b.md:11:1-11:9 warning heading-depth: Unexpected seventh level of headings, expected six at most'
  ])
  expect(main('a').match(/<h\d/g)).toEqual(['<h1', '<h2', '<h3', '<h4', '<h5', '<h6', '<h6'])
})

test('nesting without end is a message, not a crash', () => {
  for (const markdown of ['>'.repeat(9000) + ' a', '<div>'.repeat(9000)]) {
    const {renderer, main} = renderFiles({'sections/text.md': `# Text\n\n${markdown}\n`})
    expect(renderer.messages.map(({ruleId, file}) => `${file} ${ruleId}`)).toEqual(['sections/text.md nesting-too-deep'])
    expect(main('text')).toContain('<p class="gap">Missing: …</p>')
  }
})

test('messages come in the order of the book', () => {
  const messages = messagesOf(':fact[b] ![](figures/plain.svg)\n\n#### X\n\n:fact[a]', {'sections/another.md': '# A\n\n:ref[none-such]\n'})
  expect(messages.map(message => message.split(' ')[0])).toEqual([
    'sections/another.md:3:1-3:16',
    'sections/text.md:3:1-3:9',
    'sections/text.md:3:10-3:32',
    'sections/text.md:5:1-5:7',
    'sections/text.md:7:1-7:9'
  ])
})

test('an edition that is asked for and not declared is named', () => {
  const {renderer} = renderFiles(
    {'book.yaml': 'title: T\nlanguage: en\neditions:\n  home: {}\n', 'sections/a.md': '# A\n\nB\n'},
    {edition: 'hom'}
  )
  expect(renderer.messages.map(told)).toEqual([
    ' error edition-unknown: Unexpected edition `hom`, expected one that `book.yaml` declares\n  hint: did you mean `home`?'
  ])
})

test('a profile that is not there is a fault of the program', () => {
  expect(() => renderFiles({'sections/a.md': '# A\n\nB\n'}, {profile: 'x'})).toThrow('Unexpected profile `x`, expected one of print')
})

test('what is missing is marked in its place', () => {
  const {main} = renderFiles({
    'sections/text.md':
      '# Text\n\n::quote[no]\n\n![A hill](no.svg)\n\nSee :ref[no], :fact[no], [words](no.md) and :term[term].\n\n:::nothing\nText.\n:::\n'
  })
  expect(main('text').split('\n').slice(2, -1)).toEqual([
    '<figure class="pull-quote" id="quote-no"><p class="gap">Missing: no</p></figure>',
    '<figure class="figure"><p class="gap">Missing: no.svg</p></figure>',
    '<p>See <span class="gap">Missing: no</span>, <span class="gap">Missing: no</span>, words<span class="gap">Missing: no.md</span> and term<span class="gap">Missing: term</span>.</p>',
    '<p class="gap">Missing: :::nothing</p>',
    '<p>Text.</p>'
  ])
})
