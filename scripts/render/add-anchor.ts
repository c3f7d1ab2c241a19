// Render: ids that links can lead to, each once in its file.

import {addMessage, type FragmentDraft} from './fragment-draft.ts'
import type {FragmentAnchor, Span} from './fragment.ts'

const anchorPattern = /^[A-Za-z0-9_-]+$/

/** Takes an id for something in the file and gives the one to print: the same, or with a number where the file has it already. */
export function addAnchor(draft: FragmentDraft, anchor: FragmentAnchor): string {
  const earlier = draft.anchors.get(anchor.id)
  if (earlier && anchor.isGiven) reportDuplicate(draft, anchor, earlier)
  const id = freeId(anchor.id, draft)
  draft.anchors.set(id, {...anchor, id})
  return id
}

function freeId(id: string, {anchors}: FragmentDraft): string {
  if (!anchors.has(id)) return id
  let count = 1
  while (anchors.has(`${id}-${count}`)) count++
  return `${id}-${count}`
}

/** Takes an id that the manuscript gives; nothing when it cannot be one. */
export function addGivenAnchor(draft: FragmentDraft, anchor: Omit<FragmentAnchor, 'isGiven'>): string | undefined {
  if (anchorPattern.test(anchor.id)) return addAnchor(draft, {...anchor, isGiven: true})
  addMessage(
    draft,
    'id-invalid',
    `Unexpected id \`${anchor.id}\`, expected letters, digits, hyphens and underscores`,
    anchor.span,
    'ids become addresses inside the PDF, where other characters get lost'
  )
  return undefined
}

function reportDuplicate(draft: FragmentDraft, anchor: FragmentAnchor, earlier: FragmentAnchor): void {
  addMessage(draft, 'id-duplicate', `Unexpected second \`#${anchor.id}\`, expected an id of its own`, anchor.span, firstUse(earlier.span))
}

function firstUse(span: Span): string {
  return `line ${span[0]} of this file has the same id; change one of the two`
}
