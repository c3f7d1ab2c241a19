// Render: the id that a directive carries, as an anchor.

import {addGivenAnchor} from './add-anchor.ts'
import {attribute, type ContainerDirective, type LeafDirective, type TextDirective} from './directive.ts'
import {spanOf, type FragmentDraft} from './fragment-draft.ts'
import type {FragmentAnchor} from './fragment.ts'

/** `id` for the properties of the element; nothing when none is given, or it cannot be one. */
export function givenId(
  node: ContainerDirective | LeafDirective | TextDirective,
  kind: FragmentAnchor['kind'],
  title: string,
  draft: FragmentDraft
): {id?: string} {
  const asked = attribute(node, 'id')
  const id = asked === undefined ? undefined : addGivenAnchor(draft, {id: asked, kind, title, span: spanOf(node)})
  return id === undefined ? {} : {id}
}
