// Review: HTML that the renderer wrote, as a tree.

import type {Root} from 'hast'
import {raw} from 'hast-util-raw'

/** The tree of a piece of a document's body. */
export function parseHtml(html: string): Root {
  const tree = raw({type: 'root', children: [{type: 'raw', value: html}]})
  return tree.type === 'root' ? tree : {type: 'root', children: [tree]}
}
