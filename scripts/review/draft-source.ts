// Review: what is printed for a draft: the book's units with names and questions, how to comment, and a mark for each copy.

import type {PrintSource, UnitPlan} from '../render/create-renderer.ts'
import type {Unit} from '../render/unit.ts'
import {howToCommentId, howToCommentPage, markOfPages, questionsBox} from './draft-pages.ts'
import type {FrozenRound} from './frozen-round.ts'
import {nameBlocks} from './name-blocks.ts'
import {howToComment} from './review-words.ts'

/** `reviewers` are the copies to be made, in order; `undefined` is the one that is for everybody. */
export function draftSource({round, book, renderer, sections, nameOf}: FrozenRound, reviewers: readonly (string | undefined)[]): PrintSource {
  const {language} = book.metadata
  const [cover, ...others] = renderer.plans
  const example = sections.flatMap(({blocks}) => blocks).find(({kind}) => kind === 'paragraph')?.id ?? 'AB-1'
  const instructions = renderer.renderPage({
    id: howToCommentId,
    title: howToComment.title,
    kind: 'front',
    main: howToCommentPage(round, example),
    anchors: [howToCommentId]
  })
  const instructionsPlan: UnitPlan = {id: howToCommentId, title: howToComment.title, start: 'next', numbering: 'none', characters: 0, anchors: [{id: howToCommentId, at: 0}]}
  return {
    plans: [...(cover ? [cover] : []), instructionsPlan, ...others],
    hasSides: renderer.hasSides,
    charactersOfPage: renderer.charactersOfPage,
    renderUnit(plan, labelOf, placeOf) {
      if (plan.id === howToCommentId) return instructions
      const unit = nameBlocks(renderer.renderUnit(plan, labelOf, placeOf), language, nameOf)
      return unit.located?.length ? withQuestions(unit) : unit
    },
    specimen: () => renderer.specimen(),
    overlays: reviewers.map(reviewer => overlay(reviewer)),
    get assets() {
      return renderer.assets
    }
  }

  function withQuestions(unit: Unit): Unit {
    const files = new Set(Object.values(unit.blocks).map(({place}) => place.file))
    const own = sections
      .filter(({file}) => files.has(file))
      .flatMap(({code, title}) => (round.sectionQuestions.has(code) ? [{code, title, questions: round.sectionQuestions.get(code)!}] : []))
    const box = questionsBox(unit.title, round.questions, own)
    return {...unit, html: unit.html.replace(/<\/main>(?![\s\S]*<\/main>)/, () => `${box}\n</main>`)}
  }

  function overlay(reviewer: string | undefined): Unit {
    const id = `overlay-${reviewer ?? 'all'}`
    return renderer.renderPage({id, title: 'Draft', kind: 'overlay', main: markOfPages({round, ...(reviewer === undefined ? {} : {reviewer})}), anchors: []})
  }
}
