// Render: a container directive's label, apart from what it contains.

import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {ContainerDirective, State} from './directive.ts'
import type {FragmentDraft} from './fragment-draft.ts'
import {plainText} from './plain-text.ts'

export interface Labelled {
  /** Words of the label; empty when there is none. */
  readonly words: ElementContent[]
  /** The same as plain text. */
  readonly title: string
  readonly content: ElementContent[]
}

/** `:::name[label]` as the parser gives it: the label is a first paragraph marked as such. */
export function takeLabel(node: ContainerDirective, state: State, draft: FragmentDraft): Labelled {
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph' || !first.data?.directiveLabel) return {words: [], title: '', content: state.all(node)}
  draft.paragraphTargets = new Set()
  return {words: state.all(first), title: plainText(first, draft), content: state.all({...node, children: rest})}
}

/** The label as a line above the block, where there is one. */
export function blockTitle(words: readonly ElementContent[]): ElementContent[] {
  return words.length === 0 ? [] : [h('p.block-title', [...words])]
}
