// Review: a frozen round becomes its draft PDF, a copy for everybody or one for each reviewer.

import {assemble, type AssemblyInput} from '../assemble/assemble.ts'
import type {PageMap} from '../assemble/page-map.ts'
import type {PrintedUnit} from '../assemble/printed-unit.ts'
import type {Diagnostic} from '../diagnostics/diagnose.ts'
import type {PrintSource} from '../render/create-renderer.ts'
import type {Unit} from '../render/unit.ts'
import {howToCommentId} from './draft-pages.ts'
import {changesSource, summaryId} from './changes-source.ts'
import type {Change} from './compare-rounds.ts'
import {draftSource} from './draft-source.ts'
import type {FrozenRound} from './frozen-round.ts'
import {attachmentOf, manifestOf} from './manifest-of.ts'
import type {BlockPlace, RoundManifest} from './manifest.ts'
import {paperSource} from './paper-form.ts'
import {howToComment, summaryWords} from './review-words.ts'

/** Units printed with settled page numbers; what could not be printed is a message. */
export type PrintedSource = Pick<AssemblyInput, 'units' | 'specimen' | 'pageMap' | 'headingAnchor'> & {readonly overlays: readonly PrintedUnit[]; readonly diagnostics: readonly Diagnostic[]}

/** Prints, for whoever knows how: the command hands it in. */
export type Print = (source: PrintSource) => Promise<PrintedSource | {readonly diagnostics: readonly Diagnostic[]}>

export interface ReviewOutput {
  readonly kind: RoundManifest['product']
  readonly reviewer?: string
  readonly name: string
  readonly pages?: number
  readonly bytes: Uint8Array
}

export interface ReviewProducts {
  readonly outputs: readonly ReviewOutput[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The draft in a copy for each of `reviewers`; `undefined` is the one for everybody. `metadata` is that of the book. */
export function makeDraft(frozen: FrozenRound, reviewers: readonly (string | undefined)[], print: Print, metadata: AssemblyInput['metadata']): Promise<ReviewProducts> {
  return printCopies(frozen, reviewers, draftSource(frozen, reviewers), new Map(), print, {
    kind: 'draft',
    title: `${metadata.title} (draft, round ${frozen.round.number})`,
    metadata,
    outline: [howTo, ...frozen.renderer.outline]
  })
}

/** What changed since `old`, marked in the sections of the draft in which something did, or with `isWhole` in all of them. */
export function makeChanges(frozen: FrozenRound, old: FrozenRound, isWhole: boolean, reviewers: readonly (string | undefined)[], print: Print, metadata: AssemblyInput['metadata']): Promise<ReviewProducts> {
  const {source, changes, anchors} = changesSource(frozen, old, reviewers, isWhole)
  const title = `${metadata.title} (changes from round ${old.round.number} to round ${frozen.round.number})`
  return printCopies(frozen, reviewers, source, changes, print, {
    kind: 'changes',
    title,
    metadata,
    outline: [howTo, {id: summaryId, title: summaryWords.title(old.round.number), children: []}, ...outlineOf(frozen.renderer.outline, anchors)]
  })
}

/** A sheet for each section, to write on by hand. */
export function makePaperForm(frozen: FrozenRound, reviewers: readonly (string | undefined)[], print: Print, metadata: AssemblyInput['metadata']): Promise<ReviewProducts> {
  const {source, outline} = paperSource(frozen, reviewers)
  const title = `${metadata.title} (paper form, round ${frozen.round.number})`
  return printCopies(frozen, reviewers, source, new Map(), print, {kind: 'paper', title, metadata, outline})
}

function outlineOf(entries: AssemblyInput['outline'], anchors: ReadonlySet<string>): AssemblyInput['outline'] {
  return entries.flatMap(entry => {
    const children = outlineOf(entry.children, anchors)
    return anchors.has(entry.id) ? [{...entry, children}] : children
  })
}

const howTo = {id: howToCommentId, title: howToComment.title, children: []}

interface CopyOptions extends Pick<AssemblyInput, 'metadata' | 'outline'> {
  readonly kind: 'draft' | 'changes' | 'paper'
  readonly title: string
}

async function printCopies(frozen: FrozenRound, reviewers: readonly (string | undefined)[], source: PrintSource, changes: ReadonlyMap<string, Change>, print: Print, {kind, title, metadata, outline}: CopyOptions): Promise<ReviewProducts> {
  const {round, book} = frozen
  const units = new Map<string, Unit>()
  const printed = await print(asDraft(source, units))
  const {diagnostics} = printed
  if (!('units' in printed)) return {outputs: [], diagnostics}
  const places = placesOf(printed.units, printed.pageMap, units, frozen)
  const outputs = reviewers.map((reviewer, copy): ReviewOutput => {
    const manifest = manifestOf(frozen, kind, places, printed.pageMap.pages.length, reviewer, changes)
    const bytes = assemble({
      ...printed,
      overlay: printed.overlays[copy]!,
      outline,
      metadata: {...metadata, title},
      destinations: [...places].flatMap(([name, [first]]) => (first ? [{name, page: first.page, xPt: first.left, yPt: first.top}] : [])),
      attachments: [attachmentOf(manifest)]
    })
    const name = `${book.name}-round-${round.number}-${kind}${reviewer === undefined ? '' : `-${reviewer}`}.pdf`
    return {kind, ...(reviewer === undefined ? {} : {reviewer}), name, pages: printed.pageMap.pages.length, bytes}
  })
  return {outputs, diagnostics}
}

/** The source, of whose layout nothing is asked, and which keeps what it has rendered last. */
function asDraft(source: PrintSource, units: Map<string, Unit>): PrintSource {
  return {
    ...source,
    get assets() {
      return source.assets
    },
    renderUnit(plan, labelOf, placeOf) {
      const unit = {...source.renderUnit(plan, labelOf, placeOf), isDraft: true}
      units.set(unit.id, unit)
      return unit
    }
  }
}

/** Where each block is printed, by its id. */
function placesOf(printed: readonly PrintedUnit[], {pages}: PageMap, units: ReadonlyMap<string, Unit>, {nameOf}: FrozenRound): Map<string, BlockPlace[]> {
  const places = new Map<string, BlockPlace[]>()
  for (const {id: unit, places: own = []} of printed) {
    const first = pages.findIndex(page => page.unit === unit && page.pageOfUnit === 0)
    for (const {block, page, ...box} of own) {
      const {place, ordinal, id: removed} = units.get(unit)!.blocks[block]!
      const name = ordinal === undefined ? removed : nameOf(place.file, ordinal)?.id
      if (name !== undefined) places.set(name, [...(places.get(name) ?? []), {page: first + page, ...box}])
    }
  }
  return places
}
