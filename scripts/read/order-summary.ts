// Read: the order of a plain folder that has a `SUMMARY.md`.

import {diagnose} from '../diagnostics/diagnose.ts'
import {nearestName} from '../diagnostics/nearest-name.ts'
import {isMarkdown, stemOf} from './markdown-folder.ts'
import type {OpenSectionFile} from './open-section-file.ts'
import type {Summary, SummaryEntry} from './parse-summary.ts'
import type {Report} from './read-text.ts'
import type {BookPlan, SectionPlan} from './section-plan.ts'
import {titleText} from './title-text.ts'

/** `path` is that of the summary; its links are relative to the folder it stands in. */
export function orderSummary(summary: Summary, path: string, paths: readonly string[], open: OpenSectionFile, report: Report): BookPlan {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const markdown = paths.filter(each => each.startsWith(folder) && isMarkdown(each) && each !== path)
  const known = new Set(markdown)
  const listed = new Map<string, number>()
  const planAll = (entries: readonly SummaryEntry[]) => entries.flatMap(entry => planEntry(entry) ?? [])
  const plan = {front: planAll(summary.prefix), body: planAll(summary.numbered), back: planAll(summary.suffix)}
  reportUnlisted(
    markdown.filter(each => !listed.has(each)),
    path,
    report
  )
  return plan

  function planEntry(entry: SummaryEntry): SectionPlan | undefined {
    const title = titleText(entry.title)
    const at = {file: path, place: entry.position}
    const target = entry.target === undefined ? undefined : resolveTarget(entry.target, folder, known)
    if (entry.kind === 'chapter' && (entry.target === undefined || /^[a-z][a-z+.-]*:/i.test(entry.target))) {
      report(
        diagnose(
          'summary-entry',
          `Unexpected chapter \`${title}\` without a file, expected a link to one`,
          at,
          'it is left out until it has a file'
        )
      )
    } else if (entry.target !== undefined && target === undefined) {
      report(missing(entry, at, markdown, folder))
    }
    const file = target === undefined || isTwice(entry, target, at) ? undefined : open(target)
    const children = planAll(entry.children)
    if (!file && children.length === 0) return undefined
    const name = file ? nameOf(file.path, folder) : `${entry.kind}-${title}`
    return {name, ...(file ? {file} : {}), ...(title === '' ? {} : {title}), children}
  }

  function isTwice(entry: SummaryEntry, target: string, at: {file: string; place: SummaryEntry['position']}): boolean {
    const earlier = listed.get(target)
    if (earlier === undefined) {
      listed.set(target, entry.position.start.line)
      return false
    }
    if (!entry.target?.includes('#')) {
      report(
        diagnose(
          'section-listed-twice',
          `Unexpected \`${target}\`, expected each file once`,
          at,
          `line ${earlier} lists it already`,
          'warning'
        )
      )
    }
    return true
  }
}

/** The file that a link leads to: as it stands, decoded, or the opening of the folder it names. */
function resolveTarget(target: string, folder: string, known: ReadonlySet<string>): string | undefined {
  const plain = target.replace(/[#?].*$/, '')
  return [plain, decoded(plain)]
    .map(link => normalizePath(folder + link.replace(/^\//, '')))
    .flatMap(path => [path, ...['README.md', 'index.md', 'readme.md'].map(name => (path === '' ? name : `${path}/${name}`))])
    .find(path => known.has(path))
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}

/** Without `.` and `..`; what leads above the top keeps its `..` and so is never found. */
function normalizePath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

/** A chapter is called by its file, the opening of a folder by the folder. */
function nameOf(path: string, folder: string): string {
  const parts = path.slice(folder.length).split('/')
  const stem = stemOf(path)
  return /^(?:index|readme)$/i.test(stem) ? (parts.at(-2) ?? stem) : stem
}

function missing(entry: SummaryEntry, at: {file: string; place: SummaryEntry['position']}, markdown: readonly string[], folder: string) {
  const nearest = nearestName(
    entry.target!,
    markdown.map(path => path.slice(folder.length))
  )
  const note = nearest === undefined ? 'put the file there, or take the line out' : `the nearest file is \`${nearest}\``
  return diagnose('file-missing', `Unexpected \`${entry.target!}\`, expected a Markdown file of the folder`, at, note)
}

/** One message for all: a folder like this often holds Markdown that is no chapter. */
function reportUnlisted(files: readonly string[], path: string, report: Report): void {
  if (files.length === 0) return
  const names = files
    .slice(0, 3)
    .map(file => `\`${file}\``)
    .join(', ')
  const more = files.length > 3 ? ` and ${files.length - 3} more` : ''
  const reason = `Unexpected ${files.length === 1 ? 'file' : 'files'} ${names}${more}, expected only files that the summary lists`
  report(diagnose('section-unlisted', reason, {file: path}, `${files.length === 1 ? 'it is' : 'they are'} left out`, 'info'))
}
