// Review: which keys a round's file may have.

import type {MapSchema, TextSchema} from '../read/key-schema.ts'

const number = (description: string): TextSchema => ({type: 'string', title: 'a whole number', pattern: '^[1-9]\\d{0,3}$', description, examples: ['2']})
const date = (description: string): TextSchema => ({type: 'string', title: 'a date such as `2026-12-15`', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date', description, examples: ['2026-12-15']})
const text = (description: string, example: string): TextSchema => ({type: 'string', title: 'text', minLength: 1, description, examples: [example]})
const question = text('A question.', 'Is anything missing?')

/** `reviews/round-N/round.yaml`. */
export const roundSchema: MapSchema = {
  type: 'object',
  title: 'a review round',
  description: 'A round of reviewing, written by `review open`; editors add reviewers and change questions.',
  properties: {
    round: number('Number of the round.'),
    opened: date('Day on which the text was frozen.'),
    due: date('Last day for comments.'),
    base: number('The round that the changes are shown against.'),
    edition: text('Edition that is reviewed.', 'space-hacks'),
    hash: {type: 'string', title: 'the hash that `review open` wrote', pattern: '^[0-9a-f]{64}$', description: 'Content hash of the frozen text.', examples: ['0'.repeat(64)]},
    commit: text('Commit that was checked out when the round was opened.', '0123abc'),
    reviewers: {
      type: 'array',
      title: 'a list of codes',
      description: 'A code for each person who was asked.',
      items: {type: 'string', title: 'a code of letters, digits and hyphens, such as `R1`', pattern: '^[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$', description: 'A code; never a name.', examples: ['R1']},
      examples: [['R1', 'R2']]
    },
    questions: {type: 'array', title: 'a list of questions', description: 'Asked about every section.', items: question, examples: [['Is anything missing?']]},
    'section-questions': {
      type: 'object',
      title: 'questions by section',
      description: 'Asked about one section instead, by its code.',
      properties: {},
      propertyNames: {title: 'a section’s code', pattern: '^[A-Z][A-Z0-9]{0,5}$'},
      additionalProperties: {type: 'array', title: 'a list of questions', description: 'Questions about a section.', items: question, examples: [['Would this work in a small space?']]}
    }
  },
  required: ['round', 'opened', 'hash'],
  additionalProperties: false
}
