// Render: a paragraph of labels and blanks, `Name: :blank[Name] Date: :blank[Date]`, keeps each label with its blank.

import {toString} from 'hast-util-to-string'
import {h} from 'hastscript'
import type {ElementContent} from 'hast'

/** Children of a paragraph → a row of fields, where all of it is labels that end in a colon, each with its blank; the same children where it is a sentence. */
export function groupFields(children: ElementContent[]): ElementContent[] {
  const fields: ElementContent[][] = [[]]
  for (const child of children) {
    fields.at(-1)!.push(child)
    if (isBlank(child)) fields.push([])
  }
  const rest = fields.pop()!
  if (fields.length === 0 || textOf(rest).trim() !== '' || !fields.every(field => endsInColon(field.slice(0, -1)))) return children
  return [h('span.fields', fields.map(field => h('span.field', [h('span.field-label', field.slice(0, -1)), ...field.slice(-1)])))]
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'element' && Array.isArray(node.properties['className']) && node.properties['className'].includes('blank')
}

/** Whether the words of nodes announce what follows them. */
export function endsInColon(nodes: readonly ElementContent[]): boolean {
  const last = nodes.at(-1)
  return last !== undefined && !isBlank(last) && /[:：]\s*$/.test(textOf(nodes))
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes.map(node => toString(node)).join('')
}
