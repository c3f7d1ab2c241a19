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
  if (fields.length === 0 || textOf(rest).trim() !== '' || !fields.every(field => /[:：]\s*$/.test(textOf(field)))) return children
  return [h('span.fields', fields.map(field => h('span.field', [h('span.field-label', field.slice(0, -1)), ...field.slice(-1)])))]
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'element' && node.data?.structure?.block === 'field'
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes.map(node => toString(node)).join('')
}
