// Render: Markdown text becomes a syntax tree.

import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {remarkProseColons} from './remark/remark-prose-colons.ts'
import {noncharacters} from './slots.ts'

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).use(remarkProseColons).freeze()

/** Text in which positions count and nothing can be taken for a slot. */
export function cleanSource(source: string): string {
  return source.replace(noncharacters, '\ufffd')
}

/** Parses a file's whole text, front matter included. */
export function parseSection(source: string): Root {
  return parser.parse(source)
}
