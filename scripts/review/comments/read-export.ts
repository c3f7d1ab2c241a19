// Review: the file that the review HTML saves, `space-hacks-comments` as JSON.

import {type Mark, type MarkKind, markKinds, type ReturnedFile} from './mark.ts'
import {plainText} from './plain-text.ts'

/** What the review HTML writes. Offsets are not in it: the words find themselves again. */
export interface CommentExport {
  readonly format: 'space-hacks-comments'
  readonly version: 1
  /** As in the manifest of the round. */
  readonly book: string
  readonly round: number
  readonly hash: string
  /** Code of the copy, or what the reviewer typed as a name. */
  readonly reviewer?: string
  readonly name?: string
  readonly comments: readonly ExportedComment[]
}

export interface ExportedComment {
  /** Unique, made when the comment was written; stays when it is edited. */
  readonly id: string
  /** Id of the block. */
  readonly block: string
  /** Marked words, when it is not about the whole block, with some of what stands around them. */
  readonly quote?: string
  readonly before?: string
  readonly after?: string
  readonly kind?: string
  readonly comment?: string
  /** Words proposed for the quoted ones, or for the whole block. */
  readonly suggestion?: string
}

/** Marks of an export; what has another shape is a loss. */
export function readExport(value: Readonly<Record<string, unknown>>): ReturnedFile & Pick<CommentExport, 'book' | 'round' | 'hash' | 'reviewer'> {
  const losses: string[] = []
  const author = textIn(value, 'name')
  const comments = Array.isArray(value['comments']) ? (value['comments'] as unknown[]) : []
  if (!Array.isArray(value['comments'])) losses.push('it has no list of comments')
  const marks = comments.flatMap((comment, index): Mark[] => {
    if (typeof comment !== 'object' || comment === null) {
      losses.push(`comment ${index + 1} is broken`)
      return []
    }
    return [markOf(comment as Record<string, unknown>, index, author)]
  })
  const reviewer = textIn(value, 'reviewer')
  return {
    book: textIn(value, 'book') ?? '',
    round: Number(value['round']),
    hash: textIn(value, 'hash') ?? '',
    ...(reviewer === undefined ? {} : {reviewer}),
    marks,
    losses
  }
}

function markOf(comment: Readonly<Record<string, unknown>>, index: number, author: string | undefined): Mark {
  const [id, block, quote, before, after, suggestion] = ['id', 'block', 'quote', 'before', 'after', 'suggestion'].map(key => textIn(comment, key))
  const kind = markKinds.find(each => each === comment['kind'])
  return {
    kind: kind ?? kindOf(quote, suggestion),
    medium: 'html',
    name: id ?? `comment ${index + 1}`,
    ...(id === undefined ? {} : {uid: id}),
    ...(block === undefined ? {} : {blocks: [block]}),
    ...(quote === undefined ? {} : {quote}),
    ...(before === undefined ? {} : {before}),
    ...(after === undefined ? {} : {after}),
    comment: textIn(comment, 'comment') ?? '',
    ...(suggestion === undefined ? {} : {suggestion}),
    ...(author === undefined ? {} : {author})
  }
}

function kindOf(quote: string | undefined, suggestion: string | undefined): MarkKind {
  if (suggestion !== undefined) return 'replace'
  return quote === undefined ? 'comment' : 'highlight'
}

function textIn(value: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const text = value[key]
  return typeof text === 'string' ? plainText(text) || undefined : undefined
}
