// Render: a Markdown link; where it leads is found out when the whole book is known.

import type {ElementContent} from 'hast'
import type {Link, LinkReference} from 'mdast'
import type {VFile} from 'vfile'
import type {State} from '../directive.ts'
import {draftOf, spanOf} from '../fragment-draft.ts'
import {linkContent} from '../link-content.ts'

export function link(state: State, node: Link | LinkReference): ElementContent[] {
  const draft = draftOf(state.options.file as VFile)
  const href = node.type === 'link' ? node.url : state.definitionById.get(node.identifier.toUpperCase())?.url
  if (href === undefined || draft.isInLink) return state.all(node)
  return linkContent({kind: 'link', href, span: spanOf(node)}, () => state.all(node), draft)
}
