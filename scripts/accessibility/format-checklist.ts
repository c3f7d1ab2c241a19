// Accessibility: the checklist as lines for a terminal.

import type {ChecklistItem, Finding, Outcome} from './checklist.ts'

const words: Readonly<Record<Outcome, string>> = {pass: 'pass', fail: 'FAIL', person: 'needs a person', none: 'not there'}
const width = Math.max(...Object.values(words).map(word => word.length))

/** Failures first, then what a person has to look at, then the rest. `prefix` stands before every file of the manuscript. */
export function formatChecklist(items: readonly ChecklistItem[], prefix = ''): string {
  const order: readonly Outcome[] = ['fail', 'person', 'pass', 'none']
  const groups = order.map(outcome => items.filter(item => item.outcome === outcome)).filter(group => group.length > 0)
  return [...groups.map(group => group.flatMap(item => formatItem(item, prefix)).join('\n')), countLine(items)].join('\n\n') + '\n'
}

function formatItem({outcome, statement, asked, note, findings}: ChecklistItem, prefix: string): string[] {
  const indent = ' '.repeat(width + 2)
  return [`${words[outcome].padEnd(width)}  ${statement} (${asked})`, `${indent}${note}`, ...findings.map(finding => `${indent}- ${formatFinding(finding, prefix)}`)]
}

function formatFinding({text, file, line}: Finding, prefix: string): string {
  if (file === undefined) return text
  return `${prefix}${file}${line === undefined ? '' : `:${line}`}  ${text}`
}

function countLine(items: readonly ChecklistItem[]): string {
  const count = (outcome: Outcome) => items.filter(item => item.outcome === outcome).length
  return `${count('pass')} pass, ${count('fail')} fail, ${count('person')} need a person, ${count('none')} not there`
}
