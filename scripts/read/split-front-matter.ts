// Read: where the front matter of a Markdown file ends and its text begins.

/** A file in two; lines are one-based. */
export interface SplitSource {
  /** What stands between the fences, `undefined` without front matter. */
  readonly matter?: {readonly text: string; readonly format: 'yaml' | 'toml'}
  readonly body: string
  /** Line on which `body` begins. */
  readonly bodyLine: number
  /** True when a fence and a key open the file but no fence closes them. */
  readonly isUnclosed: boolean
}

const opening = /^(---|\+\+\+)[ \t]*\n/
const closings = {'---': /^---[ \t]*(?:\n|$)/m, '+++': /^\+\+\+[ \t]*(?:\n|$)/m}

/** Front matter as remark-frontmatter finds it: YAML between `---`, TOML (Hugo's) between `+++`, on the very first line. */
export function splitFrontMatter(source: string): SplitSource {
  const open = opening.exec(source)
  if (!open) return {body: source, bodyLine: 1, isUnclosed: false}
  const fence = open[1] as keyof typeof closings
  const rest = source.slice(open[0].length)
  const close = closings[fence].exec(rest)
  if (!close) return {body: source, bodyLine: 1, isUnclosed: fence === '---' && /^[A-Za-z][\w-]*:(?:\s|$)/.test(rest)}
  const text = rest.slice(0, close.index)
  return {
    matter: {text, format: fence === '---' ? 'yaml' : 'toml'},
    body: rest.slice(close.index + close[0].length),
    bodyLine: countLines(text) + 3,
    isUnclosed: false
  }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
