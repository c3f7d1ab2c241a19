// Render: answers go into the slots of a fragment, as paper wants them or as screens do.

import {isRightToLeft} from '../book/is-right-to-left.ts'
import type {Answer} from './answer.ts'
import {bookAnchor, type BookIndex} from './book-index.ts'
import {escapeHtml} from './escape-html.ts'
import type {Lookup, ReferenceLookup} from './fragment.ts'
import type {Picture} from './figure-shelf.ts'
import {writeList} from './lists/write-list.ts'
import type {Medium} from './medium.ts'
import {plotHtml} from './plot.ts'
import type {PrintedWords} from './printed-words.ts'
import type {RenderedSection} from './section-list.ts'
import {fillSlots} from './slots.ts'

/** HTML of a section's own file, with every slot filled. */
export function fillFragment(
  {section, fragment}: RenderedSection,
  answers: readonly Answer[],
  index: BookIndex,
  words: PrintedWords,
  medium: Medium
): string {
  const inBook = (anchor: string) => bookAnchor(anchor, section, index)
  return fillSlots(withNames(fragment.html, index.renamed.get(section.id)), {
    answer: number => startOf(answers[number]!, fragment.lookups[number]!, words, medium),
    end: number => endOf(answers[number]!, fragment.lookups[number]!, words, medium),
    id: () => medium.freshId(),
    href(anchor) {
      medium.onLink(inBook(anchor))
      return medium.href(inBook(anchor))
    },
    stamp: (code, language, differs, block) => medium.stamp(code, language, differs, block)
  })
}

/** Anchors that another section of the book has already are given their other names. */
function withNames(html: string, names: ReadonlyMap<string, string> | undefined): string {
  let named = html
  for (const [from, to] of names ?? []) named = named.replace(new RegExp(`(<[a-z][^<>]*? id=")${from}"`), `$1${to}"`)
  return named
}

function startOf(answer: Answer, lookup: Lookup, words: PrintedWords, medium: Medium): string {
  switch (answer.kind) {
    case 'text':
      return escapeHtml(answer.text)
    case 'quote':
      return quoteHtml(answer.quote, medium)
    case 'anchor':
      return linkStart(answer, lookup, medium)
    case 'address':
      return `<a href="${escapeHtml(answer.href)}">`
    case 'words':
      return ''
    case 'picture':
      return pictureHtml(answer, lookup.kind === 'image' ? lookup.widthPx : undefined, medium)
    case 'plot':
      return plotHtml(answer.counts, words)
    case 'list':
      return writeList(answer.list, words, medium)
    case 'missing':
      return isAroundWords(lookup) ? '' : gap(answer.what, lookup, words)
  }
}

function endOf(answer: Answer, lookup: Lookup, words: PrintedWords, medium: Medium): string {
  switch (answer.kind) {
    case 'anchor':
      return linkEnd(answer.anchor, lookup, medium)
    case 'address':
      return '</a>'
    case 'missing':
      return gap(answer.what, lookup, words)
    default:
      return ''
  }
}

function isAroundWords(lookup: Lookup): boolean {
  return lookup.kind === 'link' || lookup.kind === 'term' || (lookup.kind === 'reference' && lookup.hasWords)
}

function linkStart({anchor, title}: Extract<Answer, {kind: 'anchor'}>, lookup: Lookup, medium: Medium): string {
  if (lookup.kind === 'reference' && !lookup.isLink) return lookup.hasWords ? '' : escapeHtml(title)
  medium.onLink(anchor, lookup.span)
  const href = escapeHtml(medium.href(anchor))
  if (lookup.kind === 'term') return `<a class="term" href="${href}">`
  const start = `<a class="cross-reference" href="${href}"><span class="cross-reference-title">`
  if (lookup.kind === 'reference' && !lookup.hasWords) return `${start}${escapeHtml(title)}${linkEnd(anchor, lookup, medium)}`
  return start
}

function linkEnd(anchor: string, lookup: Lookup, medium: Medium): string {
  if (lookup.kind === 'term') return '</a>'
  if (lookup.kind === 'reference' && !lookup.isLink) return ''
  return `</span>${showsPage(lookup) ? medium.page(anchor) : ''}</a>`
}

function showsPage(lookup: Lookup): lookup is ReferenceLookup {
  return (lookup.kind === 'reference' || lookup.kind === 'link') && lookup.showsPage
}

/** The words as they were given; only their paragraphs are told apart. */
function quoteHtml({words, attribution, language}: Extract<Answer, {kind: 'quote'}>['quote'], medium: Medium): string {
  const lang = language === undefined ? '' : `${medium.stamp('as', language, true, undefined)} dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}"`
  const paragraphs = words.split(/\n\s*\n/).map(paragraph => `<p>${escapeHtml(paragraph)}</p>`)
  const caption =
    attribution === '' ? '' : `<figcaption${medium.stamp('para', '', false, undefined)}>— ${escapeHtml(attribution)}</figcaption>`
  return `<blockquote class="${voiceClass(words)}"${lang}>${paragraphs.join('')}</blockquote>${caption}`
}

/** How loud the words can be and still keep together. */
function voiceClass({length}: string): string {
  return length <= 120 ? 'voice-short' : length <= 320 ? 'voice' : 'voice-long'
}

function pictureHtml({picture, alt}: Extract<Answer, {kind: 'picture'}>, asked: number | undefined, medium: Medium): string {
  return `<img src="${medium.source(picture)}"${sizeHtml(picture, asked)} alt="${escapeHtml(alt)}">`
}

/** Width and height keep the layout still while a picture loads. A width given in HTML counts, the height follows it. */
function sizeHtml({header}: Picture, asked: number | undefined): string {
  const {widthPx, heightPx} = header
  if (widthPx === undefined || heightPx === undefined) return asked === undefined ? '' : ` width="${asked}"`
  const width = asked ?? widthPx
  return ` width="${width}" height="${Math.max(1, Math.round((width * heightPx) / widthPx))}"`
}

/** What cannot be shown is named where it should stand. */
function gap(what: string, lookup: Lookup, words: PrintedWords): string {
  const isBlock = lookup.kind === 'quote' || lookup.kind === 'list' || lookup.kind === 'plot' || (lookup.kind === 'image' && lookup.isBlock)
  const text = escapeHtml(`${words.missing}: ${what}`)
  return isBlock ? `<p class="gap">${text}</p>` : `<span class="gap">${text}</span>`
}
