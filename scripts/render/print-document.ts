// Render: the HTML document that Chromium prints for a unit.

import {escapeHtml} from './escape-html.ts'
import {runningHeads} from './style-sheets.ts'

export interface PrintDocument {
  readonly language: string
  readonly bookTitle: string
  readonly title: string
  readonly profile: string
  /** Class of the body besides `unit`. */
  readonly kind: string
  readonly css: string
  readonly anchors: readonly string[]
  /** HTML. */
  readonly main: string
}

/**
 * Screens show nothing of the document, so that Chromium lays it out once, when it prints, and not before that in one long column as well
 * (measured: a twentieth of a cold build, the same bytes).
 */
const onPaperOnly = '@media screen{html{display:none}}'

/**
 * A whole document. Chromium makes a destination of an id only where something links to it: the hidden links do, and print nothing. The
 * running heads come before the templates' sheets, because Chromium lets a later element win over the sheets' `:first`.
 */
export function printDocument({language, bookTitle, title, profile, kind, css, anchors, main}: PrintDocument): string {
  const destinations = anchors.map(anchor => `<a href="#${anchor}"></a>`).join('')
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${onPaperOnly}${runningHeads(bookTitle, title)}</style>
<style>
${css}
</style>
</head>
<body class="unit unit-${kind} profile-${profile}">
<nav hidden>${destinations}</nav>
<main>
${main}
</main>
</body>
</html>
`
}
