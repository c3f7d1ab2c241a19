// Review: the paper form of a round, one sheet for each section, for people who write by hand or tell it to someone.

import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import type {PrintSource, UnitPlan} from '../render/create-renderer.ts'
import {markOfPages} from './draft-pages.ts'
import type {FrozenRound, FrozenSection} from './frozen-round.ts'
import {paperWords as words} from './review-words.ts'

const formId = 'paper-form'

/** Rows for what somebody wants to say; as many as fit below a list of names of the usual length. */
const rowCount = 6

/** What is printed, and the sheets for the PDF's outline. */
export function paperSource({round, renderer, sections}: FrozenRound, reviewers: readonly (string | undefined)[]): {source: PrintSource; outline: {id: string; title: string; children: []}[]} {
  const sheets = sections.filter(({blocks}) => blocks.length > 0)
  const anchorOf = ({blocks}: FrozenSection) => `sheet-${blocks[0]!.id}`
  const plan: UnitPlan = {id: formId, title: words.title, start: 'next', numbering: 'arabic', characters: sheets.length * 1200, anchors: sheets.map((sheet, i) => ({id: anchorOf(sheet), at: i * 1200}))}
  const main = sheets.map(sheet => sheetHtml(sheet, anchorOf(sheet), round.sectionQuestions.get(sheet.code) ?? round.questions)).join('\n')
  const unit = renderer.renderPage({id: formId, title: words.title, kind: 'paper', main, anchors: sheets.map(anchorOf)})
  const source: PrintSource = {
    plans: [plan],
    hasSides: renderer.hasSides,
    charactersOfPage: renderer.charactersOfPage,
    renderUnit: () => unit,
    specimen: () => renderer.specimen(),
    overlays: reviewers.map(reviewer =>
      renderer.renderPage({id: `overlay-paper-${reviewer ?? 'all'}`, title: words.title, kind: 'overlay', main: markOfPages({round, ...(reviewer === undefined ? {} : {reviewer})}, 'DRAFT, paper form'), anchors: []})
    ),
    get assets() {
      return renderer.assets
    }
  }
  return {source, outline: sheets.map(sheet => ({id: anchorOf(sheet), title: `${sheet.code} ${sheet.title}`, children: []}))}
}

function sheetHtml({title, code, blocks}: FrozenSection, anchor: string, questions: readonly string[]): string {
  const line = () => h('div.review-answer', {ariaHidden: 'true'})
  return toHtml(
    h('section.sheet', [
      h('h1', {id: anchor}, `${code} ${title}`),
      h('p', words.intro),
      h('ul.sheet-names', blocks.map(({id, text}) => h('li', [h('strong', id), ` ${startOf(text)}`]))),
      h('p.sheet-heads', [h('span', words.name), ' ', h('span', words.comment)]),
      h('div.sheet-rows', {ariaHidden: 'true'}, Array.from({length: rowCount}, () => h('div'))),
      ...questions.flatMap(question => [h('p.sheet-question', question), line()])
    ])
  )
}

/** Enough of a block to find it by. */
function startOf(text: string): string {
  const start = text.split(' ').slice(0, 4).join(' ')
  return start.length < text.length ? `${start} …` : start
}
