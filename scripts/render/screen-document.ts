// Render: the whole book as one HTML file for screens.

import {h} from 'hastscript'
import type {BookMetadata} from '../book/book.ts'
import {screenContents, type ContentsEntry} from './contents.ts'
import {escapeHtml} from './escape-html.ts'
import {copyrightPage} from './front-pages.ts'
import type {PrintedWords} from './printed-words.ts'
import {contentPolicy, searchScript} from './search-script.ts'
import {writeHtml} from './write-html.ts'

export interface ScreenDocument {
  readonly metadata: BookMetadata
  readonly words: PrintedWords
  readonly contents: readonly ContentsEntry[]
  /** Fonts included. */
  readonly css: string
  /** HTML of the sections. */
  readonly main: string
}

const mainId = '_text'

/** A document that works from a disk, without a network, and without its script as well, which only adds a search. */
export function screenDocument({metadata, words, contents, css, main}: ScreenDocument): string {
  const {title, subtitle, language, publishers, subject} = metadata
  const skipLink = h('a.skip-link', {href: `#${mainId}`}, words.skipLink)
  const header = h('header', [
    publishers.length > 0 ? h('p.book-publishers', publishers.join(' · ')) : undefined,
    h('h1', title),
    subtitle ? h('p.book-subtitle', subtitle) : undefined,
    metadata.edition ? h('p.book-edition', metadata.edition) : undefined
  ])
  const description = subject ? `\n<meta name="description" content="${escapeHtml(subject)}">` : ''
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${description}
<title>${escapeHtml(title)}</title>
<style>
${css}
</style>
</head>
<body class="screen">
${writeHtml(skipLink)}
${writeHtml(header)}
${metadata.isSheet ? '' : screenContents(contents, words)}
<main id="${mainId}" tabindex="-1">
${main}
</main>
${writeHtml(h('footer', copyrightPage(metadata, words)))}
${metadata.isSheet ? '' : `<script>${searchScript}</script>`}
</body>
</html>
`
}
