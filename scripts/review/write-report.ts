// Review: the report of a round: every comment beside its paragraph, as one HTML file that needs no other.

import {escapeHtml} from '../render/escape-html.ts'
import type {Comment} from './comment.ts'
import {type Decision, isAnswered} from './decisions.ts'
import {pictureHtml} from './picture.ts'
import {type ReviewedRound, type Thread, type ThreadSection, threadsBySection} from './reviewed-round.ts'

const style = `:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:#1d1d1d;background:#fff}
h1{font-size:1.6rem;line-height:1.2}h2{margin-top:2.5rem;font-size:1.3rem;border-bottom:2px solid #1d1d1d}h3{margin:0;font-size:1rem}
a{color:#0b4f8a}:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}main:focus{outline:none}
.skip{position:absolute;left:1rem;top:-10rem;padding:.5rem;background:#fff}.skip:focus{top:.5rem}
nav ul{padding-left:1.2rem}.beside{display:grid;gap:.75rem;padding:1rem 0;border-bottom:1px solid #767676}
.block{min-width:0;overflow-wrap:anywhere}.block p{margin:.25rem 0}.place{font-size:.875rem;color:#505050}
mark{background:#fff1a8;color:inherit;border-bottom:2px solid #8a6d00}
.comments{display:grid;gap:.75rem;align-content:start;min-width:0}
.comment{padding:.6rem .8rem;border:1px solid #767676;border-left-width:.4rem;overflow-wrap:anywhere}.comment p{margin:.25rem 0;white-space:pre-line}
.open{border-left-color:#a3005c}.answered{border-left-color:#1a6b35}
.group{padding-left:.6rem;border-left:2px dotted #505050}
.who{font-size:.875rem;color:#505050}.answer{font-weight:bold}
blockquote{margin:.25rem 0;padding-left:.6rem;border-left:2px solid #767676}ins{text-decoration:underline}
.picture{max-width:100%;height:auto;border:1px solid #767676;background:#fff;forced-color-adjust:none}ul.replies{margin:.25rem 0;padding-left:1.2rem}
@media(min-width:56rem){.beside{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2rem}}
@media print{a{color:inherit}}`

/** Where the book lies as seen from the report, such as \`../../../manuscript\`, so that a link can be made without a path of this computer. */
const openInEditor = `for(const a of document.querySelectorAll('a[data-line]'))if(location.protocol==='file:')a.href='vscode://file'+new URL(a.getAttribute('href'),location).pathname+':'+a.dataset.line`

/** \`bookFolder\` leads from the report to the book's folder, with forward slashes. */
export function writeReport(round: ReviewedRound, bookFolder: string): string {
  const sections = threadsBySection(round)
  const threads = sections.flatMap(({groups}) => groups.flat())
  const open = threads.filter(({decision}) => !isAnswered(decision)).length
  const title = `Comments on round ${round.number} of ${round.title}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#comments">Skip to the comments</a>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${threads.length === 1 ? 'One comment' : `${threads.length} comments`}, ${open} without an answer.</p>
</header>
${sections.length === 0 ? '' : navigation(sections)}
<main id="comments" tabindex="-1">
${sections.map((section, index) => sectionHtml(section, index, round, bookFolder)).join('\n')}
</main>
<footer>
<p>A link with a line number opens the manuscript in VS Code. To answer, write into <code>reviews/round-${round.number}/decisions.yaml</code>, or <code>space-hacks review decide</code> and the comment’s id.</p>
</footer>
<script>${openInEditor}</script>
</body>
</html>
`
}

function navigation(sections: readonly ThreadSection[]): string {
  const links = sections.map(({title, groups}, index) => `<li><a href="#section-${index + 1}">${escapeHtml(title)}</a>: ${openWords(groups.flat())}</li>`)
  return `<nav aria-label="Sections">\n<ul>\n${links.join('\n')}\n</ul>\n</nav>`
}

function openWords(threads: readonly Thread[]): string {
  const open = threads.filter(({decision}) => !isAnswered(decision)).length
  return `${threads.length === 1 ? 'one comment' : `${threads.length} comments`}, ${open === 0 ? 'all answered' : `${open} open`}`
}

function sectionHtml({title, groups}: ThreadSection, index: number, round: ReviewedRound, bookFolder: string): string {
  const byBlock = new Map<string, Thread[][]>()
  for (const group of groups) {
    const id = group[0]!.block?.id ?? ''
    byBlock.set(id, [...(byBlock.get(id) ?? []), [...group]])
  }
  return `<section>
<h2 id="section-${index + 1}">${escapeHtml(title)}</h2>
${[...byBlock.values()].map(each => besideHtml(each, round, bookFolder)).join('\n')}
</section>`
}

function besideHtml(groups: readonly (readonly Thread[])[], round: ReviewedRound, bookFolder: string): string {
  const comments = groups.map(group => {
    const articles = group.map(thread => threadHtml(thread, round)).join('\n')
    return group.length === 1 ? articles : `<div class="group">\n<p class="who">${group.length} comments that are alike</p>\n${articles}\n</div>`
  })
  return `<div class="beside">
<div class="block">
${blockHtml(groups.flat(), bookFolder)}
</div>
<div class="comments">
${comments.join('\n')}
</div>
</div>`
}

