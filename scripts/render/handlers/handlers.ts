// Render: how each kind of Markdown node becomes HTML; what is not listed is left to mdast-util-to-hast.

import type {Options} from 'remark-rehype'
import {containerDirective, leafDirective, textDirective} from './directive.ts'
import {heading} from './heading.ts'
import {html} from './html.ts'
import {image} from './image.ts'
import {link} from './link.ts'
import {listItem} from './list-item.ts'
import {list} from './list.ts'
import {noteReference} from './note-reference.ts'
import {paragraph} from './paragraph.ts'
import {root} from './root.ts'
import {table} from './table.ts'

type Handlers = NonNullable<Options['handlers']>

export const handlers: Handlers = {
  containerDirective,
  footnoteReference: noteReference,
  heading,
  html,
  image,
  imageReference: image,
  leafDirective,
  link,
  linkReference: link,
  list,
  listItem,
  paragraph,
  // The type of handlers leaves out that the one for a root gives a root.
  root: root as unknown as NonNullable<Handlers['root']>,
  table,
  textDirective
}
