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

/** What the review page says. `#` is a number. */
export const reviewPageWords = {
  title: 'How to comment',
  welcome: howToComment.welcome,
  steps: [
    'Tap the name of a paragraph, such as the ones you see here in small boxes. You can tap the paragraph itself, too.',
    'Write what you think. Or use the microphone of your keyboard and say it.',
    'If you know better words, write them below. To comment on a few words only, mark them first.',
    'When you are done, save your comments as a file. Send that file to the person who gave you this page.'
  ],
  privacy: 'What you write stays in this browser until you save it. Nothing is sent by itself, and you need no account. Please do not write your name.',
  notKept: 'This browser does not keep what you write. Save your comments as a file before you close this page.',
  needsScripts: 'To write comments here, this page needs JavaScript. You can also tell someone the name of a paragraph and what you think.',
  save: 'Save my comments as a file',
  share: 'Share my comments',
  howToSend: 'Look for it in “Downloads”, and send it to the person who gave you this page.',
  comment: 'Your comment',
  suggestion: 'Better words, if you know some',
  onlyMarked: 'Only about the words I marked',
  empty: 'Write a comment or better words first, or choose Cancel.',
  saveComment: 'Keep',
  cancel: 'Cancel',
  deleteComment: 'Delete',
  commentOn: 'Comment on',
  oneComment: '1 comment',
  comments: '# comments',
  better: 'Better words',
  change: 'Change',
  saved: 'Kept your comment on',
  deleted: 'Deleted your comment on',
  fileSaved: 'Your comments are saved as a file.',
  barLabel: 'Your comments'
} as const

/** What became of a block. */
export const changeWords = {added: 'added', changed: 'changed', removed: 'removed', moved: 'moved'} as const

/** The page that lists what changed. */
export const summaryWords = {
  title: (base: number) => `What changed since round ${base}`,
  parts: 'Here is every section in which something changed. The whole book is in the draft.',
  whole: 'Here is the whole book, but for lists that it makes of itself, such as its index.',
  key: 'In the text, words that were taken out have two lines through them, and words that were put in are underlined and bold. Beside each changed paragraph is a bar, and its name says what became of it.',
  nothing: 'Nothing changed.',
  page: 'page',
  out: 'taken out',
  in: 'put in'
} as const

/** The paper form. */
export const paperWords = {
  title: 'Paper form',
  intro: 'Write the name of the paragraph, and what you think of it. There are no wrong answers. Please do not write your own name.',
  name: 'Paragraph',
  comment: 'What you think, or better words'
} as const
