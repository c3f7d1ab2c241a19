// Review: the manifest of a round's product.

import type {Attachment} from '../pdf/attachments.ts'
import type {Change} from './compare-rounds.ts'
import type {FrozenRound} from './frozen-round.ts'
import {manifestName, writeManifest, type BlockPlace, type RoundManifest} from './manifest.ts'

/** What a product of the round says of itself. */
export function manifestOf({round, book, sections}: FrozenRound, product: RoundManifest['product'], places: ReadonlyMap<string, readonly BlockPlace[]>, pages: number | undefined, reviewer: string | undefined, changes: ReadonlyMap<string, Change> = new Map()): RoundManifest {
  const placed = (id: string) => (places.has(id) ? {places: places.get(id)!} : {})
  const removed = [...changes.values()].filter(({kind}) => kind === 'removed')
  return {
    format: 'space-hacks-round',
    version: 1,
    book: book.name,
    title: book.metadata.title,
    round: round.number,
    ...(round.base === undefined ? {} : {base: round.base}),
    ...(round.due === undefined ? {} : {due: round.due}),
    date: round.opened,
    hash: round.hash,
    ...(reviewer === undefined ? {} : {reviewer}),
    product,
    ...(pages === undefined ? {} : {pages}),
    sections: sections.map(({id, code, title}) => ({id, code, title})),
    blocks: [
      ...sections.flatMap(({id: section, file, blocks}) => blocks.map(({id, kind, line, text}) => ({id, kind, section, file, line, text, ...placed(id)}))),
      ...removed.map(({section, block: {id, kind, line, text}}) => ({id, kind, section: section.id, file: section.file, line, text, isRemoved: true, ...placed(id)}))
    ]
  }
}

/** A manifest as it travels in a PDF. */
export function attachmentOf(manifest: RoundManifest): Attachment {
  return {name: manifestName, description: 'What this draft is, so that comments in it find their paragraphs', type: 'application/json', bytes: Buffer.from(writeManifest(manifest))}
}
