// Review: the HTML that a draft has besides the book's own: how to comment, questions, the mark on every page.

import type {Element} from 'hast'
import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {draftMark, howToComment as words, questionsAbout, questionsTitle} from './review-words.ts'
import type {Round} from './round.ts'

export const howToCommentId = 'how-to-comment'

export interface DraftCopy {
  readonly round: Round
  /** Whom the copy is for. */
  readonly reviewer?: string
}

/** How to comment, for the start of a draft; `example` is a name that stands in it. */
export function howToCommentPage(round: Round, example: string): string {
  return html([
    h('h1', {id: howToCommentId}, words.title),
    h('p', words.welcome),
    ...(round.due === undefined ? [] : [h('p', h('strong', words.due(round.due)))]),
    h('p', words.names, ' ', h('strong', example), '. ', words.sayName),
    h('h2', words.waysTitle),
    h('ul', words.ways.map(way => h('li', way))),
    h('h2', words.askedTitle),
    h('ul', round.questions.map(question => h('li', question))),
    h('h2', words.safeTitle),
    h('p', words.safe)
  ])
}

/** What is asked at the end of a unit, with room to write; `sections` are those inside it that are asked about by themselves. */
export function questionsBox(title: string, questions: readonly string[], sections: readonly {code: string; title: string; questions: readonly string[]}[]): string {
  const ask = (question: string) => [h('p', question), h('div.review-answer', {ariaHidden: 'true'})]
  return html([
    h('div.review-questions', [
      h('p.review-questions-title', questionsTitle(title)),
      ...questions.flatMap(ask),
      ...sections.flatMap(section => [h('p.review-questions-title', questionsAbout(section.code, section.title)), ...section.questions.flatMap(ask)])
    ])
  ])
}

/** One line at the top of every page. */
export function markOfPages({round, reviewer}: DraftCopy, mark = 'DRAFT'): string {
  return html([h('p.draft-mark', h('b', mark), ` · ${draftMark(round, reviewer).join(' · ')}`)])
}

function html(elements: readonly Element[]): string {
  return elements.map(element => toHtml(element)).join('\n')
}
