// Render: HTML nodes that the renderer itself makes, as a string.

import type {Nodes, Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'

const writer = unified().use(rehypeStringify).freeze()

export function writeHtml(...nodes: readonly (Nodes | undefined)[]): string {
  const root: Root = {type: 'root', children: nodes.filter(node => node !== undefined) as Root['children']}
  return writer.stringify(root)
}
