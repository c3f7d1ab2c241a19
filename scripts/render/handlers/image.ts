// Render: a picture in a line of text.

import type {ElementContent} from 'hast'
import type {Image, ImageReference} from 'mdast'
import type {VFile} from 'vfile'
import type {State} from '../directive.ts'
import {addLookup, draftOf, spanOf} from '../fragment-draft.ts'
import {answerSlot} from '../slots.ts'

export function image(state: State, node: Image | ImageReference): ElementContent {
  const draft = draftOf(state.options.file as VFile)
  const found = imageOf(node, state)
  if (!found) return {type: 'text', value: node.alt ?? ''}
  const {url: src, alt} = found
  return {type: 'text', value: answerSlot(addLookup(draft, {kind: 'image', src, ...withAlt(alt), isBlock: false, span: spanOf(node)}))}
}

/** Markdown cannot tell an image without alternative text from one whose text is empty. */
export function withAlt(alt: string | null | undefined): {alt?: string} {
  return alt?.trim() ? {alt: alt.trim()} : {}
}

/** The image itself, or what its reference is defined as. */
export function imageOf(node: Image | ImageReference, state: State): Pick<Image, 'url' | 'title' | 'alt'> | undefined {
  if (node.type === 'image') return node
  const definition = state.definitionById.get(node.identifier.toUpperCase())
  if (!definition) return undefined
  return {url: definition.url, title: definition.title ?? null, alt: node.alt ?? null}
}
