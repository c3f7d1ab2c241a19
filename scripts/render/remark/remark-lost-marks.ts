// Render: marks that were meant for a block, a table or a note, and would be printed as they stand.

import type {Root, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {containerDirectives, leafDirectives} from '../directives/directives.ts'
import {addMessage, draftOf, type FragmentDraft} from '../fragment-draft.ts'
import type {Span} from '../fragment.ts'

const blockMark = new RegExp(`(?<![\\p{L}\\p{N}:\\\\])(:{2,3})(${[...leafDirectives.keys(), ...containerDirectives.keys(), 'only'].join('|')})[[{][^\\n]*`, 'gu')
const noteMark = /(?<![\\\p{L}\p{N}])\[\^[^\]\s]+\](?![(:])/gu

/** A line of dashes with the line above it. */
const tableRule = /(?<=([^\n]*\|[^\n]*)\n[ \t]*)(?:\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?|:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?)(?=[ \t]*(?:\n|$))/g

/**
 * Reports blocks that share their line with other words or are not written as they must be, tables whose head and line of dashes differ,
 * and references to notes that the file does not have.
 */
export function remarkLostMarks() {
  return (tree: Root, file: VFile): void => {
    const draft = draftOf(file)
    if (!/::\w|\[\^|\|[ \t]*:?-|-[ \t]*\|/.test(draft.source)) return
    visit(tree, 'text', node => {
      for (const [mark, [line, colons, name]] of marksIn(node, blockMark, draft)) reportBlock(mark, line, `${colons!}${name!}`, draft)
      for (const [mark, [rule, head]] of marksIn(node, tableRule, draft)) reportTable(mark, countCells(head!), countCells(rule), draft)
      for (const [mark, [note]] of marksIn(node, noteMark, draft)) addMessage(draft, 'note-unknown', `Unexpected \`${note}\`, expected the mark of a note`, mark, `write the note below, in a paragraph of its own: \`${note}: Words.\``)
    })
  }
}

function reportBlock(mark: Span, line: string, name: string, draft: FragmentDraft): void {
  const note = /[“”‘’]/.test(/\{.*/.exec(line)?.[0] ?? '') ? 'write straight quotation marks: `"`' : 'put it on a line of its own, with an empty line above and below'
  addMessage(draft, 'directive-misplaced', `Unexpected \`${name}\` among other words, expected a block`, mark, note, draft.setting.plain ? 'warning' : 'error')
}

function reportTable(mark: Span, head: number, rule: number, draft: FragmentDraft): void {
  if (head === rule) return
  const columns = (count: number) => (count === 1 ? '1 column' : `${count} columns`)
  const note = `write a part for each column: \`|${' --- |'.repeat(head)}\``
  addMessage(draft, 'table-columns', `Unexpected ${columns(rule)} below a head with ${columns(head)}, expected as many`, mark, note, draft.setting.plain ? 'warning' : 'error')
}

function countCells(line: string): number {
  return line.trim().replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).length
}

/** What a pattern finds in the source of a text, with places. */
function marksIn({position}: Text, pattern: RegExp, {source}: FragmentDraft): [Span, RegExpMatchArray][] {
  const from = position?.start.offset
  if (!position || from === undefined) return []
  return [...source.slice(from, position.end.offset).matchAll(pattern)].map(found => {
    const before = source.slice(from, from + found.index)
    const breaks = before.split('\n').length - 1
    const line = position.start.line + breaks
    const column = breaks === 0 ? position.start.column + found.index : found.index - before.lastIndexOf('\n')
    return [[line, column, line, column + found[0].length, from + found.index], found]
  })
}
