// Review: a frozen round as one HTML file in which people comment on a phone, without a network and without an account.

import {createHash} from 'node:crypto'
import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import type {Medium} from '../render/medium.ts'
import {screenMedium} from '../render/screen-medium.ts'
import type {RenderedSection} from '../render/section-list.ts'
import type {FrozenRound} from './frozen-round.ts'
import type {ReviewOutput} from './make-draft.ts'
import {manifestOf} from './manifest-of.ts'
import type {RoundManifest} from './manifest.ts'
import {draftMark, howToComment, questionsAbout, questionsTitle, reviewPageWords as words} from './review-words.ts'

/** What the page brings with it, from the templates. */
export interface PageParts {
  readonly css: string
  readonly script: string
}

/** The page in a copy for each of `reviewers`; `undefined` is the one for everybody. */
export function makeReviewPages(frozen: FrozenRound, reviewers: readonly (string | undefined)[], parts: PageParts): ReviewOutput[] {
  const {book, round, renderer} = frozen
  const screen = renderer.renderScreen(namingMedium(screenMedium(book.metadata.language), frozen)).replace(/<main [\s\S]*<\/main>/, main => withQuestions(main, frozen))
  return reviewers.map((reviewer): ReviewOutput => {
    const manifest = manifestOf(frozen, 'html', new Map(), undefined, reviewer)
    const html = withParts(screen, frozen, manifest, parts)
    const name = `${book.name}-round-${round.number}-review${reviewer === undefined ? '' : `-${reviewer}`}.html`
    return {kind: 'html', ...(reviewer === undefined ? {} : {reviewer}), name, bytes: Buffer.from(html)}
  })
}

/** The medium of screens, with the name of each block on its element. */
function namingMedium(medium: Medium, {nameOf}: FrozenRound): Medium {
  let file: string | undefined
  return {
    ...medium,
    enter(section: RenderedSection) {
      file = section.section.file
      medium.enter(section)
    },
    stamp(code, language, differs, block) {
      const stamp = medium.stamp(code, language, differs, block)
      const named = block === undefined || file === undefined ? undefined : nameOf(file, block)
      return named && !named.isHeld ? `${stamp} data-block="${named.id}"` : stamp
    }
  }
}

const ownTitle = /^<section [^>]*>\s*<h\d [^>]*class="section-title"[^>]*>/

/** Questions at the end of each outermost section that somebody wrote; a folder of files is none itself, but its files are. */
function withQuestions(main: string, {round, sections}: FrozenRound): string {
  return atDepth(main, 0)

  function atDepth(html: string, depth: number): string {
    const [start = '', ...pieces] = html.split(new RegExp(`(?=<section class="section section-depth-${depth}[ "])`))
    return start + pieces.map(piece => {
      const isFolder = ownTitle.exec(piece)?.[0].includes(' data-block=') === false
      return isFolder ? atDepth(piece, depth + 1) : piece.replace(/<\/section>(?![\s\S]*<\/section>)/, end => `${questionsIn(piece)}\n${end}`)
    }).join('')
  }

  function questionsIn(piece: string): string {
    const ids = new Set([...piece.matchAll(/ data-block="([^"]+)"/g)].map(([, id]) => id!))
    const inside = sections.filter(({blocks}) => blocks.some(({id}) => ids.has(id)))
    const [first] = inside
    const block = first?.blocks[0]?.id
    if (!first || block === undefined) return ''
    const own = inside.flatMap(({code, title, blocks}) => (round.sectionQuestions.get(code) ?? []).map(question => ({question: `${questionsAbout(code, title)} ${question}`, block: blocks[0]!.id})))
    const asked = [...round.questions.map(question => ({question, block})), ...own]
    return toHtml(h('div.asked', [h('p.asked-title', questionsTitle(first.title)), ...asked.flatMap(({question, block: about}, i) => questionField(question, about, `q-${block}-${i}`))]))
  }
}

function questionField(question: string, block: string, id: string) {
  return [h('p', h('label', {for: id}, question)), h('textarea', {id, rows: 2, dataQuestion: `${block}\n${question}`, dataAbout: block})]
}

/** The screen's document made a page to write in. Its own script may run beside the screen's, and nothing is loaded (Content Security Policy, level 3). */
function withParts(html: string, {round}: FrozenRound, manifest: RoundManifest, {css, script}: PageParts): string {
  const hash = createHash('sha256').update(script).digest('base64')
  const json = (id: string, value: unknown) => `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`
  return html
    .replace('; script-src ', `; base-uri 'none'; form-action 'none'; script-src 'sha256-${hash}' `)
    .replace('</head>', () => `<style>\n${css}\n</style>\n</head>`)
    .replace('</header>', () => `</header>\n${toHtml(instructions(round, manifest.reviewer))}`)
    .replace('</body>', () => `${toHtml(sendBar())}\n${toHtml(writeWindow())}\n${json('round', manifest)}\n${json('words', pageWords)}\n<script>${script}</script>\n</body>`)
}

function instructions(round: FrozenRound['round'], reviewer: string | undefined) {
  return h('section.round', {ariaLabel: words.title}, [
    h('p.round-mark', h('strong', 'DRAFT'), ` · ${draftMark(round, reviewer).join(' · ')}`),
    h('h2', words.title),
    h('p', words.welcome),
    h('ul', words.steps.map(step => h('li', step))),
    ...(round.due === undefined ? [] : [h('p', h('strong', howToComment.due(round.due)))]),
    h('p', words.privacy),
    h('p', {id: 'not-kept', hidden: true, role: 'alert'}, h('strong', words.notKept)),
    h('noscript', h('p', h('strong', words.needsScripts)))
  ])
}

function sendBar() {
  return h('section.send', {ariaLabel: words.barLabel}, [
    h('p', {id: 'count'}),
    h('button.tool.tool-first', {type: 'button', id: 'save'}, words.save),
    h('button.tool', {type: 'button', id: 'share', hidden: true}, words.share),
    h('p', {id: 'how-to-send', hidden: true}, words.howToSend),
    h('p', {id: 'live', role: 'status'})
  ])
}

function writeWindow() {
  return h('dialog.window', {id: 'write', ariaLabelledBy: 'write-title'}, [
    h('form', {method: 'dialog'}, [
      h('h2', {id: 'write-title'}, words.commentOn),
      h('blockquote'),
      h('label.choice', {id: 'only-marked', hidden: true}, [h('input', {type: 'checkbox', name: 'marked'}), h('span', words.onlyMarked)]),
      h('label', {for: 'write-comment'}, words.comment),
      h('textarea', {id: 'write-comment', name: 'comment', rows: 4}),
      h('label', {for: 'write-suggestion'}, words.suggestion),
      h('textarea', {id: 'write-suggestion', name: 'suggestion', rows: 3}),
      h('p', {id: 'empty', hidden: true, role: 'alert'}, words.empty),
      h('div.round-tools', [
        h('button.tool.tool-first', {type: 'submit'}, words.saveComment),
        h('button.tool', {type: 'button', id: 'cancel'}, words.cancel),
        h('button.tool', {type: 'button', id: 'delete', hidden: true}, words.deleteComment)
      ])
    ])
  ])
}

const {commentOn, oneComment, comments, better, change, saved, deleted, fileSaved} = words
/** Those that the script says. */
const pageWords = {commentOn, oneComment, comments, better, change, saved, deleted, fileSaved}
