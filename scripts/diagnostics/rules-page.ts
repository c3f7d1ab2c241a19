// Diagnostics: the page `docs/rules.md`, written from the table of rules.

import {rules, type Level} from './rules.ts'

const duties: Record<Level, string> = {
  error: 'An **error** would make the book wrong or unsafe. Nothing is written, unless `--keep-going` is given.',
  warning: 'A **warning** should be looked at; the book is built. With `--strict` it counts as an error.',
  info: 'A **note** is worth knowing and asks for nothing.'
}

const levelNames: Record<Level, string> = {error: 'error', warning: 'warning', info: 'note'}

/** Markdown of the whole page. */
export function rulesPage(): string {
  const sections = Object.entries(rules).map(([id, {level, help}]) => `## ${id}\n\n*${levelNames[level]}* · ${help}\n`)
  return [
    '<!-- Written from scripts/diagnostics/rules.ts by `npm run docs`. Changes made here are lost. -->',
    '# What the messages mean\n',
    'Each message of `space-hacks build` and `space-hacks check` ends with the name of its rule. This page says what each rule is about and what to do.\n',
    ...Object.values(duties).map(duty => `- ${duty}`),
    '',
    sections.join('\n')
  ].join('\n')
}
