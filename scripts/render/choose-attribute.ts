// Render: a directive's attribute that has a few values to choose from.

import {nearestName} from '../diagnostics/nearest-name.ts'
import {attribute, type ContainerDirective, type LeafDirective, type TextDirective} from './directive.ts'
import {addMessage, spanOf, type FragmentDraft} from './fragment-draft.ts'

/** The value given, or `fallback` when there is none or a wrong one, which is reported. */
export function chooseAttribute<Choice extends string>(
  node: ContainerDirective | LeafDirective | TextDirective,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
  draft: FragmentDraft
): Choice {
  const given = attribute(node, name)
  if (given === undefined) return fallback
  const choice = choices.find(value => value === given)
  if (choice) return choice
  const nearest = nearestName(given, choices)
  const expected = choices.map(value => `\`${value}\``).join(', ')
  const note = nearest === undefined ? undefined : `did you mean \`${nearest}\`?`
  addMessage(draft, 'directive-attribute', `Unexpected ${name} \`${given}\`, expected one of ${expected}`, spanOf(node), note)
  return fallback
}
