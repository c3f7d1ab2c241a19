// The registry is read as it was written, merged by git as text, and what cannot be read is named with its line.

import {execFileSync} from 'node:child_process'
import {writeFileSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {matchBlocks} from '../../scripts/review/match-blocks.ts'
import {readRegistry, writeRegistry, type Registry} from '../../scripts/review/registry.ts'
import {seededRandom} from '../bench/random.ts'
import {parseYaml} from '../../scripts/read/parse-yaml.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {asSections, editBook, randomBook} from './random-edits.ts'

const registry: Registry = [
  {file: 'sections/a.md', code: 'A', blocks: [{id: 'A-1', kind: 'heading', text: 'A: "quoted", #hash'}, {id: 'A-3', kind: 'paragraph', text: 'Two – “words”\u2028'}], gone: [{id: 'A-2', kind: 'quote', text: '{}'}]},
  {file: 'sections/b c.md', code: 'BC', blocks: [{id: 'BC-1', kind: 'heading', text: ''}], gone: []}
]

test('what is written is read, and is YAML', () => {
  const text = writeRegistry(registry)
  expect(readRegistry(text)).toEqual({registry})
  expect(parseYaml(text).fault).toBeUndefined()
})

test.each([
  ['a second id', writeRegistry(registry).replace('"BC-1"', '"A-3"'), 'Unexpected second `A-3`, expected each id once', 13],
  ['marks of a conflict', writeRegistry(registry).replace('  gone:\n', '<<<<<<< ours\n  gone:\n'), 'Unexpected conflict of git, expected lines of blocks', 8],
  ['a broken line', writeRegistry(registry).replace('"kind":"quote",', ''), 'Unexpected block, expected `id`, `kind` and `text`', 9],
  ['other text', writeRegistry(registry).replace('  code: BC', '  color: BC'), 'Unexpected line, expected one as `review open` writes it', 11]
])('%s is named with its line', (_, text, reason, line) => {
  expect(readRegistry(text)).toMatchObject({fault: {reason, line}})
})

test('what two people do to different sections merges in git without a conflict', () => {
  const random = seededRandom(7)
  const book = randomBook(random)
  const base = matchBlocks([], asSections(book)).registry
  const edit = (only: number) => {
    const {book: edited} = editBook(book, random)
    return matchBlocks(base, asSections(book.map((section, i) => (i === only ? {...section, blocks: edited[i]!.blocks} : section)))).registry
  }
  const [ours, theirs] = [edit(0), edit(2)]
  const merged = readRegistry(mergeInGit(writeRegistry(base), writeRegistry(ours), writeRegistry(theirs)))
  expect(merged).toEqual({registry: base.map((file, i) => (i === 0 ? ours[0] : i === 2 ? theirs[2] : file))})
})

test('blocks that two people add in the same section end in a conflict that people see', () => {
  const book = randomBook(seededRandom(8))
  const base = matchBlocks([], asSections(book)).registry
  const added = (text: string) => {
    const [first, ...others] = book
    return writeRegistry(matchBlocks(base, asSections([{...first!, blocks: [...first!.blocks, {name: 0, kind: 'paragraph', text}]}, ...others])).registry)
  }
  const merged = mergeInGit(writeRegistry(base), added('One of them writes this sentence.'), added('The other writes something else here.'))
  expect(readRegistry(merged)).toMatchObject({fault: {reason: 'Unexpected conflict of git, expected lines of blocks'}})
})

/** What git makes of a file that two branches changed, conflict marks included. */
function mergeInGit(base: string, ours: string, theirs: string): string {
  const folder = temporaryFolder()
  const git = (...words: string[]) => execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {stdio: 'pipe'})
  const commit = (text: string, branch: string) => {
    writeFileSync(join(folder, 'blocks.yaml'), text)
    git('add', '.')
    git('commit', '-m', branch)
  }
  git('init', '-b', 'main')
  commit(base, 'base')
  git('checkout', '-b', 'theirs')
  commit(theirs, 'theirs')
  git('checkout', 'main')
  commit(ours, 'ours')
  try {
    git('merge', 'theirs')
  } catch {
    // A conflict, which the file shows.
  }
  return readFileSync(join(folder, 'blocks.yaml'), 'utf8')
}
