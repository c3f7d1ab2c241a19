// Render: Markdown text becomes a syntax tree.

import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {remarkProseColons} from './remark/remark-prose-colons.ts'
import {grammarNeeds, remarkSparing, type GrammarNeeds} from './remark/remark-sparing.ts'
import {noncharacters} from './slots.ts'

const makeParser = (needs: GrammarNeeds) =>
  unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkGfm)
    .use(remarkSparing, needs)
    .use(remarkDirective)
    .use(remarkProseColons)
    .freeze()

const parsers = new Map<string, ReturnType<typeof makeParser>>()

/** Text in which positions count and nothing can be taken for a slot. */
export function cleanSource(source: string): string {
  return source.replace(noncharacters, '\ufffd')
}

/** Parses a file's whole text, front matter included. */
export function parseSection(source: string): Root {
  const needs = grammarNeeds(source)
  const key = Object.values(needs).join()
  const parser = parsers.get(key) ?? makeParser(needs)
  parsers.set(key, parser)
  return parser.parse(source)
}
