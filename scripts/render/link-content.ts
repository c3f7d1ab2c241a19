// Render: words between the slots of a link's start and end.

import type {ElementContent} from 'hast'
import {addLookup, type FragmentDraft} from './fragment-draft.ts'
import type {LinkLookup, Lookup, ReferenceLookup} from './fragment.ts'
import {answerSlot, endSlot} from './slots.ts'

type Wanted = Omit<LinkLookup, 'showsPage'> | Omit<ReferenceLookup, 'showsPage' | 'isLink'> | Extract<Lookup, {kind: 'term'}>

/** The words with slots around them. A link inside a link is only words. */
export function linkContent(wanted: Wanted, words: () => ElementContent[], draft: FragmentDraft): ElementContent[] {
  const number = addLookup(draft, lookupOf(wanted, draft))
  const {isInLink} = draft
  draft.isInLink = true
  const children = words()
  draft.isInLink = isInLink
  return [{type: 'text', value: answerSlot(number)}, ...children, {type: 'text', value: endSlot(number)}]
}

function lookupOf(wanted: Wanted, draft: FragmentDraft): Lookup {
  switch (wanted.kind) {
    case 'term':
      return wanted
    case 'link':
      return {...wanted, showsPage: showsPage(wanted.href, draft)}
    case 'reference':
      return {...wanted, showsPage: showsPage(wanted.to, draft), isLink: !draft.isInLink}
  }
}

/** A paragraph names the page of a target once, a heading never. */
export function showsPage(target: string, draft: FragmentDraft): boolean {
  if (draft.isInHeading || draft.isInLink) return false
  const key = target.replace(/^#/, '')
  if (draft.paragraphTargets.has(key)) return false
  draft.paragraphTargets.add(key)
  return true
}
