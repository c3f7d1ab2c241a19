// Read: `SUMMARY.md` as mdBook and GitBook write it, chapter by chapter.

import type {Position} from 'unist'

/** A chapter, or a part title with the chapters below it. */
export interface SummaryEntry {
  readonly kind: 'chapter' | 'part'
  /** Markdown of its title. */
  readonly title: string
  /** What the link names; absent for parts and for chapters that are only planned. */
  readonly target?: string
  readonly position: Position
  readonly children: readonly SummaryEntry[]
}

/** Chapters before, in and after the numbered lists. */
export interface Summary {
  /** Markdown of the heading that opens the file. */
  readonly title?: string
  readonly prefix: readonly SummaryEntry[]
  readonly numbered: readonly SummaryEntry[]
  readonly suffix: readonly SummaryEntry[]
}

interface OpenEntry extends SummaryEntry {
  readonly children: OpenEntry[]
}

const heading = /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/
const separator = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const listItem = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(\S.*)$/
const link = /^\[((?:\\.|[^\][\\]|\[[^\]]*\])*)\]\([ \t]*(<[^<>]*>|(?:[^()\s]|\([^()]*\))*)(?:[ \t]+(?:"[^"]*"|'[^']*'))?[ \t]*\)/

/** Order and titles that the text gives; nothing when no line of it links to anything, which makes it an ordinary file. */
export function parseSummary(text: string): Summary | undefined {
  const prefix: OpenEntry[] = []
  const numbered: OpenEntry[] = []
  const suffix: OpenEntry[] = []
  let title: string | undefined
  let part: OpenEntry | undefined
  let open: {indent: number; entry: OpenEntry}[] = []
  let isAtStart = true

  for (const {content, line} of logicalLines(text)) {
    if (content.trim() === '' || separator.test(content)) continue
    const headingText = heading.exec(content)?.[1]
    const item = listItem.exec(content)
    if (headingText !== undefined && isAtStart) title = headingText
    else if (headingText !== undefined)
      numbered.push((part = {kind: 'part', title: headingText, position: lineAt(content, line), children: []}))
    else if (item) addItem(item[1]!, item[2]!, content, line)
    else if (link.test(content.trim())) (numbered.length > 0 ? suffix : prefix).push(entryOf(content.trim(), content, line))
    isAtStart = false
  }

  function addItem(space: string, words: string, content: string, line: number) {
    const indent = space.replaceAll('\t', '    ').length
    open = open.filter(each => each.indent < indent)
    const siblings = open.at(-1)?.entry.children ?? part?.children ?? numbered
    const entry = entryOf(words, content, line)
    if (open.length === 0 && suffix.length > 0) numbered.push(...suffix.splice(0))
    siblings.push(entry)
    open.push({indent, entry})
  }

  const entries = [...prefix, ...numbered, ...suffix]
  if (!entries.some(hasTarget)) return undefined
  return {
    ...(title === undefined ? {} : {title}),
    prefix,
    numbered: numbered.filter(entry => entry.kind === 'chapter' || entry.children.length > 0),
    suffix
  }
}

function hasTarget(entry: SummaryEntry): boolean {
  return entry.target !== undefined || entry.children.some(hasTarget)
}

/** Lines without comments; a link that is broken in two is put together again. */
function* logicalLines(text: string): Iterable<{content: string; line: number}> {
  const lines = text.replace(/<!--[^]*?-->/g, comment => comment.replace(/[^\n]/g, '')).split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    let content = lines[at]!
    while (/^[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?\[[^\]]*$/.test(content) && lines[at + 1]?.trim()) content += ` ${lines[++at]!.trim()}`
    yield {content, line}
  }
}

function entryOf(words: string, content: string, line: number): OpenEntry {
  const match = link.exec(words)
  const start = content.indexOf(words) + 1
  const length = match ? match[0].length : words.trimEnd().length
  const position = {start: {line, column: start}, end: {line, column: start + length}}
  if (!match) return {kind: 'chapter', title: words.trim(), position, children: []}
  const target = match[2]!.replace(/^<(.*)>$/, '$1').trim()
  return {kind: 'chapter', title: match[1]!, ...(target === '' ? {} : {target}), position, children: []}
}

function lineAt(content: string, line: number): Position {
  return {start: {line, column: 1}, end: {line, column: content.trimEnd().length + 1}}
}
