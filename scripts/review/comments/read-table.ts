// Review: comments in a table, as standards bodies collect them, and as people type them who take them down from paper or by ear. CSV in any of
// the ways of spreadsheets is read with Papa Parse, which finds the delimiter and mends quotation marks.

import Papa from 'papaparse'
import {type Mark, type MarkKind, markKinds, type Medium, type ReturnedFile} from './mark.ts'
import {plainText} from './plain-text.ts'

/** Columns by the names that they go by, in small letters without anything but letters. The ISO form has the number of a clause where ours has the id of a block. */
const columns: Readonly<Record<string, readonly string[]>> = {
  block: ['block', 'blocks', 'id', 'paragraphid', 'paragraph', 'clause', 'clausesubclause', 'paragraphfiguretable', 'place', 'where'],
  page: ['page', 'pagenumber', 'pageno'],
  quote: ['quote', 'quotedwords', 'words', 'text', 'original', 'currenttext', 'existingtext'],
  comment: ['comment', 'comments', 'remark', 'remarks', 'note', 'whatissaid', 'commentjustificationforchange', 'justification'],
  suggestion: ['proposedchange', 'proposal', 'suggestion', 'suggestedchange', 'suggestedtext', 'proposedtext', 'proposedwords'],
  reviewer: ['reviewer', 'name', 'who', 'from', 'mbnc', 'mb', 'member', 'commenter', 'author', 'code'],
  kind: ['kind', 'type', 'typeofcomment', 'typeofcommentgeneraltechnicaleditorial'],
  medium: ['how', 'medium', 'source', 'by', 'takendown']
}

/** True for text whose first row names a column for what is said. */
export function isTable(text: string): boolean {
  const heads = Papa.parse<string[]>(text.slice(0, 4096), {preview: 1}).data[0] ?? []
  return heads.some(head => columnOf(head) === 'comment' || columnOf(head) === 'suggestion')
}

/** A mark for every row that says something. */
export function readTable(text: string): ReturnedFile {
  const {data, errors} = Papa.parse<string[]>(text, {skipEmptyLines: 'greedy'})
  const losses = errors.filter(({type}) => type !== 'Delimiter').map(({message, row}) => `row ${(row ?? 0) + 1}: ${message}`)
  const [heads = [], ...rows] = data
  const names = heads.map(columnOf)
  const marks = rows.flatMap((cells, index): Mark[] => {
    const value = (column: string) => plainText(undefuse(cells[names.indexOf(column)] ?? ''))
    const rest = cells.flatMap((cell, i) => (names[i] === undefined && cell.trim() !== '' && i < heads.length ? [`${heads[i]}: ${cell}`] : []))
    return markOf(value, rest, index)
  })
  return {marks, losses}
}

function markOf(value: (column: string) => string, rest: readonly string[], index: number): Mark[] {
  const [comment, suggestion, quote, page, author] = ['comment', 'suggestion', 'quote', 'page', 'reviewer'].map(value) as [string, string, string, string, string]
  if (comment === '' && suggestion === '') return []
  const kind = markKinds.find(each => each === value('kind').toLowerCase())
  return [{
    kind: kind ?? kindOf(suggestion),
    medium: mediumOf(value('medium')),
    name: `row ${index + 2}`,
    blocks: namedBlocks(value('block')),
    ...(value('block') === '' ? {} : {where: value('block')}),
    ...(/^\d+$/.test(page) ? {page: Number(page) - 1} : {}),
    ...(quote === '' ? {} : {quote}),
    // A column that we have no name for may hold what matters most to who filled it in.
    comment: plainText([comment, ...rest.map(undefuse)].join('\n')),
    ...(suggestion === '' ? {} : {suggestion}),
    ...(author === '' ? {} : {author})
  }]
}

function kindOf(suggestion: string): MarkKind {
  return suggestion === '' ? 'comment' : 'replace'
}

function mediumOf(how: string): Medium {
  if (/paper|hand|print/i.test(how)) return 'paper'
  return /voice|phone|spoken|oral|said|call/i.test(how) ? 'voice' : 'table'
}

function columnOf(head: string): string | undefined {
  const letters = head.toLowerCase().replace(/[^a-z]/g, '')
  return Object.keys(columns).find(column => columns[column]!.includes(letters))
}

/** Ids as people write them: `cb12`, `CB 12`, `CB–12, CB-13`, `CB-12 to 14`. */
export function namedBlocks(text: string): string[] {
  const ids: string[] = []
  for (const [, code = '', first = '', last] of text.toUpperCase().matchAll(/\b([A-Z][A-Z0-9]{0,5}?)[\s\-\u2010-\u2015.]*([1-9]\d{0,4})(?:\s*(?:\bTO\b|[\u2013\u2014]|-)\s*(?:\1[\s\-\u2010-\u2015.]*)?([1-9]\d{0,4})\b)?/g)) {
    const end = Math.min(Number(last ?? first), Number(first) + 50)
    for (let number = Number(first); number <= end; number++) ids.push(`${code}-${number}`)
  }
  return [...new Set(ids)]
}

/** Undoes what our tables do to cells that a spreadsheet would run as formulas. */
function undefuse(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '')
}
