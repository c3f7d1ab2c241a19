// Two people collect and answer in copies of one repository, and git puts it together.

import {execFileSync} from 'node:child_process'
import {cpSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {reviewCollect} from '../../scripts/commands/review-collect.ts'
import {reviewDecide} from '../../scripts/commands/review-decide.ts'
import {reviewOpen} from '../../scripts/commands/review-open.ts'
import {reviewStatus} from '../../scripts/commands/review-status.ts'
import {openTestBook} from '../support/book-test.ts'
import {answerOf, openTestRound} from '../support/review-test.ts'

test('what two people collect, answer and write merges without a conflict', async () => {
  const book = openTestBook('review')
  const [mine, theirs] = [book.folder, join(book.folder, '../theirs')]
  const git = (folder: string, ...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', '-c', 'commit.gpgsign=false', ...args], {cwd: folder, stdio: 'pipe'}).toString()
  const commit = (folder: string, message: string) => {
    git(folder, 'add', '-A')
    git(folder, 'commit', '-qm', message)
  }
  const collect = async (folder: string, name: string, rows: string) => {
    writeFileSync(join(folder, '..', name), `Who,Block,Comment\n${rows}`)
    const {out} = await answerOf(terminal => reviewCollect([join(folder, '..', name)], {book: folder, out: join(folder, 'dist'), json: true}, terminal))
    return (JSON.parse(out) as {items: {id: string}[]}).items.map(({id}) => id)
  }
  await openTestRound(mine, {reviewers: 'R1,R2'})
  git(mine, 'init', '-q', '-b', 'main')
  commit(mine, 'The round')
  cpSync(mine, theirs, {recursive: true})

  const [own = ''] = await collect(mine, 'mine.csv', 'R1,AB-2,One\nR1,CL-3,Two\nR1,CL-4,Both have this\n')
  await answerOf(terminal => reviewDecide([own], {book: mine, accept: true}, terminal))
  book.edit('sections/about.md', 'Another paragraph', 'A paragraph that I changed')
  commit(mine, 'Mine')
  const others = await collect(theirs, 'theirs.csv', 'R2,AB-4,Three\nR2,CL-3,Four\nR1,CL-4,Both have this\n')
  await answerOf(terminal => reviewDecide([others[0]!], {book: theirs, decline: true, reason: 'There is no room'}, terminal))
  commit(theirs, 'Theirs')
  git(mine, 'pull', '-q', '--no-rebase', '--no-edit', theirs, 'main')

  const {out, exitCode} = await answerOf(terminal => reviewStatus(mine, {json: true}, terminal))
  const status = JSON.parse(out) as {open: string[]; sections: {comments: number; open: number}[]; silent: string[]; diagnostics: unknown[]}
  expect([exitCode, status.diagnostics, status.silent]).toEqual([0, [], []])
  expect(status.sections.map(({comments, open}) => [comments, open])).toEqual([[2, 0], [3, 3]])
  expect(readdirSync(join(mine, 'reviews/round-1/comments'))).toHaveLength(5)
  expect(git(mine, 'ls-files')).not.toContain('reviewers-key')

  // The next round of one, and what the other wrote meanwhile in another section.
  git(theirs, 'pull', '-q', '--no-rebase', '--no-edit', mine, 'main')
  const {err} = await answerOf(terminal => reviewOpen(mine, {round: 2}, terminal))
  expect(err).toMatch(/Unexpected round 1, which is still open, expected it to be closed before round 2 is opened *round-overlap/)
  expect(err).toContain(`space-hacks review close --round 1 --book ${mine}`)
  commit(mine, 'The second round')
  const care = join(theirs, 'sections/care.md')
  execFileSync('sed', ['-i', 's/First of all, listen/First of all, listen and wait/', care])
  commit(theirs, 'A change of words')
  git(mine, 'pull', '-q', '--no-rebase', '--no-edit', theirs, 'main')
  const third = await answerOf(terminal => reviewOpen(mine, {round: 3, json: true}, terminal))
  expect(JSON.parse(third.out)).toMatchObject({ok: true, added: 0, removed: 0, findings: []})
})
