// Render: a paragraph; a picture alone in one is a figure.

import type {ElementContent} from 'hast'
import type {Image, ImageReference, Paragraph} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import type {State} from '../directive.ts'
import {draftOf} from '../fragment-draft.ts'
import {figure} from '../figure.ts'
import {groupFields} from '../group-fields.ts'
import {imageOf} from './image.ts'

export function paragraph(state: State, node: Paragraph): ElementContent[] {
  const draft = draftOf(state.options.file as VFile)
  draft.paragraphTargets = new Set()
  const alone = aloneIn(node)
  const image = alone && imageOf(alone, state)
  if (image) {
    const caption: ElementContent[] = image.title ? [{type: 'text', value: image.title}] : []
    return [figure({node, src: image.url, alt: image.alt ?? '', title: image.title ?? '', caption, isWide: false}, state, draft)]
  }
  const children = state.all(node)
  if (children.every(child => child.type === 'text' && child.value.trim() === '')) return []
  const properties = /[:：]\s*$/.test(toString(node)) ? {className: ['lead-in']} : {}
  const element: ElementContent = {type: 'element', tagName: 'p', properties, children: groupFields(children)}
  state.patch(node, element)
  return [state.applyData(node, element)]
}

function aloneIn({children}: Paragraph): Image | ImageReference | undefined {
  const solid = children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  const [only] = solid
  return solid.length === 1 && (only?.type === 'image' || only?.type === 'imageReference') ? only : undefined
}
