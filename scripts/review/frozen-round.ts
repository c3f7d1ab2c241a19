// Review: a round as its folder keeps it: what it asks, its frozen text, and the ids that the text had.

import {diagnose, levelOf, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import type {RenderOptions} from '../render/create-renderer.ts'
import type {NamedBlock, NameOf} from './name-blocks.ts'
import {contentHash, idsOf} from './open-round.ts'
import {readText, type ReviewText} from './read-text.ts'
import {readRegistry} from './registry.ts'
import {readRound, roundFolder, type Round} from './round.ts'
import type {TextBlock, TextSection} from './text-block.ts'

/** A block of a frozen text with its id. */
export interface FrozenBlock extends TextBlock {
  readonly id: string
}

export interface FrozenSection extends Omit<TextSection, 'blocks' | 'code'> {
  /** Begins the ids of its blocks. */
  readonly code: string
  readonly blocks: readonly FrozenBlock[]
}

export interface FrozenRound extends Pick<ReviewText, 'book' | 'renderer'> {
  readonly round: Round
  readonly sections: readonly FrozenSection[]
  readonly nameOf: NameOf
}

export interface FrozenReading {
  /** Absent when the round cannot be used. */
  readonly frozen?: FrozenRound
  readonly messages: readonly Diagnostic[]
}

/** What a round's folder holds, as text and files. */
export interface RoundFiles {
  readonly number: number
  /** Of `round.yaml`. */
  readonly round: string
  /** Of the round's own `blocks.yaml`. */
  readonly blocks: string
  /** The frozen manuscript, under the name of the book's folder. */
  readonly base: BookFiles
}

/** Reads and renders a round. Messages name files as they are called in the book's folder. */
export async function readFrozen(files: RoundFiles, options: Omit<RenderOptions, 'figures' | 'edition'>): Promise<FrozenReading> {
  const folder = roundFolder(files.number)
  const {round, messages} = readRound(files.round, `${folder}/round.yaml`)
  if (!round) return {messages}
  const registry = readRegistry(files.blocks)
  if ('fault' in registry) {
    const {line, reason, note} = registry.fault
    return {messages: [...messages, diagnose('block-registry', reason, {file: `${folder}/blocks.yaml`, place: {line, column: 1}}, note)]}
  }
  if (contentHash(files.base.list().map(path => [path, files.base.read(path)])) !== round.hash) {
    const reason = 'Unexpected change of the frozen text, expected it as it was when the round was opened'
    return {messages: [...messages, diagnose('round-changed', reason, {file: `${folder}/round.yaml`}, `take \`${folder}/base\` from an earlier version`)]}
  }
  const text = await readText(files.base, {...options, ...(round.edition === undefined ? {} : {edition: round.edition})})
  const all = [...messages, ...text.diagnostics.filter(each => levelOf(each) === 'error')]
  if (all.some(each => levelOf(each) === 'error')) return {messages: all}
  const ids = idsOf(registry.registry, text.sections)
  const codes = new Map(registry.registry.map(({file, code}) => [file, code]))
  const names = new Map<string, NamedBlock>()
  const sections = text.sections.map(section => {
    const known = ids.get(section.file)!
    const blocks = section.blocks.map((block, index) => ({...block, id: known[index]!}))
    for (const {id, ordinal, isInline, held} of blocks) {
      names.set(`${section.file}\0${ordinal}`, {id, isInline, isHeld: false})
      for (const each of held) names.set(`${section.file}\0${each}`, {id, isInline, isHeld: true})
    }
    return {...section, code: codes.get(section.file) ?? section.code ?? '', blocks}
  })
  return {frozen: {round, book: text.book, renderer: text.renderer, sections, nameOf: (file, ordinal) => names.get(`${file}\0${ordinal}`)}, messages: all}
}
