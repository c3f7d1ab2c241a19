// What is said when a round opens: what became of blocks, which codes were made, and what is wrong with the files of earlier rounds.

import {expect, test} from 'vitest'
import {openRound, type OpenedRound} from '../../scripts/review/open-round.ts'
import {readText} from '../../scripts/review/read-text.ts'
import {readFrozen} from '../../scripts/review/frozen-round.ts'
import {readRound, usualQuestions, writeRound} from '../../scripts/review/round.ts'
import {memoryFiles, told} from '../read/memory-files.ts'
import {templates} from '../render/render-files.ts'

const plan = {number: 1, opened: '2026-12-01', due: '2026-12-15', reviewers: ['R1', 'R2']}

async function open(text: string, registry?: string) {
  const files = memoryFiles({'book.yaml': 'title: T\nlanguage: en\n', 'sections/care.md': `# Code of care\n\n${text}\n`})
  return openRound(plan, files, (await readText(files, {profile: 'print', paper: 'letter', templates})).sections, registry)
}

function opened(result: Awaited<ReturnType<typeof open>>): OpenedRound {
  if (!('round' in result)) throw new Error(result.messages.map(String).join('\n'))
  return result
}

const a = 'Keep a kettle where everyone can reach it, and tea beside it.'
const b = 'Say what will happen next before it happens, in plain words.'
const c = 'Two people stay near the door until the room is quiet again.'
const first = opened(await open([a, b, c].join('\n\n')))

test('the text is frozen with the round, its ids and its hash', () => {
  expect([...first.folder.keys()]).toEqual(['round.yaml', 'blocks.yaml', 'base/book.yaml', 'base/sections/care.md'])
  const {round, messages} = readRound(Buffer.from(first.folder.get('round.yaml')!).toString(), 'round.yaml')
  expect(messages).toEqual([])
  expect(round).toEqual({...plan, hash: first.round.hash, questions: usualQuestions, sectionQuestions: new Map()})
})

test.each([
  ['a code is made', [a, b, c], undefined, 'section-code-proposed: Unexpected section without a code, expected a line such as `code: CC` in its front matter'],
  ['a block moves', [c, a, b], first.registry, 'block-moved: Unexpected place of `CC-4`, which stood after CC-3'],
  ['blocks become one', [`${a} ${b}`, c], first.registry, 'block-merged: Unexpected words of `CC-3` in `CC-2`, expected two blocks'],
  ['a block is another', [a, 'Nothing of this was here.', c], first.registry, 'block-doubtful: Unexpected words of `CC-3`, which said `Say what will happen next before it happens, in plain words.` in the last round, expected more of those words']
])('when %s, that is said', async (_, texts, registry, message) => {
  expect(opened(await open(texts.join('\n\n'), registry)).messages.map(each => `${each.ruleId}: ${each.reason}`)).toEqual([message])
})

test('when a block is split, that is said with its line', async () => {
  const whole = opened(await open([`${a} ${b}`, c].join('\n\n')))
  const [message] = opened(await open([a, b, c].join('\n\n'), whole.registry)).messages
  expect(told(message!)).toMatch(/^sections\/care\.md:\d:1 warning block-split: Unexpected words of `CC-2` in a new block, expected one block\n/)
})

test('a registry that cannot be read stops it, with the line', async () => {
  expect((await open(a, first.registry.replace('  code: CC', '  colour: CC'))).messages.map(told)).toEqual([
    'reviews/blocks.yaml:4:1 error block-registry: Unexpected line, expected one as `review open` writes it\n  hint: take the line from an earlier version of the file'
  ])
})

test('two reviewers with one code are an error', () => {
  const text = Buffer.from(first.folder.get('round.yaml')!).toString().replace('"R2"', '"R1"')
  expect(readRound(text, 'round.yaml').messages.map(told)).toEqual([
    'round.yaml:10:5-10:9 error reviewer-duplicate: Unexpected second `R1`, expected each code for one person\n  hint: give one of the two another code'
  ])
})

test('what is another block gets another id as the hint says, in the registry and in the round', async () => {
  const texts = [a, 'Nothing of this was here.', c].join('\n\n')
  const {registry, messages, round} = opened(await open(texts, first.registry))
  expect(messages.find(({ruleId}) => ruleId === 'block-doubtful')!.note).toBe('nothing need be done if it is the same thing, said in another way; if it is something else, comments on `CC-3` are not about it: before drafts go out, write the next free number in the place of `CC-3` in its line of `reviews/blocks.yaml` and of the new round’s `blocks.yaml`')
  const mended = registry.replace('"CC-3"', '"CC-5"')
  const files = memoryFiles({'book.yaml': 'title: T\nlanguage: en\n', 'sections/care.md': `# Code of care\n\n${texts}\n`})
  const {frozen} = await readFrozen({number: 1, round: writeRound(round), blocks: mended, base: files}, {profile: 'print', paper: 'letter', templates})
  expect(frozen!.sections[0]!.blocks.map(({id}) => id)).toEqual(['CC-1', 'CC-2', 'CC-5', 'CC-4'])
  expect(opened(await open(`${texts}\n\nOne more of them.`, mended)).registry).toContain('"CC-6"')
})
