// Render: `::quote[quote-id]`, a person's words from their own file.

import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import {addAnchor} from '../add-anchor.ts'
import {asciiSlug} from '../ascii-slug.ts'
import {blockAttributes, languageOf, type Directive, type LeafDirective} from '../directive.ts'
import {addLookup, spanOf} from '../fragment-draft.ts'
import {givenId} from '../given-id.ts'
import {answerSlot} from '../slots.ts'

export const pullQuote: Directive<LeafDirective> = {
  attributes: blockAttributes,
  toHast(node, _, draft) {
    const [id, span] = [toString(node).trim(), spanOf(node)]
    const given = givenId(node, 'block', '', draft).id
    const anchor = given ?? addAnchor(draft, {id: `quote-${asciiSlug(id)}`, kind: 'block', title: '', isGiven: false, span})
    const lookup = addLookup(draft, {kind: 'quote', id, anchor, span})
    const element = h(
      'figure.pull-quote',
      {id: anchor, ...languageOf(node)},
      {type: 'text', value: answerSlot(lookup)}
    )
    element.data = {structure: {block: 'quote', code: 'div', isOfBook: true}}
    return [element]
  }
}
