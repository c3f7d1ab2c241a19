// Review: a comment as it is kept, one YAML file each, so that git merges what two people collected.

import {stringify} from 'yaml'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {checkSchema} from '../read/check-schema.ts'
import {parseYaml} from '../read/parse-yaml.ts'
import type {MapSchema, TextSchema} from '../read/key-schema.ts'
import {textOf, textsOf, valueOf} from '../read/yaml-node.ts'
import {markKinds, media, type MarkKind, type Medium} from './comments/mark.ts'

export interface Comment {
  /** Made from what the comment is, so that the same comment has the same id whoever collects it. */
  readonly id: string
  readonly kind: MarkKind
  readonly medium: Medium
  /** Code; never a name. */
  readonly reviewer: string
  /** Ids in reading order; empty when the comment could not be placed. */
  readonly blocks: readonly string[]
  /** Block that is nearest, when it could not be placed. */
  readonly nearest?: string
  /** Where the reviewer says that it belongs, when the text has no such block. */
  readonly where?: string
  /** What the page is called in the file that was returned. */
  readonly page?: string
  /** Round whose text it is about, when that is not the one it is kept with. */
  readonly textRound?: number
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly comment: string
  readonly suggestion?: string
  /** Comment that this one answers. */
  readonly parent?: string
  /** Earlier state of the same mark, which this one takes the place of. */
  readonly revises?: string
  /** Tells the mark again when its reviewer changes it. */
  readonly mark?: string
  /** True when a picture of it lies beside the file, as `<id>.png`, or as `<id>.svg` when there was no page to take it from. */
  readonly isDrawn?: boolean
}

const text = (description: string, example: string): TextSchema => ({type: 'string', title: 'text', description, examples: [example]})
export const commentIdPattern = /^[0-9a-hjkmnp-tv-z]{8}$/
const id = (description: string): TextSchema => ({type: 'string', title: 'the id of a comment', pattern: commentIdPattern.source, description, examples: ['m4kd2x7p']})
const block = (description: string): TextSchema => ({type: 'string', title: 'the id of a block', pattern: '^[A-Z][A-Z0-9]{0,5}-[1-9]\\d*$', description, examples: ['CB-12']})

/** `reviews/round-N/comments/<id>.yaml`. */
export const commentSchema: MapSchema = {
  type: 'object',
  title: 'a comment',
  description: 'A comment as it was collected. What the reviewer said is not edited; answers go to `decisions.yaml`.',
  properties: {
    id: id('Name of the comment, and of its file.'),
    kind: {type: 'string', title: `one of ${markKinds.join(', ')}`, enum: markKinds, description: 'What the reviewer did.', examples: ['highlight']},
    medium: {type: 'string', title: `one of ${media.join(', ')}`, enum: media, description: 'How it reached us.', examples: ['pdf']},
    reviewer: {type: 'string', title: 'a code such as `R1`', pattern: '^[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$', description: 'Code of who said it.', examples: ['R1']},
    blocks: {type: 'array', title: 'a list of ids', description: 'Blocks that it is about.', items: block('A block.'), examples: [['CB-12']]},
    nearest: block('Block that is nearest, when it could not be placed.'),
    where: text('Where the reviewer says that it belongs, when the text has no such block.', 'ZZ-99'),
    page: text('Page of the returned file.', '12'),
    round: {type: 'string', title: 'a whole number', pattern: '^[1-9]\\d{0,3}$', description: 'Round whose text it is about, when it came after that round was closed.', examples: ['1']},
    quote: text('Words that it is about; those before an insertion.', 'a quiet corner'),
    before: text('Words before the quote.', 'Set up '),
    after: text('Words behind the quote.', ' with a chair.'),
    comment: text('What the reviewer says.', 'Where would we put this?'),
    suggestion: text('Words that the reviewer proposes.', 'a quiet place'),
    parent: id('Comment that it answers.'),
    revises: id('Earlier state of the same comment.'),
    mark: text('Tells the mark again when its reviewer changes it.', '7b0c41d2'),
    drawn: {type: 'string', title: '`true`', enum: ['true'], description: 'There is a picture of it beside the file.', examples: ['true']}
  },
  required: ['id', 'kind', 'medium', 'reviewer', 'blocks'],
  additionalProperties: false
}

/** The comment as YAML; the same comment gives the same text. */
export function writeComment({isDrawn, ...comment}: Comment): string {
  const {id, kind, medium, reviewer, blocks, nearest, where, page, textRound, quote, before, after, comment: said, suggestion, parent, revises, mark} = comment
  const keys = {
    id, kind, medium, reviewer, blocks, nearest, where, page,
    round: textRound === undefined ? undefined : String(textRound),
    quote: quote || undefined, before: before || undefined, after: after || undefined, comment: said || undefined,
    suggestion, parent, revises, mark, drawn: isDrawn ? 'true' : undefined
  }
  return stringify(keys, {lineWidth: 0, blockQuote: 'literal', defaultStringType: 'PLAIN', keepUndefined: false, schema: 'failsafe'})
}

export interface CommentReading {
  readonly comment?: Comment
  readonly messages: readonly Diagnostic[]
}

/** A comment's file; `file` names it in messages. */
export function readComment(source: string, file: string): CommentReading {
  const {root, fault} = parseYaml(source)
  if (fault) return {messages: [diagnose('yaml-invalid', fault.reason, {file, place: fault.position}, fault.note)]}
  const messages = checkSchema(root, commentSchema).map(({rule, reason, position, note}) => diagnose(rule, reason, {file, place: position}, note))
  if (messages.length > 0) return {messages}
  const raw = (key: string) => {
    const value = valueOf(root, key)
    return value?.kind === 'text' ? value.text : ''
  }
  const optional = (key: 'nearest' | 'where' | 'page' | 'parent' | 'revises' | 'mark') => {
    const value = textOf(root, key)
    return value === undefined ? {} : {[key]: value}
  }
  return {
    messages,
    comment: {
      id: raw('id'),
      kind: raw('kind') as MarkKind,
      medium: raw('medium') as Medium,
      reviewer: raw('reviewer'),
      blocks: textsOf(root, 'blocks').map(({text}) => text),
      ...optional('nearest'),
      ...optional('where'),
      ...optional('page'),
      ...(textOf(root, 'round') === undefined ? {} : {textRound: Number(textOf(root, 'round'))}),
      quote: raw('quote'),
      before: raw('before'),
      after: raw('after'),
      comment: raw('comment'),
      ...(valueOf(root, 'suggestion')?.kind === 'text' ? {suggestion: raw('suggestion')} : {}),
      ...optional('parent'),
      ...optional('revises'),
      ...optional('mark'),
      ...(textOf(root, 'drawn') === 'true' ? {isDrawn: true} : {})
    }
  }
}
