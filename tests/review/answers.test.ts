import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type Comment, readComment, writeComment} from '../../scripts/review/comment.ts'
import {addOpenEntries, answerable, isAnswered, readDecisions, writeAnswers} from '../../scripts/review/decisions.ts'
import {dispositionCsv, dispositionHtml} from '../../scripts/review/disposition.ts'
import {groupSimilar} from '../../scripts/review/group-similar.ts'
import type {ReviewedRound} from '../../scripts/review/reviewed-round.ts'
import {writeReport} from '../../scripts/review/write-report.ts'
import {youSaid} from '../../scripts/review/you-said.ts'
import {collectFixtures, draftManifest} from '../support/collect-fixture.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const hostile = '<script>alert(1)</script> "quoted" & =1+1 :fact[x] ::quote[y] # no *heading*'

function comment(id: string, rest: Partial<Comment> = {}): Comment {
  return {id, kind: 'comment', medium: 'pdf', reviewer: 'R1', blocks: ['LT-7'], quote: '', before: '', after: '', comment: 'Words', ...rest}
}

async function reviewed(comments: readonly Comment[], table = ''): Promise<ReviewedRound> {
  const {title, blocks, sections} = await draftManifest()
  return {
    number: 1, title, language: 'en', reviewers: ['R1', 'R2'], blocks, sections: new Map(sections.map(section => [section.id, section.title])), comments,
    decisions: readDecisions(table, 'decisions.yaml').decisions, pictures: new Map()
  }
}

describe('a comment’s file', () => {
  test.each(['plain words', hostile, 'two\nlines\n\nand: more', ' - dash', "'single'", 'true', '12', '#', '|', '- a\n- b', 'ünïcödé “quotes” 👋'])('keeps %j', words => {
    const kept = comment('m4kd2x7p', {comment: words, quote: words, suggestion: words, nearest: 'LT-1', where: 'ZZ-99', page: 'iv', textRound: 1, parent: '7c9a6hfd', isDrawn: true})
    expect(readComment(writeComment(kept), 'x.yaml')).toEqual({comment: kept, messages: []})
  })

  test('that somebody broke is told with its line', () => {
    const {comment: none, messages} = readComment('id: m4kd2x7p\nkind: shout\nmedium: pdf\nreviewer: R1\nblocks: []\n', 'reviews/round-1/comments/m4kd2x7p.yaml')
    expect(none).toBeUndefined()
    expect(messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['key-value', 2]])
  })
})

