// Structure that validators cannot judge, since what is missing or misplaced breaks no rule: each case with the tags it must have.

import {expect, it} from 'vitest'
import {openTestBook} from '../support/book-test.ts'
import {describePdf} from '../support/describe-pdf.ts'

/** Markdown, and its tags below the section's title: roles and entries, and text in quotation marks. */
const cases: Readonly<Record<string, readonly [markdown: string, tags: string]>> = {
  'the subject index is one': [
    ':index[Time]{as="time"} passes.\n\n::index',
    `
P
  "Time"
  " passes."
Index
  P
    "T"
  L
    LI
      LBody
        "time, "
        Link
          "1"
          Link to 10--mark on page 6, contents "page 1"`
  ],
  'empty cells keep their column': [
    '| | Early | Late |\n|---|---|---|\n| Door | open | |\n| | | |',
    `
Table
  THead
    TR
      TD
      TH id Scope=Column
        "Early"
      TH id Scope=Column
        "Late"
  TBody
    TR
      TH id Scope=Row
        "Door"
      TD Headers
        "open"
      TD Headers
    TR
      TD
      TD Headers
      TD Headers`
  ],
  'terms stand with their meanings': [
    '<dl><dt>One</dt><dd>First</dd><dt>Two</dt><dt>Three</dt><dd>Second</dd><dd>Third</dd></dl>',
    `
L
  LI
    Lbl
      "One"
    LBody
      "First"
  LI
    Lbl
      "Two"
    Lbl
      "Three"
    LBody
      P
        "Second"
      P
        "Third"`
  ],
  'abbreviations say what they stand for': [
    'Learn <abbr title="Cardiopulmonary &quot;resuscitation&quot;">CPR</abbr> and <abbr>AED</abbr>.',
    `
P
  "Learn "
  Span expansion="Cardiopulmonary \\"resuscitation\\""
    "CPR"
  " and "
  "AED"
  "."`
  ],
  'lists tell how they count': [
    '<ol type="a" start="3"><li>x</li><li>y</li></ol>\n\n<ol type="I"><li>x</li><li>y</li></ol>',
    `
L ListNumbering=LowerAlpha
  LI
    Lbl
      "c. "
    LBody
      "x"
  LI
    Lbl
      "d. "
    LBody
      "y"
L ListNumbering=UpperRoman
  LI
    Lbl
      "I. "
    LBody
      "x"
  LI
    Lbl
      "II. "
    LBody
      "y"`
  ],
  'bare words part from the blocks around them': [
    '<div>Words <em>in a</em> box<div>and another</div>and after</div>\n\n<blockquote>Bare <p>words</p></blockquote>',
    `
P
  "Words "
  Em
    "in a"
  " box"
P
  "and another"
P
  "and after"
BlockQuote
  P
    "Bare"
  P
    "words"`
  ],
  'inline elements keep their language': [
    'An <i lang="fr">entrée</i>, a <cite lang="es">libro</cite>, <kbd lang="de">Eingabe</kbd>.',
    `
P
  "An "
  Span lang="fr"
    "entrée"
  ", a "
  Span lang="es"
    "libro"
  ", "
  Span lang="de"
    "Eingabe"
  "."`
  ],
  'words from right to left are read in order': [
    'Say :span[שלום עולם טוב מאוד]{lang=he}, then go.',
    `
P
  "Say "
  Span lang="he" actual="שלום עולם טוב מאוד"
    "דואמ בוט םלוע םולש"
  ", then go."`
  ],
  'a decorative figure leaves its caption': [
    '::figure[Only words]{src="../figures/room.svg" decorative}',
    `
P
  "Only words"`
  ],
  'soft hyphens are no text': [
    `${'Donau&shy;dampf&shy;schiff&shy;fahrts&shy;gesell&shy;schafts&shy;'.repeat(4)}kapitän`,
    `
P
  "${'Donaudampfschifffahrtsgesellschafts'.repeat(4)}kapitän"`
  ],
  'ruby has a base': [
    '<ruby>CPR<rp>(</rp><rt>see pee are</rt><rp>)</rp></ruby>',
    `
P
  Ruby
    RB
      "CPR"
    RT
      "see pee are"`
  ],
  'a figure of code is no picture': [
    '<figure><pre>code</pre><figcaption>A listing</figcaption></figure>',
    `
Div
  P
    "code"
  Caption
    "A listing"`
  ]
}

let sections: Promise<Map<string, string>> | undefined

async function readSections(): Promise<Map<string, string>> {
  const names = Object.keys(cases)
  const files = names.map((name, index) => [`sections/${10 + index}.md`, `# ${name}\n\n${cases[name]![0]}\n`])
  const book = openTestBook('stock', Object.fromEntries(files))
  book.write('book.yaml', `title: Cases\nlanguage: en\nsections: [${names.map((_, index) => String(10 + index)).join(', ')}]\n`)
  const build = await book.build({formats: ['pdf']})
  const {tags} = await describePdf({bytes: build.pdf})
  const found = tags.split(/\n {2}Sect\n {4}H1\n {6}page \d+: /).slice(1)
  return new Map(found.map((section) => {
    const [title = '', ...lines] = section.split('\n')
    return [JSON.parse(title) as string, lines.map(shortened).join('\n')]
  }))
}

/** A line of a description without pages, ids and the roles that roles are mapped to. */
function shortened(line: string): string {
  return line.slice(4).replace(/page \d+: /, '').replace(/ \(\w+\)/, '').replace(/(?:Table|List)\//g, '').replace(/id="[^"]*"/, 'id').replace(/Headers=\[[^\]]*\]/, 'Headers')
}

it.each(Object.keys(cases))('%s', async (name) => {
  const section = (await (sections ??= readSections())).get(name)
  expect(section?.trimEnd()).toBe(cases[name]![1].trim())
})
