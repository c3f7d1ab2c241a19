// Render: the HTML document that Chromium prints for a unit.

import {directionOf} from './direction-of.ts'
import {escapeHtml} from './escape-html.ts'
import {pageWords} from './page-words.ts'
import type {SectionTab} from './section-tabs.ts'
import {withoutColour} from './without-colour.ts'

export interface PrintDocument {
  readonly language: string
  readonly bookTitle: string
  readonly title: string
  readonly profile: string
  /** True when left-hand pages differ from right-hand ones. */
  readonly hasSides: boolean
  readonly tab: SectionTab | undefined
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
 * A whole document. What margin boxes shall know stands at the root element: they have no other parent. Chromium makes a destination of an id
 * only where something links to it: the hidden links do, and print nothing. The words of the margins come before the templates' sheets,
 * because Chromium lets a later element win over the sheets' `:first`.
 */
export function printDocument({language, bookTitle, title, profile, hasSides, tab, kind, css, anchors, main}: PrintDocument): string {
  const classes = [`profile-${profile}`, ...(tab ? [`hue-${tab.hue}`] : [])]
  const place = tab ? ` style="--tab:${tab.step};--tabs:${tab.steps}"` : ''
  const destinations = anchors.map(anchor => `<a href="#${anchor}"></a>`).join('')
  return withoutColour(`<!doctype html>
<html lang="${escapeHtml(language)}"${directionOf(language)} class="${classes.join(' ')}"${place}>
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${onPaperOnly}${pageWords({book: bookTitle, section: title, tab: tab?.title, hasSides})}</style>
<style>
${css}
</style>
</head>
<body class="unit unit-${kind}">
<nav hidden>${destinations}</nav>
<main>
${main}
</main>
</body>
</html>
`)
}
