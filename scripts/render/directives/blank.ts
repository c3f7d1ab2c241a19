// Render: `:blank[Label]{width=long}`, a gap in a line to fill in by hand.

import {h} from 'hastscript'
import type {Nodes, Parents} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {chooseAttribute} from '../choose-attribute.ts'
import {blockAttributes, languageOf, type Directive, type TextDirective} from '../directive.ts'
import {givenId} from '../given-id.ts'
import {plainText} from '../plain-text.ts'

export const blank: Directive<TextDirective> = {
  attributes: ['width', ...blockAttributes],
  toHast(node, _, draft, parent) {
    const width = chooseAttribute(node, 'width', ['short', 'medium', 'long'], 'medium', draft)
    const label = plainText(node, draft)
    const element = h('span', {
      className: ['blank', `blank-${width}`],
      role: 'img',
      ariaLabel: draft.words.blank(isSaidBefore(node, label, parent) ? '' : label),
      ...givenId(node, 'block', label, draft),
      ...languageOf(node)
    })
    element.data = {structure: {block: 'field'}}
    return [element]
  }
}

/** True when the text just before a blank says its label, as `Name: :blank[Name]` does; then nobody needs to hear it again. */
function isSaidBefore(node: TextDirective, label: string, parent: Parents | undefined): boolean {
  const siblings: readonly Nodes[] = parent?.children ?? []
  const before = siblings.slice(0, siblings.indexOf(node)).map(sibling => (isBlank(sibling) ? '' : toString(sibling, {includeHtml: false}))).join('')
  return letters(before).endsWith(letters(label))
}

function isBlank(node: Nodes): boolean {
  return node.type === 'textDirective' && node.name === 'blank'
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase()
}
