// Render: a heading, whose level and id `remark-headings` has set.

import type {Element} from 'hast'
import type {Heading} from 'mdast'
import type {VFile} from 'vfile'
import type {State} from '../directive.ts'
import {draftOf} from '../fragment-draft.ts'
import {plainText} from '../plain-text.ts'

/** Also notes the heading's words, which have true quotation marks by now. */
export function heading(state: State, node: Heading): Element {
  const draft = draftOf(state.options.file as VFile)
  draft.isInHeading = true
  const element: Element = {type: 'element', tagName: `h${node.depth}`, properties: {}, children: state.all(node)}
  draft.isInHeading = false
  state.patch(node, element)
  const id = node.data?.hProperties?.['id']
  const anchor = typeof id === 'string' ? draft.anchors.get(id) : undefined
  if (anchor) {
    const title = plainText(node, draft)
    draft.anchors.set(anchor.id, {...anchor, title})
    if (anchor.id === draft.setting.section.id) draft.title = title
  }
  return state.applyData(node, element)
}
