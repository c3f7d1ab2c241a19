// Read: the first heading of a Markdown text, found block by block without parsing the text.

/** A heading as it is written. */
export interface FoundTitle {
  /** Markdown of the heading's words. */
  readonly markdown: string
  /** Zero-based, inside the text: its first line, and the line after its last. */
  readonly startLine: number
  readonly endLine: number
}

const blank = /^[ \t]*$/
const atxHeading = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/
const setextUnderline = /^ {0,3}(?:=+|-+)[ \t]*$/
const fenceStart = /^ {0,3}(`{3,}(?!.*`)|~{3,})/
const htmlStart = /^ {0,3}<(?:!--|[/?!]?[A-Za-z])/
const rawHtmlStart = /^ {0,3}<(script|pre|style|textarea)[\s>]/i
const htmlHeading = /<h1(?:\s[^>]*)?>([^]*?)<\/h1>/i
/** Something outside tags, or the text of an image. */
const hasWords = /^(?:<[^<>]*>|\s)*[^<\s]|\salt=["'][^"']/
const indentedCode = /^(?: {4}|\t)/
/** Block quotes, list items, table rows, directives, rules: lines that begin no paragraph. */
const otherStart = /^ {0,3}(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|\||:{2,}|(?:[*_-][ \t]*){3,}$)/

/** First heading outside code, comments, quotes and lists: ATX, setext, or `<h1>` in HTML. Nothing when there is none. */
export function findTitle(text: string): FoundTitle | undefined {
  const lines = text.split('\n')
  let at = 0
  while (at < lines.length) {
    const {end, title} = readBlock(lines, at)
    if (title) return {markdown: title, startLine: at, endLine: end}
    at = end
  }
  return undefined
}

interface ReadBlock {
  /** The line after the block. */
  readonly end: number
  /** Markdown of the words, when the block is a heading that has some. */
  readonly title?: string
}

function readBlock(lines: readonly string[], at: number): ReadBlock {
  const line = lines[at]!
  if (blank.test(line)) return {end: at + 1}
  const atx = atxHeading.exec(line)
  if (atx) return {end: at + 1, title: atxText(atx[1])}
  const fence = fenceStart.exec(line)
  if (fence) return {end: endOfFence(lines, at, fence[1]!)}
  if (htmlStart.test(line)) return readHtml(lines, at)
  if (indentedCode.test(line)) return {end: at + 1}
  if (otherStart.test(line)) return {end: endOfOther(lines, at)}
  return readParagraph(lines, at)
}

function atxText(text = ''): string {
  return text.replace(/(^|[ \t]+)#+[ \t]*$/, '').trim()
}

function endOfFence(lines: readonly string[], at: number, fence: string): number {
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`)
  const end = lines.findIndex((line, index) => index > at && closing.test(line))
  return end < 0 ? lines.length : end + 1
}

function readHtml(lines: readonly string[], at: number): ReadBlock {
  const end = endOfHtml(lines, at)
  const title = htmlHeading.exec(lines.slice(at, end).join('\n'))?.[1]?.replace(/\s+/g, ' ').trim()
  return title === undefined || !hasWords.test(title) ? {end} : {end, title}
}

function endOfHtml(lines: readonly string[], at: number): number {
  const line = lines[at]!
  const raw = rawHtmlStart.exec(line)?.[1]
  const closing = line.trimStart().startsWith('<!--') ? /-->/ : raw === undefined ? undefined : new RegExp(`</${raw}>`, 'i')
  const end = closing
    ? lines.findIndex((each, index) => index >= at && closing.test(each))
    : lines.findIndex((each, index) => index > at && blank.test(each))
  if (end < 0) return lines.length
  return closing ? end + 1 : end
}

/** Such a block ends with a blank line, or where a heading or fence begins in the first column. */
function endOfOther(lines: readonly string[], at: number): number {
  const end = lines.findIndex((line, index) => index > at && (blank.test(line) || /^(?:#{1,6}[ \t]|```|~~~)/.test(line)))
  return end < 0 ? lines.length : end
}

function readParagraph(lines: readonly string[], at: number): ReadBlock {
  let end = at + 1
  for (; end < lines.length; end++) {
    const line = lines[end]!
    if (setextUnderline.test(line))
      return {
        end: end + 1,
        title: lines
          .slice(at, end)
          .map(part => part.trim())
          .join(' ')
      }
    if (blank.test(line) || atxHeading.test(line) || fenceStart.test(line) || otherStart.test(line)) break
  }
  return {end}
}
