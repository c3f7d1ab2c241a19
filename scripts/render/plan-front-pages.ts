// Render: the pages that every book has before its sections: cover, title page, copyright page, contents.

import {h} from 'hastscript'
import type {BookMetadata} from '../book/book.ts'
import {ownAnchors} from './book-index.ts'
import {entryAnchors, printedContents, type ContentsEntry} from './contents.ts'
import {copyrightPage, cover, titlePage} from './front-pages.ts'
import type {PlannedUnit, UnitPlan} from './planned-unit.ts'
import type {PrintedWords} from './printed-words.ts'
import {writeHtml} from './write-html.ts'

/** Two dozen lines of contents fill a page, as two thousand characters of text do. */
const charactersOfEntry = 80

/** Key of the cover's title, which comes from `book.yaml`. */
const titleKey = '0'

/** Units of the book's own pages, in order. `isPlain` when there is no `book.yaml` to lead the title back to. */
export function planFrontPages(
  metadata: BookMetadata,
  contents: readonly ContentsEntry[],
  words: PrintedWords,
  isPlain: boolean
): PlannedUnit[] {
  return [
    planCover(metadata, isPlain),
    planTitlePage(metadata, words),
    ...planCopyrightPage(metadata, words),
    planContents(metadata, contents, words)
  ]
}

/** The units of a sheet, the first of which begins with the title. */
export function titledSheet([first, ...others]: readonly PlannedUnit[], metadata: BookMetadata): PlannedUnit[] {
  if (!first) return []
  const {cover: anchor} = ownAnchors
  const titled: PlannedUnit = {
    ...first,
    plan: {...first.plan, anchors: [{id: anchor, at: 0}, ...first.plan.anchors]},
    headings: [{id: anchor, level: 1, title: metadata.title}, ...first.headings],
    write: medium => `${writeHtml(h('div.sheet-head', cover(metadata, undefined)))}\n${first.write(medium)}`
  }
  return [titled, ...others]
}

/** A page without a number that starts on the right. */
function plan(id: string, title: string, more: Partial<UnitPlan> = {}): UnitPlan {
  return {id, title, start: 'recto', numbering: 'none', characters: 0, anchors: [], ...more}
}

function planCover(metadata: BookMetadata, isPlain: boolean): PlannedUnit {
  const {title} = metadata
  const {cover: anchor} = ownAnchors
  return {
    plan: plan('cover', title, {start: 'next', anchors: [{id: anchor, at: 0}]}),
    kind: 'cover',
    headings: [{id: anchor, level: 1, title}],
    ...(isPlain ? {} : {blocks: {[titleKey]: {kind: 'heading', place: {file: 'book.yaml', line: 1, column: 1}, id: anchor}}}),
    write: () => writeHtml(...cover(metadata, isPlain ? undefined : titleKey))
  }
}

function planTitlePage(metadata: BookMetadata, words: PrintedWords): PlannedUnit {
  return {
    plan: plan('title-page', words.titlePage),
    kind: 'title-page',
    headings: [],
    write: () => writeHtml(...titlePage(metadata))
  }
}

/** The back of the title page; none where there would be nothing but the title on it. */
function planCopyrightPage(metadata: BookMetadata, words: PrintedWords): PlannedUnit[] {
  const content = copyrightPage(metadata, words)
  if (content.length < 2) return []
  return [{plan: plan('copyright', words.imprint, {start: 'next'}), kind: 'copyright', headings: [], write: () => writeHtml(...content)}]
}

function planContents({language}: BookMetadata, contents: readonly ContentsEntry[], words: PrintedWords): PlannedUnit {
  const listed = entryAnchors(contents)
  const {contents: anchor} = ownAnchors
  return {
    plan: plan('contents', words.contents, {
      numbering: 'roman',
      characters: listed.length * charactersOfEntry,
      anchors: [{id: anchor, at: 0}]
    }),
    kind: 'contents',
    headings: [{id: anchor, level: 1, title: words.contents}],
    write(medium) {
      for (const each of listed) medium.onLink(each)
      return printedContents(contents, language, words)
    }
  }
}
