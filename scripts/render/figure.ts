// Render: a figure with its caption, from Markdown or from the book's own block.

import type {Element, ElementContent} from 'hast'
import type {Nodes} from 'mdast'
import {addGivenAnchor} from './add-anchor.ts'
import type {State} from './directive.ts'
import {addLookup, spanOf, type FragmentDraft} from './fragment-draft.ts'
import {withAlt} from './handlers/image.ts'
import {answerSlot} from './slots.ts'

export interface FigureParts {
  readonly node: Nodes
  readonly src: string
  /** Empty when there is none. */
  readonly alt: string
  readonly isDecorative?: boolean
  /** Id that the manuscript gives. */
  readonly id?: string | undefined
  /** Plain text of the caption. */
  readonly title: string
  readonly caption: readonly ElementContent[]
  readonly isWide: boolean
  readonly lang?: string | undefined
}

/** `<figure>` with a slot for the picture. */
export function figure(parts: FigureParts, state: State, draft: FragmentDraft): Element {
  const {node, src, alt, title} = parts
  const span = spanOf(node)
  const id = parts.id === undefined ? undefined : addGivenAnchor(draft, {id: parts.id, kind: 'figure', title, span})
  const lookup = addLookup(draft, {kind: 'image', src, ...(parts.isDecorative ? {alt: ''} : withAlt(alt)), isBlock: true, span})
  const children: ElementContent[] = [{type: 'text', value: answerSlot(lookup)}]
  if (parts.caption.length > 0) children.push({type: 'element', tagName: 'figcaption', properties: {}, children: [...parts.caption]})
  const element: Element = {
    type: 'element',
    tagName: 'figure',
    properties: {
      className: parts.isWide ? ['figure', 'figure-wide'] : ['figure'],
      ...(id === undefined ? {} : {id}),
      ...(parts.lang === undefined ? {} : {lang: parts.lang})
    },
    children
  }
  state.patch(node, element)
  return element
}
