// Review: what drafts say to reviewers, in plain words.

import type {Round} from './round.ts'

/** `2026-12-15` as `December 15, 2026`. */
export function spokenDate(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', {dateStyle: 'long', timeZone: 'UTC'})
}

/** The few letters of the hash that people compare. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8)
}

/** The mark on every page of a draft. */
export function draftMark({number, opened, due, hash}: Pick<Round, 'number' | 'opened' | 'due' | 'hash'>, reviewer: string | undefined): string[] {
  return [
    `Round ${number}, ${spokenDate(opened)}`,
    ...(due === undefined ? [] : [`comments until ${spokenDate(due)}`]),
    `text ${shortHash(hash)}`,
    ...(reviewer === undefined ? [] : [`copy ${reviewer}`])
  ]
}

export const howToComment = {
  title: 'How to comment on this draft',
  welcome: 'This book is not finished. You can change it. There are no wrong answers, spelling does not matter, and you need not read all of it.',
  names: 'Every paragraph has a short name in the left margin, such as',
  sayName: 'When you tell us something, tell us that name too.',
  waysTitle: 'Ways to comment',
  ways: [
    'On paper: write in the wide margin on the right, or anywhere else. Send it back, or a photo of the page.',
    'On a computer or phone: open this file in any PDF program. Highlight words, strike them out, or add a note. Save it, and send the file back.',
    'In the review page: open the HTML file that comes with this draft. It works on a phone, without a network and without an account.',
    'By talking: tell someone the name of the paragraph and what you think. They can write it down for you.'
  ],
  askedTitle: 'What we ask you about every section',
  safeTitle: 'Your name',
  safe: 'Please do not write your name. We keep comments under a code only. If your copy has a code, it stands at the top of every page.',
  dueTitle: 'When',
  due: (day: string) => `Please send your comments back by ${spokenDate(day)}.`
} as const

export const questionsTitle = (title: string) => `What do you think of “${title}”?`
export const questionsAbout = (code: string, title: string) => `${code}, ${title}:`
