// What reviewers read is said in words of eight years of school at most.

import {expect, test} from 'vitest'
import {howToComment, reviewPageWords} from '../../scripts/review/review-words.ts'
import {usualQuestions} from '../../scripts/review/round.ts'
import {youSaid} from '../../scripts/review/you-said.ts'
import {readingGrade, sentencesOf} from '../support/reading-grade.ts'

const answer = (id: string, decision: 'accepted' | 'changed' | 'declined' | 'asked') => [id, {answer: decision, reason: 'Yes.', line: 1}] as const
const comment = (id: string) => ({id, kind: 'highlight', medium: 'pdf', reviewer: 'R1', blocks: ['AB-1'], quote: '', before: '', after: '', comment: ''}) as const

const sheet = youSaid(
  {
    number: 1, title: 'A book', language: 'en', reviewers: [], blocks: [{id: 'AB-1', section: 'a', text: 'A', file: 'a.md', line: 1}], sections: new Map([['a', 'A']]), pictures: new Map(),
    comments: ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd'].map(comment),
    decisions: new Map([answer('aaaaaaaa', 'accepted'), answer('bbbbbbbb', 'changed'), answer('cccccccc', 'declined'), answer('dddddddd', 'asked')])
  },
  {publishers: [], date: '2026-12-20'}
).get('sections/you-said.md')!

test.each([
  ['how to comment', JSON.stringify(Object.values(howToComment).filter(value => typeof value !== 'function')).split(/","|"|\[|\]/)],
  ['the review page', JSON.stringify(Object.values(reviewPageWords)).split(/","|"|\[|\]/)],
  ['the questions', usualQuestions],
  ['“You said, we did”', sheet.replace(/[*#\\]/g, '').split('\n')]
])('%s', (_, blocks) => {
  const sentences = blocks.flatMap(sentencesOf)
  expect(sentences.length).toBeGreaterThan(3)
  expect(readingGrade(sentences)).toBeLessThanOrEqual(8)
})
