// What reviewers can point at, and with which words, in every kind of block.

import {expect, test} from 'vitest'
import {readText} from '../../scripts/review/read-text.ts'
import {memoryFiles} from '../read/memory-files.ts'
import {templates} from '../render/render-files.ts'

const files = {
  'book.yaml': 'title: T\nlanguage: en\n',
  'facts.yaml': 'count: twelve\n',
  'quotes/k.md': '---\nattribution: A voice\nsource: s\nconsent: c\n---\n\nWords of “one”.\n\nAnd more.\n',
  'sections/a/index.md': `---
code: AA
---

# A title with :fact[count]

A paragraph of *words*, [a link](https://example.org) and :fact[count].

- first
- second with

  another paragraph

  - nested

| Head | Other |
|---|---|
| one | two |

> A quotation.
>
> Its second part.

:::callout[Try this]{kind=tip}
Said in the callout.
:::

::quote[k]

:::checklist[To do]
- [ ] Tick it
:::

Name: :blank[Your name]

::lines[What else?]{count=2}
`,
  'sections/a/b.md': '# Inner\n\nText of the inner section.\n',
  'sections/c.md': '# Other\n\nHas a note[^a], and it again[^a].\n\n[^a]: Two *doses*.\n'
}

test('every block has its own words and no more', async () => {
  const {sections} = await readText(memoryFiles(files), {profile: 'print', paper: 'letter', templates})
  expect(sections.map(({file, code}) => [file, code])).toEqual([['sections/a/index.md', 'AA'], ['sections/a/b.md', 'AA'], ['sections/c.md', undefined]])
  expect(sections[0]!.blocks.map(({kind, text, line}) => `${line} ${kind}: ${text}`)).toEqual([
    '5 heading: A title with twelve',
    '7 paragraph: A paragraph of words, a link and twelve.',
    '9 list-item: first',
    '10 list-item: second with',
    '12 paragraph: another paragraph',
    '14 list-item: nested',
    '16 table-row: Head Other',
    '18 table-row: one two',
    '20 quote: A quotation.',
    '22 paragraph: Its second part.',
    '24 callout: Tip Try this',
    '25 paragraph: Said in the callout.',
    '28 quote: Words of “one”. And more. — A voice',
    '30 paragraph: To do',
    '31 list-item: Tick it',
    '34 paragraph: Name:',
    '34 field: Your name: blank to fill in',
    '36 field: What else?'
  ])
  // Numbers of notes and ways back from them are no words.
  expect(sections[2]!.blocks.map(({kind, text}) => `${kind}: ${text}`)).toEqual(['heading: Other', 'paragraph: Has a note, and it again.', 'list-item: Two doses.'])
})
