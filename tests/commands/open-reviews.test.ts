import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {chooseRound, openReviews} from '../../scripts/commands/open-reviews.ts'
import {releaseProblems} from '../../scripts/commands/release-problems.ts'
import {reviewDecide} from '../../scripts/commands/review-decide.ts'
import {reviewCollect} from '../../scripts/commands/review-collect.ts'
import {reviewCommand} from '../../scripts/commands/review-command.ts'
import type {Terminal} from '../../scripts/commands/terminal.ts'
import type {UsageError} from '../../scripts/commands/usage-error.ts'
import {openBookFiles} from '../../scripts/io/files.ts'
import {readFixture} from '../support/collect-fixture.ts'
import {answerOf} from '../support/review-test.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const round = `round: 1\nopened: 2026-11-01\nhash: ${'0'.repeat(64)}\n`
const comment = (id: string) => `id: ${id}\nkind: comment\nmedium: pdf\nreviewer: R1\nblocks:\n  - CB-1\ncomment: Words\n`

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  return folder
}

test('a round is read with what was collected and answered, and what is wrong in it is told', () => {
  const folder = folderWith({
    'reviews/round-1/round.yaml': round, 'reviews/round-1/comments/m4kd2x7p.yaml': comment('m4kd2x7p'), 'reviews/round-1/comments/broken.yaml': 'id: [',
    'reviews/round-1/decisions.yaml': 'm4kd2x7p:\n  decision: accepted\nzzzzzzzz:\n  decision: open\n', 'reviews/round-2/round.yaml': round.replace('1', '2')
  })
  const kept = openReviews(folder).get(1)!
  expect([...kept.comments.keys()]).toEqual(['m4kd2x7p'])
  expect(kept.messages.map(({ruleId, file, line}) => [ruleId, file, line])).toEqual([
    ['yaml-invalid', 'reviews/round-1/comments/broken.yaml', expect.any(Number)],
    ['decision-unknown', 'reviews/round-1/decisions.yaml', 3]
  ])
  expect(chooseRound(folder, undefined).number).toBe(2)
  expect(() => chooseRound(folder, 7)).toThrow('round 7')
})

test('answers are given by the beginning of an id that only one comment has', async () => {
  const folder = folderWith({'reviews/round-1/round.yaml': round, 'reviews/round-1/comments/m4kd2x7p.yaml': comment('m4kd2x7p'), 'reviews/round-1/comments/m4kdzzzz.yaml': comment('m4kdzzzz')})
  const decide = (id: string, args: object) => answerOf(terminal => reviewDecide([id], {book: folder, ...args}, terminal))
  await expect(decide('m', {accept: true})).rejects.toThrow('at least its first 4 letters')
  await expect(decide('m4kd', {accept: true})).rejects.toThrow('with which 2 ids begin')
  await expect(decide('qqqq', {accept: true})).rejects.toThrow('Unexpected comment `qqqq`')
  await expect(decide('m4kd2', {})).rejects.toThrow('without an answer')
  await expect(decide('m4kd2', {accept: true, ask: true})).rejects.toThrow('second answer')
  await expect(decide('m4kd2', {decline: true})).rejects.toThrow('without `--reason`')
  expect((await decide('M4KD2', {change: true, did: 'Other words'})).exitCode).toBe(0)
  expect(openReviews(folder).get(1)!.decisions.get('m4kd2x7p')).toMatchObject({answer: 'changed', change: 'Other words'})
})

test('comments of a round that is closed are not answered anew, and the way out is told', async () => {
  const folder = folderWith({'reviews/round-1/round.yaml': round, 'reviews/round-1/comments/m4kd2x7p.yaml': comment('m4kd2x7p'), 'reviews/round-1/decisions.yaml': 'm4kd2x7p: {decision: changed}\n', 'reviews/round-1/closed.yaml': 'comments: 1\n'})
  const refused = await reviewDecide(['m4kd'], {book: folder, accept: true}, {} as Terminal).catch((error: unknown) => error as UsageError)
  expect(refused).toMatchObject({message: 'Unexpected answer to `m4kd2x7p` of round 1, which is closed, expected a comment of an open round'})
  expect((refused as UsageError).hint).toContain(`space-hacks review close --round 1 --book ${folder}`)
  expect(openReviews(folder).get(1)!.decisions.get('m4kd2x7p')).toMatchObject({answer: 'changed'})
})

test('a book with marks of a draft in it is not released', async () => {
  const files = openBookFiles(temporaryFolder())
  const problems = await releaseProblems(files, [{kind: 'pdf', name: 'book.pdf', bytes: readFixture('poppler/poppler.pdf')}], 'manuscript')
  expect(problems.map(({ruleId}) => ruleId)).toEqual(Array.from({length: 6}, () => 'draft-mark'))
  expect(problems.map(({reason}) => reason)).toContain('Unexpected an embedded file, expected a book without marks of a draft')
})

test.each([
  ['manuscript', 'space-hacks review close'],
  ['books/one', 'space-hacks review close --book books/one'],
  ['../Safer Nights', 'space-hacks review close --book "../Safer Nights"'],
  ['it’s & so', 'space-hacks review close --book "it’s & so"'],
  ["Jo's $5", "space-hacks review close --book 'Jo'\\''s $5'"]
])('a hint for the book %j can be copied', (folder, command) => {
  expect(reviewCommand('close', folder)).toBe(command)
})

test('files are called as they were typed, on the terminal alone', async () => {
  const folder = folderWith({'sections/a.md': '# A\n', 'reviews/round-1/round.yaml': round, 'back/Lena Ortiz.pdf': 'no PDF'})
  const [typed, args] = [join(folder, 'back/Lena Ortiz.pdf'), {book: folder, out: join(folder, 'dist')}]
  const {err, exitCode} = await answerOf(terminal => reviewCollect([typed], args, terminal))
  expect([exitCode, err]).toEqual([1, expect.stringContaining(`Unexpected file that holds no comments we can read in \`${typed}\``)])
  const {out} = await answerOf(terminal => reviewCollect([typed, typed], {...args, json: true}, terminal))
  expect(out).toContain('in file 2 of 2')
  expect(out).not.toContain('Lena')
})
