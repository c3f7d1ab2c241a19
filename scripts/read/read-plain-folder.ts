// Read: a folder of Markdown without `book.yaml` becomes a Book; in natural order, or in that of its `SUMMARY.md`.

import type {Book} from '../book/book.ts'
import type {BookFiles} from '../io/files.ts'
import {buildSections} from './build-sections.ts'
import {fileName, folderName} from './file-name.ts'
import {markdownFolder} from './markdown-folder.ts'
import {sectionFileOpener, type OpenSectionFile, type SectionFile} from './open-section-file.ts'
import {orderSummary} from './order-summary.ts'
import {parseSummary, type Summary} from './parse-summary.ts'
import {readBookToml} from './read-book-toml.ts'
import {readText, type Report} from './read-text.ts'
import {planSections, type BookPlan, type SectionPlan} from './section-plan.ts'
import {wordsOf} from './slug.ts'
import {titleText} from './title-text.ts'

/**
 * The title is that of mdBook's `book.toml`, else that of the summary, else the first heading of the README or first file, else the
 * folder's name. Front matter gives nothing but titles; whatever else it says is meant for another program.
 */
export function readPlainFolder(files: BookFiles, report: Report): Book {
  const open = sectionFileOpener(files, true, report)
  const toml = readBookToml(files, report)
  const summary = findSummary(files, toml.sourceFolder, report)
  const plan = summary ? orderSummary(summary.summary, summary.path, files.list(), open, report) : naturalPlan(files, open)
  const summaryTitle = titleText(summary?.summary.title ?? '')
  const title = toml.title ?? (isGeneric(summaryTitle) ? firstTitle(plan) : summaryTitle) ?? wordsOf(folderName(files.folder))
  return {
    folder: files.folder,
    name: fileName(folderName(files.folder)),
    plain: true,
    metadata: {title: title || 'Book', language: toml.language ?? 'en', publishers: [], keywords: []},
    editions: [],
    site: [],
    ...buildSections(plan, {plain: true, factOf: () => undefined, editions: [], labels: new Map()}, report),
    quotes: new Map(),
    facts: new Map(),
    labels: new Map(),
    abbreviations: new Map()
  }
}

function findSummary(files: BookFiles, sourceFolder: string, report: Report): {summary: Summary; path: string} | undefined {
  for (const folder of ['', `${sourceFolder}/`]) {
    const path = files.list().find(each => each.startsWith(folder) && each.slice(folder.length).toLowerCase() === 'summary.md')
    const text = path === undefined ? undefined : readText(files, path, report)
    const summary = text === undefined ? undefined : parseSummary(text)
    if (path !== undefined && summary) return {summary, path}
  }
  return undefined
}

/** Folders as sections with children; a README or `index.md` at the top comes first. */
function naturalPlan(files: BookFiles, open: OpenSectionFile): BookPlan {
  const root = markdownFolder(files.list(), '')
  const entries = root.opening === undefined ? root.entries : [root.opening, ...root.entries]
  return {front: [], body: planSections(entries, {open, orderOf: folder => folder.entries}), back: []}
}

function isGeneric(title: string): boolean {
  return /^(?:|summary|(?:table of )?contents|toc)$/i.test(title)
}

/** Title of the first file in reading order, from its front matter or its first heading. */
function firstTitle(plan: BookPlan): string | undefined {
  const file = [...plan.front, ...plan.body, ...plan.back].map(firstFile).find(each => each !== undefined)
  return file && (file.matterTitle ?? (titleText(file.heading ?? '') || undefined))
}

function firstFile(plan: SectionPlan): SectionFile | undefined {
  return plan.file ?? plan.children.map(firstFile).find(each => each !== undefined)
}
