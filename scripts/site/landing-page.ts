// Site: the page that a web site of the book opens with: what the book is, and where to read or get it.

import type {Book} from '../book/book.ts'
import {metadataOfEdition} from '../book/edition-of.ts'
import {escapeHtml} from '../render/escape-html.ts'
import {charactersOf} from '../render/font-files.ts'
import {createRenderer, type RenderOptions} from '../render/create-renderer.ts'
import {printedWords, type PrintedWords} from '../render/printed-words.ts'
import {screenMedium} from '../render/screen-medium.ts'
import {screenPage} from '../render/screen-page.ts'
import {sectionsOfEdition} from '../render/section-list.ts'
import {screenStyle} from '../render/style-sheets.ts'
import {siteWords, type SiteWords} from './site-words.ts'

/** A file of the site that readers can open or take away. */
export interface SiteFile {
  readonly kind: 'pdf' | 'html'
  readonly name: string
  readonly profile: string
  /** Id of the edition, in a book that has editions. */
  readonly edition?: string
  readonly pages?: number
  /** As people say it, such as `1.6 MB`. */
  readonly size: string
}

/** What tells a folder of ours from any other. */
export const siteMark = '<meta name="generator" content="Space Hacks">'

/** A part of the page that its contents lead to. */
interface Part {
  readonly id: string
  readonly title: string
  /** Without the title. */
  readonly html: string
}

/** HTML of the page, which needs no other file to be seen; `css` comes behind that of screens. What its sections refer to elsewhere in the book leads to the page of the first edition. */
export function landingPage(book: Book, files: readonly SiteFile[], options: Pick<RenderOptions, 'templates' | 'figures'>, css: string): string {
  const edition = book.editions[0]?.id
  const {language} = book.metadata
  const words = printedWords(language)
  const own = siteWords(language)
  const textName = files.find(file => file.kind === 'html' && file.edition === edition)?.name ?? ''
  const sections = book.site.length > 0 ? introductions(book, textName, options) : [contents(book, textName, words)]
  const parts = [downloads(book, files, own), ...sections]
  const document = (style: string) =>
    screenPage({
      metadata: book.metadata,
      words,
      policy: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
      head: `\n${siteMark}`,
      css: style,
      className: 'screen site',
      contents: `<nav class="contents" aria-labelledby="_contents"><h2 id="_contents">${escapeHtml(own.onThisPage)}</h2>
<ol class="contents-list contents-level-0">
${parts.map(part => `<li class="contents-entry"><a href="#${part.id}"><span class="contents-title">${escapeHtml(part.title)}</span></a></li>`).join('\n')}
</ol></nav>`,
      main: parts.map(({id, title, html}) => `<section class="section section-depth-0">\n<h2 id="${id}" class="section-title">${escapeHtml(title)}</h2>\n${html}\n</section>`).join('\n')
    })
  const style = screenStyle(options.templates, edition).of(charactersOf(document(''))).css
  return document(`${style}\n${css.trim()}`)
}

/** The sections that `book.yaml` names for the site, without those inside them, each heading a level down: the book's title stands above. */
function introductions(book: Book, textName: string, options: Pick<RenderOptions, 'templates' | 'figures'>): Part[] {
  // Screens see nothing of the profile.
  const renderer = createRenderer(book, {...options, profile: options.templates.profiles[0]!, paper: 'letter'})
  const rendered = renderer.renderSections(screenMedium(book.metadata.language))
  const chosen = book.site.flatMap(id => rendered.filter(({section}) => section.id === id))
  const ids = new Set(chosen.flatMap(({html}) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)))
  return chosen.map(({section, title, html}) => ({
    id: section.id,
    title,
    html: html
      .replace(/<h1[^]*?<\/h1>\n?/, '')
      .replace(/(<\/?h)([2-5])\b/g, (_, tag: string, level: string) => `${tag}${Number(level) + 1}`)
      .replace(/ href="#([^"]*)"/g, (link, id: string) => (ids.has(id) ? link : ` href="${textName}#${id}"`))
  }))
}

/** What stands where in the book, when nothing else introduces it. */
function contents(book: Book, textName: string, words: PrintedWords): Part {
  const {frontMatter, body, backMatter} = sectionsOfEdition(book, book.editions[0]?.id)
  const items = [...frontMatter, ...body, ...backMatter].map(({id, title}) => `<li><a href="${textName}#${id}">${escapeHtml(title)}</a></li>`)
  return {id: '_book', title: words.contents, html: `<ul>\n${items.join('\n')}\n</ul>`}
}

/** Each edition to read and to take away. */
function downloads(book: Book, files: readonly SiteFile[], words: SiteWords): Part {
  const {subject} = book.metadata
  const editions = [...new Set(files.map(({edition}) => edition))]
  const lead = subject === undefined ? [] : [`<p>${escapeHtml(subject)}</p>`]
  const html = editions.map(edition => {
    const {title, subtitle} = metadataOfEdition(book, edition)
    const own = files.filter(file => file.edition === edition)
    const items = [...own.filter(({kind}) => kind === 'html'), ...own.filter(({kind}) => kind === 'pdf')].map(file => fileItem(file, title, words))
    const below = subtitle === undefined ? '' : `\n<p>${escapeHtml(subtitle)}</p>`
    return `<div class="site-edition"><h3>${escapeHtml(title)}</h3>${below}\n<ul>\n${items.join('\n')}\n</ul></div>`
  })
  return {id: '_read', title: words.readOrDownload, html: [...lead, ...html].join('\n')}
}

/** A link is called by its edition as well for those who hear it alone, so that none is like another. */
function fileItem({kind, name, profile, pages, size}: SiteFile, title: string, words: SiteWords): string {
  const what = kind === 'html' ? words.readHere : (words.profiles[profile] ?? profile)
  const facts = [kind === 'pdf' ? 'PDF' : 'HTML', ...(pages === undefined ? [] : [words.pages(pages)]), size].join(', ')
  const className = kind === 'html' ? ' class="site-read"' : ''
  return `<li${className}><a href="${name}" aria-label="${escapeHtml(`${what}, ${title}`)}">${escapeHtml(what)}</a> <span class="site-facts">${escapeHtml(facts)}</span></li>`
}
