// Render: passages that other editions carry are taken out of the tree before anything else sees them.

import type {Nodes, Parents, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {nearestName} from '../../diagnostics/nearest-name.ts'
import {addMessage, draftOf, spanOf, type FragmentDraft} from '../fragment-draft.ts'
import {reportAttributes} from '../report-attributes.ts'

/** Takes out `:only[…]{edition=…}` and `:::only{edition=…}` of other editions, and unwraps those that stay. */
export function remarkEditions() {
  return (tree: Root, file: VFile): void => keepEdition(tree, draftOf(file))
}

function keepEdition(parent: Parents, draft: FragmentDraft): void {
  for (let index = 0; index < parent.children.length;) {
    const child = parent.children[index]!
    if (isOnly(child)) {
      const kept = isKept(child, draft) ? child.children : []
      parent.children.splice(index, 1, ...(kept as RootContent[]))
      continue
    }
    if ('children' in child) keepEdition(child, draft)
    index++
  }
}

type Only = Extract<Nodes, {type: 'textDirective' | 'containerDirective'}>

function isOnly(node: Nodes): node is Only {
  return (
    (node.type === 'textDirective' || node.type === 'containerDirective') && node.name === 'only' && Boolean(node.attributes?.['edition'])
  )
}

function isKept(node: Only, draft: FragmentDraft): boolean {
  reportAttributes(node, ['edition'], draft)
  const {edition, editions} = draft.setting
  const wanted = (node.attributes?.['edition'] ?? '').split(/[\s,]+/).filter(Boolean)
  for (const name of wanted) {
    if (editions.includes(name)) continue
    const nearest = nearestName(name, editions)
    const expected =
      editions.length === 0 ? 'expected editions in `book.yaml`' : `expected one of ${editions.map(id => `\`${id}\``).join(', ')}`
    const note = nearest === undefined ? 'declare it under `editions` in `book.yaml`' : `did you mean \`${nearest}\`?`
    addMessage(draft, 'edition-unknown', `Unexpected edition \`${name}\`, ${expected}`, spanOf(node), note)
  }
  return edition !== undefined && wanted.includes(edition)
}
