// Test support: collects returned files for the draft of `tests/fixtures/comments`.

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {collect, type CollectWorld, type Collection} from '../../scripts/review/collect.ts'
import type {Comment} from '../../scripts/review/comment.ts'
import {type RoundManifest, readManifest} from '../../scripts/review/manifest.ts'
import type {TakePictures} from '../../scripts/review/picture.ts'
import {readReturned} from '../../scripts/review/comments/read-returned.ts'

export const commentFixtures = join(import.meta.dirname, '../fixtures/comments')

export function readFixture(path: string): Uint8Array {
  return readFileSync(join(commentFixtures, path))
}

let manifest: RoundManifest | undefined

/** The manifest of `draft.pdf`. */
export async function draftManifest(): Promise<RoundManifest> {
  if (manifest) return manifest
  const returned = await readReturned(readFixture('draft.pdf'))
  if (!('marks' in returned) || returned.manifest === undefined) throw new Error('Unexpected draft without a manifest')
  const read = readManifest(returned.manifest)
  if ('fault' in read) throw new Error(read.fault)
  return (manifest = read.manifest)
}

const asIfTaken: TakePictures = crops => Promise.resolve(crops.map(() => Buffer.from('PNG')))

/** Collects files, given as paths of fixtures or as bytes, into round 1; pictures of their pages are not drawn here. */
export async function collectFixtures(files: readonly (string | Uint8Array)[], comments: readonly Comment[] = [], world: Partial<CollectWorld> = {}, picture: TakePictures = asIfTaken): Promise<Collection> {
  const issued = await draftManifest()
  return collect(
    files.map(file => ({read: () => (typeof file === 'string' ? readFixture(file) : file), picture})),
    {
      book: 'comments',
      rounds: new Map([[1, {hash: issued.hash, isClosed: false, reviewers: [], comments: new Map(comments.map(comment => [comment.id, comment]))}]]),
      secret: 'tests',
      openCommand: 'open',
      frozen: round => Promise.resolve(round === 1 ? {...issued, blocks: issued.blocks.map(({places: _, ...block}) => block)} : undefined),
      draft: round => (round === 1 ? readFixture('draft.pdf') : undefined),
      ...world
    }
  )
}

/** A collection as lines that people can read and compare. */
export function describeCollection({comments, messages}: Collection): string {
  const lines = comments.map(({comment}) => {
    const {id, kind, reviewer, blocks, nearest, page, quote, comment: said, suggestion, parent, isDrawn} = comment
    return [
      id, kind, reviewer, blocks.length > 0 ? blocks.join('+') : `nowhere, near ${nearest ?? 'nothing'}`, page === undefined ? '' : `page ${page}`, quote && `on ${JSON.stringify(quote)}`,
      said && `says ${JSON.stringify(said)}`, suggestion === undefined ? '' : `proposes ${JSON.stringify(suggestion)}`, parent === undefined ? '' : `answers ${parent}`, isDrawn ? 'drawn' : ''
    ].filter(part => part !== '').join(' | ')
  })
  return [...lines, ...messages.map(({ruleId, reason}) => `${ruleId}: ${reason}`), ''].join('\n')
}
