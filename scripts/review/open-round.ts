// Review: a manuscript as it is now becomes the frozen text of a new round, its blocks with the ids they had.

import {createHash} from 'node:crypto'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import {matchBlocks, type Finding, type Matching} from './match-blocks.ts'
import {readRegistry, writeRegistry, type Registry} from './registry.ts'
import {registryFile, usualQuestions, writeRound, type Round} from './round.ts'
import type {TextSection} from './text-block.ts'

/** What the person who opens a round decides. */
export type RoundPlan = Pick<Round, 'number' | 'opened' | 'due' | 'base' | 'edition' | 'commit' | 'reviewers'>

export interface OpenedRound {
  readonly round: Round
  readonly matching: Matching
  /** Files of the round's folder by path. */
  readonly folder: ReadonlyMap<string, Uint8Array>
  /** The new registry. */
  readonly registry: string
  readonly messages: readonly Diagnostic[]
}

/** Freezes `files`, of which `sections` are the blocks. Gives no round, but messages, when the registry cannot be read. */
export function openRound(plan: RoundPlan, files: BookFiles, sections: readonly TextSection[], registryText: string | undefined): OpenedRound | {readonly messages: readonly Diagnostic[]} {
  const reading = registryText === undefined ? {registry: []} : readRegistry(registryText)
  if ('fault' in reading) {
    const {line, reason, note} = reading.fault
    return {messages: [diagnose('block-registry', reason, {file: registryFile, place: {line, column: 1}}, note)]}
  }
  const matching = matchBlocks(reading.registry, sections)
  const frozen = files.list().map(path => [path, files.read(path)] as const)
  const round: Round = {...plan, hash: contentHash(frozen), questions: usualQuestions, sectionQuestions: new Map()}
  const registry = writeRegistry(matching.registry)
  const folder = new Map<string, Uint8Array>([
    ['round.yaml', Buffer.from(writeRound(round))],
    ['blocks.yaml', Buffer.from(registry)],
    ...frozen.map(([path, bytes]): [string, Uint8Array] => [`base/${path}`, bytes])
  ])
  return {round, matching, folder, registry, messages: messagesOf(matching.findings)}
}

/** SHA-256 of files by their paths and bytes. */
export function contentHash(files: Iterable<readonly [path: string, bytes: Uint8Array]>): string {
  const hash = createHash('sha256')
  for (const [path, bytes] of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** Ids of the sections' blocks by file, as a round's own copy of the registry has them. */
export function idsOf(registry: Registry, sections: readonly TextSection[]): ReadonlyMap<string, readonly string[]> {
  return matchBlocks(registry, sections).ids
}

/** So many sections without a code are told one by one. */
const fewCodes = 5

function messagesOf(findings: readonly Finding[]): Diagnostic[] {
  const proposed = findings.filter(({kind}) => kind === 'code-proposed')
  if (proposed.length <= fewCodes) return findings.map(findingMessage)
  const [{before: code} = {before: ''}] = proposed
  const together = diagnose(
    'section-code-proposed',
    `Unexpected ${proposed.length} sections without a code, expected a line such as \`code: ${code}\` in the front matter of each`,
    {file: registryFile},
    `nothing need be done: their blocks are called by codes made of the titles, such as \`${code}-1\`, which this file keeps`
  )
  return [together, ...findings.filter(each => !proposed.includes(each)).map(findingMessage)]
}

function findingMessage({kind, ids, file, line, before}: Finding): Diagnostic {
  const at = {file, place: {line, column: 1}}
  const [id = '', other = ''] = ids
  const words = `\`${shorten(before)}\``
  switch (kind) {
    case 'moved':
      return diagnose('block-moved', `Unexpected place of ${named(ids)}, which stood ${before.startsWith('after') ? before : `at ${before}`}`, at)
    case 'split':
      return diagnose('block-split', `Unexpected words of \`${id}\` in a new block, expected one block`, at, `comments on \`${id}\` may be about either part; it began ${words}`)
    case 'merged':
      return diagnose('block-merged', `Unexpected words of \`${other}\` in \`${id}\`, expected two blocks`, at, `\`${other}\` is gone; it began ${words}`)
    case 'doubtful':
      return diagnose('block-doubtful', `Unexpected words of \`${id}\`, which said ${words} in the last round, expected more of those words`, at, `nothing need be done if it is the same thing, said in another way; if it is something else, comments on \`${id}\` are not about it: before drafts go out, write the next free number in the place of \`${id}\` in its line of \`${registryFile}\` and of the new round’s \`blocks.yaml\``)
    case 'restored':
      return diagnose('block-moved', `Unexpected \`${id}\`, which was gone from the text, and is back`, at)
    case 'code-proposed':
      return diagnose('section-code-proposed', `Unexpected section without a code, expected a line such as \`code: ${before}\` in its front matter`, at, `nothing need be done: its blocks are called \`${before}-1\`, \`${before}-2\` and so on`)
  }
}

function named(ids: readonly string[]): string {
  return ids.length === 1 ? `\`${ids[0]}\`` : `\`${ids[0]}\` to \`${ids.at(-1)}\``
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
