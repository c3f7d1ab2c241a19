// Review: what is printed of a round's changes: the draft's units with marks, and a summary with page numbers before them.

import {anchorUrl} from '../render/asset-url.ts'
import type {PrintSource, UnitPlan} from '../render/create-renderer.ts'
import {escapeHtml} from '../render/escape-html.ts'
import {structureKey} from '../render/structure-key.ts'
import type {Unit} from '../render/unit.ts'
import {changedPart, linkedTo} from './changed-part.ts'
import type {Change} from './compare-rounds.ts'
import {compareRounds} from './compare-rounds.ts'
import {howToCommentId, markOfPages} from './draft-pages.ts'
import {draftSource} from './draft-source.ts'
import type {FrozenRound} from './frozen-round.ts'
import {idsByKey, markChanges, sayChange, type Changes} from './mark-changes.ts'
import {oldLines} from './old-lines.ts'
import {redlineWords, tokensOf} from './redline-words.ts'
import {summaryWords as words} from './review-words.ts'

export const summaryId = 'what-changed'

export interface ChangesSource {
  readonly source: PrintSource
  readonly changes: ReadonlyMap<string, Change>
  /** Of the sections that are in it, and of its own pages. */
  readonly anchors: ReadonlySet<string>
}

/** Of the draft, the sections in which something changed from `old`, with marks; with `isWhole`, all of it. */
export function changesSource(now: FrozenRound, old: FrozenRound, reviewers: readonly (string | undefined)[], isWhole = false): ChangesSource {
  const byId = compareRounds(old.sections, now.sections)
  const removedAfter = new Map<string, Change[]>()
  // What opened the book stands behind its first block.
  const first = now.sections.flatMap(({blocks}) => blocks)[0]?.id ?? ''
  for (const change of byId.values()) {
    if (change.kind !== 'removed') continue
    const after = change.after === '' || change.after === undefined ? first : change.after
    removedAfter.set(after, [...(removedAfter.get(after) ?? []), change])
  }
  const changes: Changes = {language: now.book.metadata.language, byId, removedAfter, nameOf: now.nameOf, oldLines: oldLines(old)}
  const draft = draftSource(now, [])
  const title = words.title(old.round.number)
  const plan: UnitPlan = {id: summaryId, title, start: 'next', numbering: 'none', characters: byId.size * 120, anchors: [{id: summaryId, at: 0}]}
  const parts = new Map(draft.plans.flatMap(each => {
    const part = isWhole ? each.id !== howToCommentId && {anchors: each.anchors.map(({id}) => id)} : partOf(draft.renderUnit(each, () => undefined))
    return part ? [[each.id, new Set(part.anchors)] as const] : []
  }))
  const anchors = new Set([...parts.values()].flatMap(own => [...own]))
  const source: PrintSource = {
    plans: draft.plans.flatMap(each => {
      if (each.id === howToCommentId) return [each, plan]
      const own = parts.get(each.id)
      if (own && isWhole) return [each]
      return own ? [{...each, followsPages: false, anchors: each.anchors.filter(({id}) => own.has(id))}] : []
    }),
    hasSides: draft.hasSides,
    charactersOfPage: draft.charactersOfPage,
    renderUnit(each, labelOf, placeOf) {
      if (each.id === summaryId) return now.renderer.renderPage({id: summaryId, title, kind: 'front', main: summary(title, byId, `${isWhole ? words.whole : words.parts} ${words.key}`, changes.language, labelOf), anchors: [summaryId]})
      const unit = draft.renderUnit(each, labelOf, placeOf)
      if (each.id === howToCommentId) return unit
      return markChanges(isWhole ? unit : linkedTo(partOf(unit)!, anchors), changes)
    },
    specimen: draft.specimen,
    overlays: reviewers.map(reviewer => overlay(reviewer)),
    get assets() {
      return draft.assets
    }
  }
  return {source, changes: byId, anchors: new Set([...anchors, howToCommentId, summaryId])}

  function partOf(unit: Unit): Unit | undefined {
    const ids = idsByKey(unit, now.nameOf)
    return changedPart(unit, key => {
      const id = ids.get(key)
      return id !== undefined && (byId.has(id) || removedAfter.has(id))
    })
  }

  function overlay(reviewer: string | undefined): Unit {
    const main = markOfPages({round: now.round, ...(reviewer === undefined ? {} : {reviewer})}, `DRAFT, changes since round ${old.round.number}`)
    return now.renderer.renderPage({id: `overlay-changes-${reviewer ?? 'all'}`, title: 'Changes', kind: 'overlay', main, anchors: []})
  }
}

/** Changes by section after the words of `opening`, each with its page and, in words, what was taken out and put in. */
function summary(title: string, changes: ReadonlyMap<string, Change>, opening: string, language: string, labelOf: (anchor: string) => string | undefined): string {
  const bySection = new Map<string, Change[]>()
  for (const change of changes.values()) bySection.set(change.section.title, [...(bySection.get(change.section.title) ?? []), change])
  const head = `<h1 id="${summaryId}">${escapeHtml(title)}</h1>\n<p>${escapeHtml(changes.size === 0 ? words.nothing : opening)}</p>`
  let slots = 0
  const entry = (change: Change) => {
    const {id} = change.block
    const shape = labelOf(id)?.replace(/\d/g, '0') ?? '00'
    const slot = `<span class="page-number" id="x.s${++slots}" lang="${structureKey(language, 'folio')}">${shape}</span>`
    return `<li><a class="cross-reference" href="${anchorUrl(id)}"><span class="cross-reference-title">${id}</span> (${words.page}\u00a0${slot})</a> <strong>${sayChange(change)}</strong>${escapeHtml(inWords(change))}</li>`
  }
  return [head, ...[...bySection].map(([section, list]) => `<h2>${escapeHtml(section)}</h2>\n<ul>\n${list.map(entry).join('\n')}\n</ul>`)].join('\n')
}

/** The words that came and went; a long passage by its start. */
function inWords({kind, before, block}: Change): string {
  if (kind === 'moved') return ''
  const parts = redlineWords(tokensOf(before), tokensOf(kind === 'removed' ? '' : block.text))
  const said = parts.flatMap(({kind: each, tokens}) => {
    const text = tokens.join('').trim()
    if (each === 'same' || text === '') return []
    return [`${each === 'del' ? words.out : words.in} “${text.length > 90 ? `${text.slice(0, 89)}…` : text}”`]
  })
  const most = 6
  return `: ${said.slice(0, most).join('; ')}${said.length > most ? '; …' : ''}`
}
