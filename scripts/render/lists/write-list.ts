// Render: a list of the book as HTML, on paper with page numbers.

import {escapeHtml} from '../escape-html.ts'
import type {Medium} from '../medium.ts'
import type {PrintedWords} from '../printed-words.ts'
import {writeIndex} from './write-index.ts'
import type {BookList, ListLink} from './book-list.ts'

/** HTML of what stands inside the list's own element. */
export function writeList(list: BookList, words: PrintedWords, medium: Medium): string {
  const link = ({title, anchor}: ListLink) => {
    medium.onLink(anchor)
    return `<a class="cross-reference" href="${escapeHtml(medium.href(anchor))}"><span class="cross-reference-title">${escapeHtml(title)}</span>${medium.page(anchor)}</a>`
  }
  switch (list.kind) {
    case 'finder':
      return list.groups.map(({term, links}) => `${paragraph('finder-label', escapeHtml(term), medium)}${bullets(links.map(link), words)}`).join('\n')
    case 'crosswalk':
      return table(list, words, link, medium)
    case 'glossary':
      return bullets(list.links.map(link), words)
    case 'quotes-index':
      return bullets(
        list.quotes.map(quote => `${link(quote)}<br>${escapeHtml(`${quote.attribution}, ${quote.section}`)}`),
        words
      )
    case 'colophon':
      return colophon(list, words, medium)
    case 'index':
      return writeIndex(list.entries, words, medium)
    case 'abbreviations':
      return bullets(
        list.abbreviations.map(({short, text}) => `<strong>${escapeHtml(short)}</strong> ${escapeHtml(text)}`),
        words
      )
  }
}

/** Only paper is set by Chromium. */
function colophon({making, date}: Extract<BookList, {kind: 'colophon'}>, words: PrintedWords, medium: Medium): string {
  const fonts = making.fonts.map(({family, licence}) => `${family} (${licence})`).join(', ')
  const lines = [
    words.madeWith(making.program, medium.pageOf ? making.chromium : undefined),
    ...(fonts === '' ? [] : [`${words.fonts}: ${fonts}.`]),
    ...(date === undefined ? [] : [`${words.date}: ${date}`])
  ]
  return lines.map(line => paragraph('colophon-line', escapeHtml(line), medium)).join('\n')
}

function paragraph(className: string, html: string, medium: Medium): string {
  return `<p class="${className}"${medium.stamp('as', '', false, undefined)}>${html}</p>`
}

function bullets(entries: readonly string[], words: PrintedWords): string {
  const items = entries.length === 0 ? [escapeHtml(words.none)] : entries
  return `\n<ul class="list-entries">\n${items.map(entry => `<li>${entry}</li>`).join('\n')}\n</ul>`
}

function table({title, groups}: Extract<BookList, {kind: 'crosswalk'}>, words: PrintedWords, link: (to: ListLink) => string, medium: Medium): string {
  const group = (tag: 'thead' | 'tbody', html: string) => `<${tag}${medium.stamp(tag, '', false, undefined)}>${html}</${tag}>`
  const body = groups.map(
    ({term, links}) => `<tr><th scope="row">${escapeHtml(term)}</th><td>${bullets(links.map(link), words)}</td></tr>`
  )
  const head = `<tr><th scope="col">${escapeHtml(title)}</th><th scope="col">${escapeHtml(words.whereFound)}</th></tr>`
  return `<div class="table-wrap"><table>${group('thead', head)}${group('tbody', body.join('\n'))}</table></div>`
}