describe('the table of answers', () => {
  const one = comment('m4kd2x7p')
  const two = comment('7c9a6hfd', {quote: 'a\nb', comment: hostile})

  test('gets an open entry for each comment, and keeps what stands there', () => {
    const table = addOpenEntries('', [one])
    const answered = writeAnswers(table, [one], {answer: 'declined', reason: 'No: there is "no" room\n# really'})
    const more = addOpenEntries(answered, [one, two])
    const {decisions, messages} = readDecisions(more, 'd.yaml')
    expect(messages).toEqual([])
    expect(decisions.get(one.id)).toMatchObject({answer: 'declined', reason: 'No: there is "no" room\n# really'})
    expect(isAnswered(decisions.get(two.id))).toBe(false)
    expect(more.split('\n').filter(line => /^# LT-7/.test(line))).toHaveLength(2)
    expect(addOpenEntries(more, [one, two])).toBe(more)
  })

  test('forgets what was said of another answer, and keeps what was said of the same', () => {
    const first = writeAnswers('', [one], {answer: 'changed', change: 'Other words'})
    expect(readDecisions(writeAnswers(first, [one], {answer: 'changed', reason: 'Shorter'}), 'd.yaml').decisions.get(one.id)).toMatchObject({change: 'Other words', reason: 'Shorter'})
    expect(readDecisions(writeAnswers(first, [one], {answer: 'accepted'}), 'd.yaml').decisions.get(one.id)).toEqual({answer: 'accepted', line: expect.any(Number) as number})
  })

  test('tells answers that are none, and refusals without a reason', () => {
    const {messages} = readDecisions('m4kd2x7p:\n  decision: maybe\n7c9a6hfd:\n  decision: declined\nnot an id:\n  decision: open\n', 'd.yaml')
    expect(messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['key-value', 2], ['key-value', 5], ['decision-reason', 3]])
  })

  test('merges in git when two people answer and collect', () => {
    const folder = temporaryFolder()
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', '-c', 'commit.gpgsign=false', ...args], {cwd: folder, stdio: 'pipe'})
    const path = join(folder, 'decisions.yaml')
    const commit = (table: string, message: string) => {
      writeFileSync(path, table)
      git('add', '-A')
      git('commit', '-qm', message)
    }
    git('init', '-q', '-b', 'main')
    writeFileSync(join(folder, '.gitattributes'), 'decisions.yaml merge=union\n')
    const start = addOpenEntries('', [one, two])
    commit(start, 'start')
    git('checkout', '-qb', 'other')
    commit(addOpenEntries(writeAnswers(start, [two], {answer: 'accepted', change: 'Done'}), [comment('zzzzzzzz')]), 'other')
    git('checkout', '-q', 'main')
    commit(addOpenEntries(writeAnswers(start, [one], {answer: 'asked', reason: 'Where?'}), [comment('yyyyyyyy')]), 'mine')
    git('merge', '-q', 'other')
    const {decisions, messages} = readDecisions(readFileSync(path, 'utf8'), 'd.yaml')
    expect(messages).toEqual([])
    expect([...decisions].map(([id, {answer}]) => [id, answer]).sort()).toEqual([['7c9a6hfd', 'accepted'], ['m4kd2x7p', 'asked'], ['yyyyyyyy', undefined], ['zzzzzzzz', undefined]])
  })

  test('asks for no answer to answers, and to what was written anew', () => {
    const thread = [one, comment('aaaaaaaa', {kind: 'reply', parent: one.id}), comment('bbbbbbbb', {revises: one.id})]
    expect(answerable(thread).map(({id}) => id)).toEqual(['bbbbbbbb'])
  })
})

test('comments that are alike stand together, and none is dropped', () => {
  const all = [
    comment('a0000000', {quote: 'Share food', comment: 'What food?'}), comment('b0000000', {quote: 'food', comment: 'Which?', reviewer: 'R2'}), comment('c0000000', {comment: 'Somebody has to clean up afterwards'}),
    comment('d0000000', {comment: 'Who has to clean up afterwards?'}), comment('e0000000', {blocks: ['LT-1'], comment: 'Somebody has to clean up afterwards'})
  ]
  expect(groupSimilar(all).map(group => group.map(({id}) => id[0]).join(''))).toEqual(['ab', 'cd', 'e'])
})

describe('reports', () => {
  const comments = [comment('m4kd2x7p', {comment: hostile, quote: 'Share food', suggestion: '=HYPERLINK("x")'}), comment('7c9a6hfd', {blocks: [], nearest: 'PB-5', comment: '+1', reviewer: 'P-AAAAA'})]
  const table = 'm4kd2x7p:\n  decision: declined\n  reason: "@no <b>room</b>"\n7c9a6hfd:\n  decision: accepted\n'

  test('show comments beside their paragraphs, as text and nothing else', async () => {
    const html = writeReport(await reviewed(comments, table), '../../book')
    expect(html).toContain('<mark>Share food</mark>')
    expect(html).toContain('href="../../book/sections/lists.md" data-line="13">sections/lists.md:13<')
    expect(html).toContain('Could not be placed; this is what is nearest, PB-5')
    expect(html.match(/<script>/g)).toHaveLength(1)
    expect(html).not.toContain('<b>room')
  })

  test('make tables that no spreadsheet runs', async () => {
    const round = await reviewed(comments, table)
    const csv = dispositionCsv(round)
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain(",'+1,")
    expect(csv).toContain("'@no <b>room</b>")
    expect(csv.split('\r\n')).toHaveLength(4)
    expect(dispositionHtml(round)).not.toContain('<b>room')
  })

  test('tell everybody what became of what they said, in words that Markdown leaves alone', async () => {
    const text = youSaid(await reviewed(comments, table), {publishers: [], date: '2026-12-20'}).get('sections/you-said.md')!
    expect(text).toContain('We left it as it is. \\@no \\<b\\>room\\<\\/b\\>.')
    expect(text).toContain('\\:fact\\[x\\]')
    expect(text).toContain('We did it.')
    expect(text.match(/^## .*/gm)?.at(-1)).toBe('## Other comments')
    expect(text).toMatch(/ \\# no \\\*heading\\\*\. Say it like this: “/)
  })
})

test('who asked and heard nothing says so', async () => {
  const files = youSaid(await reviewed([]), {publishers: [], date: '2026-12-20'})
  expect(files.get('sections/you-said.md')).toBe('# Thank you\n\nWe asked you what you think of our draft. We got no comments.\n')
  expect(files.get('book.yaml')).toContain('date: 2026-12-20')
})

test('every item of every kind of file is retained, and all text comments are on their blocks', async () => {
  const files = ['mupdf/mupdf.pdf', 'poppler/poppler.pdf', 'firefox/firefox.pdf', 'okular/okular.pdf', 'acrobat-shape/acrobat-shape.pdf', 'preview-shape/preview-shape.pdf', 'xodo-shape/xodo-shape.pdf']
  const {comments} = await collectFixtures(files)
  const {blocks} = await draftManifest()
  const texts = new Map(blocks.map(({id, text}) => [id, text]))
  const marked = comments.filter(({comment: {kind}}) => ['highlight', 'underline', 'squiggly', 'delete', 'replace', 'insert'].includes(kind))
  expect(marked.length).toBeGreaterThan(18)
  for (const {comment: {blocks: ids, quote}} of marked) expect(quote.split('\n').every((part, index) => texts.get(ids[index]!)!.includes(part))).toBe(true)
})
