// Render: the labels of a section, below its title.

import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import type {VFile} from 'vfile'
import {draftOf} from '../fragment-draft.ts'

/** Puts a line for each list of labels behind the first heading, which is the title. */
export function rehypeLabels() {
  return (tree: Root, file: VFile): void => {
    const {labels} = draftOf(file).setting.section
    const title = tree.children.findIndex(node => node.type === 'element' && /^h[1-6]$/.test(node.tagName))
    if (title >= 0) tree.children.splice(title + 1, 0, ...labels.map(({title, labels}) => labelLine(title, labels)))
  }
}

/** Commas part the labels for those who hear them or copy them. */
function labelLine(title: string, labels: readonly string[]): Element {
  const words = labels.flatMap((label, index) => [index === 0 ? ' ' : ', ', h('span.label', label)])
  const line = h('div.labels', h('span.labels-title', `${title}:`), words)
  line.data = {structure: {block: 'paragraph', code: 'labels'}}
  return line
}
