// Review: "You said, we did", the answer to everybody who commented, as a book of one section that the pipeline prints.

import {isAnswered} from './decisions.ts'
import {type ReviewedRound, type Thread, threadsBySection} from './reviewed-round.ts'

/** The sheet's files by path, as a manuscript has them; `date` is the day on which the round was closed. */
export function youSaid(round: ReviewedRound, metadata: {readonly publishers: readonly string[]; readonly date: string}): ReadonlyMap<string, string> {
  const quoted = (text: string) => JSON.stringify(text)
  const book = [
    'title: You said, we did',
    `subtitle: ${quoted(`${round.title}, round ${round.number}`)}`,
    'layout: sheet',
    `language: ${round.language}`,
    `name: you-said-we-did-round-${round.number}`,
    ...(metadata.publishers.length === 0 ? [] : ['publishers:', ...metadata.publishers.map(name => `  - ${quoted(name)}`)]),
    `date: ${metadata.date}`,
    ''
  ]
  return new Map([['book.yaml', book.join('\n')], ['sections/you-said.md', markdownOf(round)]])
}

function markdownOf(round: ReviewedRound): string {
  const sections = threadsBySection(round, 'Other comments').filter(({groups}) => groups.length > 0)
  const count = sections.flatMap(({groups}) => groups.flat()).length
  if (count === 0) return '# Thank you\n\nWe asked you what you think of our draft. We got no comments.\n'
  const parts = sections.map(({title, groups}) => `## ${inline(title)}\n\n${groups.map(group => group.map(threadMarkdown).join('\n\n')).join('\n\n')}`)
  return `# Thank you

You read our draft and told us what you think. We got ${count === 1 ? 'one comment' : `${count} comments`}. Here is each one, and what we did.

${parts.join('\n\n')}
`
}

function threadMarkdown({comment, decision}: Thread): string {
  const {quote, comment: said, suggestion, kind, blocks, textRound} = comment
  const about = blocks.length === 0 ? '' : ` (about ${blocks.join(', ')}${textRound === undefined ? '' : `, in round ${textRound}`})`
  const words = [
    quote === '' ? '' : `On the words “${inline(quote)}”.`,
    said === '' ? wordless(kind, suggestion) : suggestion ? sentence(inline(said)) : inline(said),
    suggestion === undefined || suggestion === '' ? '' : `Say it like this: “${inline(suggestion)}”`
  ].filter(text => text !== '')
  return `**You said**${about}: ${words.join(' ')}\n\n**We did:** ${weDid(decision)}`
}

function wordless(kind: Thread['comment']['kind'], suggestion: string | undefined): string {
  if (kind === 'delete') return 'Leave these words out.'
  if (kind === 'ink' || kind === 'drawing' || kind === 'stamp') return 'You drew on the page.'
  return suggestion === undefined ? 'You marked this.' : ''
}

function weDid(decision: Thread['decision']): string {
  if (!decision || !isAnswered(decision)) return 'We have not answered yet.'
  const lead = {accepted: 'We did it.', changed: 'We changed it in another way.', declined: 'We left it as it is.', asked: 'We have a question for you.'}[decision.answer!]
  const told = [decision.change, decision.reason].flatMap(text => (text === undefined ? [] : [sentence(inline(text))]))
  return [lead, ...told].join(' ')
}

function sentence(text: string): string {
  return /[.!?…][\\"”’»)]*$/.test(text) ? text : `${text}.`
}

/** Somebody's words as Markdown that says them and does nothing: on one line, every sign that Markdown, HTML or our directives know taken for itself. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