function blockHtml(threads: readonly Thread[], bookFolder: string): string {
  const {block} = threads[0]!
  if (!block) return '<p>These comments name no place in the text that is known.</p>'
  const {id, file, line, text} = block
  const place = `${file}:${line}`
  const href = `${bookFolder}/${file}`.split('/').map(encodeURIComponent).join('/').replaceAll('%2E%2E', '..')
  return `<h3 id="${escapeHtml(id)}">${escapeHtml(id)}</h3>
<p class="place"><a href="${escapeHtml(href)}" data-line="${line}">${escapeHtml(place)}</a></p>
<p>${marked(text, threads.map(({comment}) => comment.quote))}</p>`
}

/** The text with the quoted words marked. */
function marked(text: string, quotes: readonly string[]): string {
  const isQuoted = new Uint8Array(text.length)
  for (const quote of quotes.flatMap(each => each.split('\n')).filter(each => each !== '')) {
    const at = text.indexOf(quote)
    if (at >= 0) isQuoted.fill(1, at, at + quote.length)
  }
  let html = ''
  for (let at = 0; at < text.length;) {
    let end = at
    while (end < text.length && isQuoted[end] === isQuoted[at]) end++
    const words = escapeHtml(text.slice(at, end))
    html += isQuoted[at] ? `<mark>${words}</mark>` : words
    at = end
  }
  return html
}

function threadHtml({comment, replies, earlier, decision}: Thread, {pictures}: ReviewedRound): string {
  const picture = pictures.get(comment.id)
  return `<article class="comment ${isAnswered(decision) ? 'answered' : 'open'}" aria-label="Comment ${comment.id}">
<p class="who"><code>${comment.id}</code> · ${escapeHtml(whoAndHow(comment))}</p>
${saidHtml(comment)}
${picture === undefined ? '' : `${pictureHtml(comment, picture)}\n`}${listHtml('Answered in the file', replies)}${listHtml('Said before', earlier)}<p class="answer">${answerHtml(decision)}</p>
</article>`
}

function saidHtml({quote, comment, suggestion, kind, blocks, nearest, where, page, isDrawn}: Comment): string {
  const saysNothing = comment === '' && suggestion === undefined && quote === '' && !isDrawn
  return [
    saysNothing ? `<p>It has no words. Look at ${page === undefined ? '' : `page ${escapeHtml(page)} of `}the file that came back.</p>` : '',
    blocks.length > 1 ? `<p>About ${escapeHtml(blocks.join(', '))}</p>` : '',
    blocks.length === 0 ? `<p>Could not be placed${nearest === undefined ? '' : `; this is what is nearest, ${escapeHtml(nearest)}`}.</p>` : '',
    where === undefined ? '' : `<p>Its place was given as “${escapeHtml(where)}”, which the text does not have.</p>`,
    quote === '' ? '' : `<blockquote>${escapeHtml(quote)}</blockquote>`,
    comment === '' ? '' : `<p>${escapeHtml(comment)}</p>`,
    suggestion === undefined ? '' : `<p>${kind === 'insert' ? 'Insert behind it' : 'Proposes'}: <ins>${escapeHtml(suggestion)}</ins></p>`
  ].filter(part => part !== '').join('\n')
}

function listHtml(title: string, comments: readonly Comment[]): string {
  if (comments.length === 0) return ''
  const items = comments.map(({reviewer, comment, suggestion}) => `<li>${escapeHtml(reviewer)}: ${escapeHtml([comment, suggestion ?? ''].filter(text => text !== '').join(' → '))}</li>`)
  return `<p class="who">${title}:</p>\n<ul class="replies">${items.join('')}</ul>\n`
}

function answerHtml(decision: Decision | undefined): string {
  if (!isAnswered(decision)) return 'Not answered yet'
  const {answer, reason, change} = decision!
  return escapeHtml([`${answer![0]!.toUpperCase()}${answer!.slice(1)}`, change, reason].filter(text => text !== undefined).join('. '))
}

const kindWords: Readonly<Partial<Record<Comment['kind'], string>>> = {
  delete: 'struck out', insert: 'inserted', replace: 'proposed other words', text: 'written on the page', ink: 'drawn by hand', comment: 'said', state: 'marked as', squiggly: 'underlined', underline: 'underlined', highlight: 'highlighted'
}
const mediumWords: Readonly<Partial<Record<Comment['medium'], string>>> = {pdf: 'in the PDF', xfdf: 'in the PDF', fdf: 'in the PDF', html: 'on the review page', hypothesis: 'with Hypothesis', table: 'in a table', paper: 'on paper', voice: 'by voice'}

function whoAndHow({reviewer, kind, medium, page, textRound}: Comment): string {
  return [reviewer, kindWords[kind] ?? kind, `${mediumWords[medium] ?? medium}${page === undefined ? '' : `, page ${page}`}`, ...(textRound === undefined ? [] : [`on the text of round ${textRound}`])].join(' · ')
}
