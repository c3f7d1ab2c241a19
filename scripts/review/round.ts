// Review: one round, as `reviews/round-N/round.yaml` says it.

import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {checkSchema} from '../read/check-schema.ts'
import {parseYaml} from '../read/parse-yaml.ts'
import {textOf, textsOf, valueOf, type YamlNode} from '../read/yaml-node.ts'
import {roundSchema} from './round-schema.ts'

export interface Round {
  readonly number: number
  /** `YYYY-MM-DD`. */
  readonly opened: string
  /** Last day for comments, `YYYY-MM-DD`. */
  readonly due?: string
  /** Round that the changes are shown against. */
  readonly base?: number
  /** Edition of the book that is reviewed, when the book declares editions. */
  readonly edition?: string
  /** Content hash of the frozen manuscript. */
  readonly hash: string
  readonly commit?: string
  /** Codes of the people who were asked; no names. */
  readonly reviewers: readonly string[]
  /** Asked about every section. */
  readonly questions: readonly string[]
  /** Asked about one section instead, by its code. */
  readonly sectionQuestions: ReadonlyMap<string, readonly string[]>
}

/** Where a round's files are, relative to the book's folder. */
export const roundFolder = (number: number) => `reviews/round-${number}`
export const registryFile = 'reviews/blocks.yaml'

/** What every round asks until an editor asks something else. */
export const usualQuestions: readonly string[] = [
  'Is anything wrong here, or not how it is in real life?',
  'Is anything missing?',
  'Could anything here hurt or shame someone, or get someone into trouble?',
  'Is anything hard to read, or could it be said more simply?'
]

/** A new round as YAML, with room for the editor's words. */
export function writeRound(round: Round): string {
  const {number, opened, due, base, edition, hash, commit, reviewers, questions} = round
  const line = (key: string, value: string | number | undefined) => (value === undefined ? '' : `${key}: ${value}\n`)
  const list = (key: string, values: readonly string[]) => `${key}:${values.length === 0 ? ' []' : `\n${values.map(value => `  - ${JSON.stringify(value)}`).join('\n')}`}\n`
  return `# Round ${number} of reviewing. The text that is reviewed is in base/, as it was when the round was opened.
${line('round', number)}${line('opened', opened)}${line('due', due)}${line('base', base)}${line('edition', edition)}${line('hash', hash)}${line('commit', commit)}
# A code for each person who was asked, such as R1. Names stay out of this file and out of every draft.
${list('reviewers', reviewers)}
# What reviewers are asked about every section.
${list('questions', questions)}
# To ask something else about one section, name its code:
# section-questions:
#   CB:
#     - "Would this work in a small space?"
`
}

export interface RoundReading {
  /** Absent when the file is not a round's. */
  readonly round?: Round
  readonly messages: readonly Diagnostic[]
}

/** A round's file; `file` names it in messages. */
export function readRound(text: string, file: string): RoundReading {
  const {root, fault} = parseYaml(text)
  if (fault) return {messages: [diagnose('yaml-invalid', fault.reason, {file, place: fault.position}, fault.note)]}
  const problems = checkSchema(root, roundSchema)
  const messages = problems.map(({rule, reason, position, note}) => diagnose(rule, reason, {file, place: position}, note))
  messages.push(...duplicateReviewers(root, file))
  return problems.length > 0 ? {messages} : {round: roundOf(root), messages}
}

function roundOf(root: YamlNode): Round {
  const optional = (key: 'due' | 'edition' | 'commit') => {
    const text = textOf(root, key)
    return text === undefined ? {} : {[key]: text}
  }
  const base = textOf(root, 'base')
  const perSection = valueOf(root, 'section-questions')
  const texts = (node: YamlNode, key: string) => textsOf(node, key).map(({text}) => text.trim())
  return {
    number: Number(textOf(root, 'round')),
    opened: textOf(root, 'opened')!,
    ...optional('due'),
    ...(base === undefined ? {} : {base: Number(base)}),
    ...optional('edition'),
    hash: textOf(root, 'hash')!,
    ...optional('commit'),
    reviewers: [...new Set(texts(root, 'reviewers'))],
    questions: texts(root, 'questions'),
    sectionQuestions: new Map(perSection?.kind === 'map' ? perSection.entries.map(({key}) => [key, texts(perSection, key)]) : [])
  }
}

function duplicateReviewers(root: YamlNode, file: string): Diagnostic[] {
  const seen = new Set<string>()
  return textsOf(root, 'reviewers').flatMap(({text, position}) => {
    const code = text.trim()
    if (!seen.has(code)) {
      seen.add(code)
      return []
    }
    return [diagnose('reviewer-duplicate', `Unexpected second \`${code}\`, expected each code for one person`, {file, place: position}, 'give one of the two another code')]
  })
}
