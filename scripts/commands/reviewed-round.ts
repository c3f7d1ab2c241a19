// Commands: a round as its reports need it: the blocks of its text where they stand now, and all that was said of them.

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import type {BookFiles} from '../io/files.ts'
import {findProgram} from '../io/program.ts'
import {readFrozen} from '../review/frozen-round.ts'
import {idsOf} from '../review/open-round.ts'
import {readRegistry} from '../review/registry.ts'
import {type Picture, pictureTypes} from '../review/picture.ts'
import {readText} from '../review/read-text.ts'
import type {ReportedBlock, ReviewedRound} from '../review/reviewed-round.ts'
import {keptFragments} from './kept-fragments.ts'
import {commentsFolder, type KeptRound} from './open-reviews.ts'
import {openTemplates} from './open-templates.ts'
import {roundFiles} from './round-files.ts'

export interface RoundReading {
  /** Absent when the frozen text cannot be read. */
  readonly reviewed?: ReviewedRound
  readonly publishers: readonly string[]
  readonly messages: readonly Diagnostic[]
}

/** Reads the frozen text and, where `findsPlaces` asks for it, finds its blocks in the manuscript as it is now. */
export async function readReviewed(files: BookFiles, kept: KeptRound, {findsPlaces}: {readonly findsPlaces: boolean}): Promise<RoundReading> {
  const program = findProgram()
  const options = {profile: 'draft', paper: 'letter', templates: openTemplates(program, 'draft'), fragments: keptFragments(program)} as const
  const folder = roundFiles(files, kept.number, files.folder)
  const {frozen, messages} = await readFrozen(folder, options)
  if (!frozen) return {publishers: [], messages: [...kept.messages, ...messages]}
  const {round, book, sections} = frozen
  const registry = readRegistry(folder.blocks)
  const now = findsPlaces && 'registry' in registry ? await placesNow() : new Map<string, {file: string; line: number}>()
  const blocks = sections.flatMap(({id: section, file, blocks: own}) => own.map(({id, text, line}): ReportedBlock => ({id, section, text, file, line, ...now.get(id)})))
  const pictures = new Map([...kept.comments.keys()].flatMap(id => {
    if (!kept.comments.get(id)!.isDrawn) return []
    const path = (type: Picture['type']) => join(files.folder, commentsFolder(kept.number), `${id}.${type}`)
    const type = pictureTypes.find(each => existsSync(path(each)))
    return type === undefined ? [] : [[id, {type, bytes: readFileSync(path(type))}] as const]
  }))
  return {
    publishers: book.metadata.publishers,
    messages: [...kept.messages, ...messages],
    reviewed: {
      number: kept.number,
      title: book.metadata.title,
      language: book.metadata.language,
      ...(round.due === undefined ? {} : {due: round.due}),
      reviewers: round.reviewers,
      blocks,
      sections: new Map(sections.map(({id, title}) => [id, title])),
      comments: [...kept.comments.values()],
      decisions: kept.decisions,
      pictures
    }
  }

  async function placesNow(): Promise<Map<string, {file: string; line: number}>> {
    const text = await readText(files, {...options, ...(round.edition === undefined ? {} : {edition: round.edition})})
    const ids = 'registry' in registry ? idsOf(registry.registry, text.sections) : new Map<string, readonly string[]>()
    return new Map(text.sections.flatMap(({file, blocks: own}) => own.map(({line}, index) => [ids.get(file)?.[index] ?? '', {file, line}] as const)))
  }
}
