// Render: what every HTML file for screens has around its body.

import {h} from 'hastscript'
import type {BookMetadata} from '../book/book.ts'
import {directionOf} from './direction-of.ts'
import {escapeHtml} from './escape-html.ts'
import {copyrightPage} from './front-pages.ts'
import type {PrintedWords} from './printed-words.ts'
import {writeHtml} from './write-html.ts'

export interface ScreenPage {
  readonly metadata: BookMetadata
  readonly words: PrintedWords
  /** Content security policy. */
  readonly policy: string
  /** HTML in the head besides what every page has. */
  readonly head?: string
  /** Fonts included. */
  readonly css: string
  /** Of the body. */
  readonly className: string
  /** Address of the page that leads to the book's other products. */
  readonly home?: string
  /** HTML between the title block and the text. */
  readonly contents: string
  /** HTML of the text. */
  readonly main: string
  /** HTML behind everything. */
  readonly end?: string
}

const mainId = '_text'

/** A document with the book's title block above its text and its publication facts below, which needs no other file to be seen. */
export function screenPage({metadata, words, policy, head = '', css, className, home, contents, main, end = ''}: ScreenPage): string {
  const {title, subtitle, language, publishers, subject, edition} = metadata
  const header = h('header', [
    home === undefined ? undefined : h('p.way-home', h('a', {href: home}, words.wayHome)),
    publishers.length > 0 ? h('p.book-publishers', publishers.join(' · ')) : undefined,
    h('h1', title),
    subtitle ? h('p.book-subtitle', subtitle) : undefined,
    edition ? h('p.book-edition', edition) : undefined
  ])
  const description = subject ? `\n<meta name="description" content="${escapeHtml(subject)}">` : ''
  return `<!doctype html>
<html lang="${escapeHtml(language)}"${directionOf(language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${head}${description}
<title>${escapeHtml(title)}</title>
<style>
${css}
</style>
</head>
<body class="${className}">
${writeHtml(h('a.skip-link', {href: `#${mainId}`}, words.skipLink))}
${writeHtml(header)}
${contents}
<main id="${mainId}" tabindex="-1">
${main}
</main>
${writeHtml(h('footer', copyrightPage(metadata, words)))}
${end}
</body>
</html>
`
}
