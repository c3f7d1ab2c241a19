// On the review page, the round's questions stand at the end of every section that reviewers are asked about, in books with parts and in folders of files.

import {expect, test} from 'vitest'
import {readFrozen} from '../../scripts/review/frozen-round.ts'
import {makeReviewPages} from '../../scripts/review/make-review-page.ts'
import {openRound} from '../../scripts/review/open-round.ts'
import {readText} from '../../scripts/review/read-text.ts'
import {usualQuestions} from '../../scripts/review/round.ts'
import {memoryFiles} from '../read/memory-files.ts'
import {templates} from '../render/render-files.ts'

const options = {profile: 'print', paper: 'letter', templates} as const

/** Titles of sections and of boxes of questions, in the order of the page, each box with the block that its answers are about. */
async function pageOf(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const files = memoryFiles(texts)
  const opened = openRound({number: 1, opened: '2026-12-01', reviewers: []}, files, (await readText(files, options)).sections, undefined)
  if (!('round' in opened)) throw new Error(opened.messages.map(String).join('\n'))
  const text = (name: string) => Buffer.from(opened.folder.get(name)!).toString()
  const {frozen} = await readFrozen({number: 1, round: text('round.yaml'), blocks: text('blocks.yaml'), base: files}, options)
  const [page] = makeReviewPages(frozen!, [undefined], {css: '', script: ''})
  const html = Buffer.from(page!.bytes).toString()
  for (const question of usualQuestions) expect(html).toContain(`>${question}</label>`)
  return [...html.matchAll(/class="section-title"[^>]*>([^<]*)<|class="asked-title">([^<]*)<(?:(?!data-about)[\s\S])*data-about="([^"]*)"/g)].map(([, title, asked, about]) => title ?? `${asked} ${about}`)
}

test('of a book with parts, once for each part', async () => {
  expect(await pageOf({
    'book.yaml': 'title: T\nlanguage: en\n', 'sections/one/index.md': '# One\n\nWords.\n', 'sections/one/in.md': '# Inner\n\nWords.\n', 'sections/two.md': '# Two\n\nWords.\n'
  })).toEqual(['One', 'Inner', 'What do you think of “One”? ON-1', 'Two', 'What do you think of “Two”? TW-1'])
})

test('of a folder of files, once for each file', async () => {
  expect(await pageOf({'README.md': '# Start\n\nWords.\n', 'guide/01-a.md': '# First\n\nWords.\n', 'guide/02-b.md': '# Second\n\nWords.\n'})).toEqual([
    'Start', 'What do you think of “Start”? ST-1', 'Guide', 'First', 'What do you think of “First”? FI-1', 'Second', 'What do you think of “Second”? SE-1'
  ])
})
