// Render: what every directive has in common.

import type {ElementContent, Properties} from 'hast'
import type {Nodes, Parents} from 'mdast'
import type {} from 'remark-directive'
import type {Options} from 'remark-rehype'
import type {FragmentDraft} from './fragment-draft.ts'

export type TextDirective = Extract<Nodes, {type: 'textDirective'}>
export type LeafDirective = Extract<Nodes, {type: 'leafDirective'}>
export type ContainerDirective = Extract<Nodes, {type: 'containerDirective'}>

type Handler = NonNullable<NonNullable<Options['handlers']>['paragraph']>

/** State of mdast-util-to-hast while it turns one file's tree into HTML nodes. */
export type State = Parameters<Handler>[0]

/** What a block can carry whatever it is: a name that links can lead to, and the language of what it says. */
export const blockAttributes = ['id', 'lang'] as const

/** One of the book's own blocks or marks: which attributes it takes, and the HTML nodes it becomes. */
export interface Directive<Node extends TextDirective | LeafDirective | ContainerDirective> {
  readonly attributes: readonly string[]
  /** `parent` is what a mark in running text stands in. */
  toHast(node: Node, state: State, draft: FragmentDraft, parent?: Parents): ElementContent[]
}

/** Value of an attribute; nothing when it is absent or empty. */
export function attribute(
  node: {readonly attributes?: Record<string, string | null | undefined> | null | undefined},
  name: string
): string | undefined {
  return node.attributes?.[name] || undefined
}

/** `lang` as the manuscript gives it, for the properties of the element. */
export function languageOf(node: TextDirective | LeafDirective | ContainerDirective): Properties {
  const lang = attribute(node, 'lang')
  return lang === undefined ? {} : {lang}
}
