// Render: the subject index as HTML: pages and runs of pages on paper, titles of sections on screens.

import {letters} from '../collate.ts'
import {escapeHtml} from '../escape-html.ts'
import type {Medium, PagePlace} from '../medium.ts'
import type {PrintedWords} from '../printed-words.ts'
import type {IndexEntry, Locator} from './index-entries.ts'

/** HTML of the entries, under the letters that they begin with. */
export function writeIndex(entries: readonly IndexEntry[], words: PrintedWords, medium: Medium): string {
  const groups = new Map<string, IndexEntry[]>()
  for (const entry of entries) {
    const first = letters(entry.title).charAt(0)
    const letter = /\p{L}/u.test(first) ? first.toUpperCase() : ''
    groups.set(letter, [...(groups.get(letter) ?? []), entry])
  }
  return [...groups].map(([letter, members]) => `${letterLine(letter, medium)}${listOf(members, words, medium)}`).join('\n')
}

function letterLine(letter: string, medium: Medium): string {
  return letter === '' ? '' : `<p class="index-letter"${medium.stamp('as', '', false, undefined)}>${escapeHtml(letter)}</p>`
}

function listOf(entries: readonly IndexEntry[], words: PrintedWords, medium: Medium): string {
  if (entries.length === 0) return ''
  const items = entries.map(({title, anchor, locators, sees, entries: below}) => {
    const links = medium.pageOf ? pageLinks(locators, words, medium, medium.pageOf.bind(medium)) : sectionLinks(locators, medium)
    const isAlone = locators.length === 0 && below.length === 0
    const on = sees.length === 0 ? '' : `. ${words.see(sees.map(each => seeLink(each, medium)).join('; '), isAlone)}`
    const id = anchor === undefined ? '' : ` id="${anchor}"`
    return `<li${id}>${[escapeHtml(title), ...links].join(', ')}${on}${listOf(below, words, medium)}</li>`
  })
  return `\n<ul class="index-entries">\n${items.join('\n')}\n</ul>`
}

function seeLink({title, anchor}: IndexEntry['sees'][number], medium: Medium): string {
  if (anchor === undefined) return escapeHtml(title)
  medium.onLink(anchor)
  return `<a href="${escapeHtml(medium.href(anchor))}">${escapeHtml(title)}</a>`
}

interface Run {
  readonly from: PagePlace & {readonly anchor: string}
  to: PagePlace & {readonly anchor: string}
}

/** A link for each page, and two for each run of pages; what follows page by page is one run. */
function pageLinks(locators: readonly Locator[], words: PrintedWords, medium: Medium, pageOf: (anchor: string) => PagePlace): string[] {
  const place = (anchor: string) => ({...pageOf(anchor), anchor})
  const found = locators.map(({from, to}): Run => ({from: place(from), to: place(to ?? from)}))
  const runs: Run[] = []
  for (const run of found.sort((a, b) => a.from.index - b.from.index || b.to.index - a.to.index)) {
    const last = runs.at(-1)
    if (!last || run.from.index > last.to.index + 1 || isArabic(run.from) !== isArabic(last.to)) runs.push(run)
    else if (run.to.index > last.to.index) last.to = run.to
  }
  return runs.map(({from, to}) => (from.index === to.index ? link(from, words, medium) : `${link(from, words, medium)}\u2013${link(to, words, medium)}`))
}

function isArabic({label}: PagePlace): boolean {
  return /\d/.test(label)
}

/** In a list of links a number alone says nothing. */
function link({anchor, label}: PagePlace & {readonly anchor: string}, words: PrintedWords, medium: Medium): string {
  medium.onLink(anchor)
  return `<a class="index-page" href="${escapeHtml(medium.href(anchor))}" aria-label="${escapeHtml(`${words.page} ${label}`)}">${escapeHtml(label)}</a>`
}

/** Each section once, whatever it says of the matter. */
function sectionLinks(locators: readonly Locator[], medium: Medium): string[] {
  const bySection = new Map<string, Locator>()
  for (const locator of locators) if (!bySection.has(locator.section)) bySection.set(locator.section, locator)
  return [...bySection.values()].map(({from, section}) => `<a href="${escapeHtml(medium.href(from))}">${escapeHtml(section)}</a>`)
}
