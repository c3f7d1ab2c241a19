// Render: a file's whole content, with its notes at the end.

import type {Root as HastRoot, RootContent} from 'hast'
import type {Root} from 'mdast'
import type {State} from '../directive.ts'
import {notesSection} from './note-reference.ts'

export function root(state: State, node: Root): HastRoot {
  const content: RootContent[] = state.all(node)
  const notes = notesSection(state)
  return {type: 'root', children: state.wrap(notes ? [...content, notes] : content)}
}
