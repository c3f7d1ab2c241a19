// Render: raw HTML, kept apart for `rehype-raw-html`, which lets through what is harmless.

import type {ElementContent} from 'hast'
import type {Html} from 'mdast'
import type {VFile} from 'vfile'
import type {State} from '../directive.ts'
import {draftOf} from '../fragment-draft.ts'

const comment = /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/

export function html(state: State, node: Html): ElementContent | undefined {
  if (comment.test(node.value)) return undefined
  draftOf(state.options.file as VFile).hasRawHtml = true
  const raw: ElementContent = {type: 'raw', value: node.value}
  state.patch(node, raw)
  return raw
}
