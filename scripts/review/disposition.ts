// Review: the disposition table: what became of every comment.

import {escapeHtml} from '../render/escape-html.ts'
import {writeCsv} from './csv.ts'
import {pictureHtml} from './picture.ts'
import {type ReviewedRound, threadsBySection} from './reviewed-round.ts'

const saidHead = 'What was said'
const heads = ['Comment', 'Paragraph', 'Place', 'Reviewer', 'Kind', 'Quote', saidHead, 'Proposed words', 'Decision', 'Reason', 'Change', 'Answers']

/** A row for every comment, answers to comments among them, in reading order. */
export function dispositionRows(round: ReviewedRound): string[][] {
  return threadsBySection(round).flatMap(({groups}) => groups.flat()).flatMap(({comment, replies, earlier, decision, block}) =>
    [comment, ...earlier, ...replies].map((each, index) => [
      each.id,
      `${each.blocks.join(', ') || ['not placed', ...(each.where === undefined ? [] : [`named ${each.where}`]), ...(each.nearest === undefined ? [] : [`near ${each.nearest}`])].join(', ')}${each.textRound === undefined ? '' : ` (round ${each.textRound})`}`,
      block === undefined ? '' : `${block.file}:${block.line}`,
      each.reviewer,
      each.kind,
      each.quote,
      each.comment,
      each.suggestion ?? '',
      ...(index === 0 ? [decision?.answer ?? 'open', decision?.reason ?? '', decision?.change ?? '', ''] : ['', '', '', each.parent ?? comment.id])
    ])
  )
}

/** The table for spreadsheets. */
export function dispositionCsv(round: ReviewedRound): string {
  return writeCsv([heads, ...dispositionRows(round)])
}

/** The table as an HTML file that needs no other. */
export function dispositionHtml(round: ReviewedRound): string {
  const title = `What became of the comments on round ${round.number} of ${round.title}`
  const comments = new Map(round.comments.map(comment => [comment.id, comment]))
  const pictureOf = (id: string) => {
    const [comment, picture] = [comments.get(id), round.pictures.get(id)]
    return comment && picture ? pictureHtml(comment, picture) : ''
  }
  const rows = dispositionRows(round).map(([id = '', ...cells]) => {
    const data = cells.map((cell, index) => `<td>${escapeHtml(cell)}${heads[index + 1] === saidHead ? pictureOf(id) : ''}</td>`)
    return `<tr><th scope="row">${escapeHtml(id)}</th>${data.join('')}</tr>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>body{margin:1rem;font:1rem/1.4 system-ui,sans-serif;color:#1d1d1d;background:#fff}:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}.table{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{padding:.3rem .5rem;border:1px solid #767676;text-align:left;vertical-align:top;white-space:pre-line;overflow-wrap:break-word}td:nth-child(3){min-width:13rem;overflow-wrap:anywhere}td:nth-child(n+6):nth-child(-n+8),td:nth-child(n+10):nth-child(-n+11){min-width:11rem;overflow-wrap:anywhere}thead th{background:#eee}.picture{display:block;width:18rem;max-width:none;height:auto;border:1px solid #767676;background:#fff;forced-color-adjust:none}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<section class="table" aria-label="Comments" tabindex="0">
<table>
<thead><tr>${heads.map(head => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>
</main>
</body>
</html>
`
}
