// Render: settings of a directive that it does not take.

import {nearestName} from '../diagnostics/nearest-name.ts'
import type {ContainerDirective, LeafDirective, TextDirective} from './directive.ts'
import {addMessage, spanOf, type FragmentDraft} from './fragment-draft.ts'

export function reportAttributes(
  node: ContainerDirective | LeafDirective | TextDirective,
  known: readonly string[],
  draft: FragmentDraft
): void {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (known.includes(name)) continue
    const nearest = nearestName(name, known)
    const expected = known.length === 0 ? 'none' : known.map(key => `\`${key}\``).join(', ')
    const note = nearest === undefined ? 'delete it' : `did you mean \`${nearest}\`?`
    addMessage(draft, 'directive-attribute', `Unexpected \`${name}\` on \`${node.name}\`, expected ${expected}`, spanOf(node), note)
  }
}
