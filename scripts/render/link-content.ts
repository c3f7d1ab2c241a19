// Render: words between the slots of a link's start and end.

import type {ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import {addLookup, addMessage, type FragmentDraft} from './fragment-draft.ts'
import type {LinkLookup, Lookup, ReferenceLookup} from './fragment.ts'
import {answerSlot, endSlot} from './slots.ts'
import {isVagueLink} from './vague-words.ts'

type Wanted = Omit<LinkLookup, 'showsPage'> | Omit<ReferenceLookup, 'showsPage' | 'isLink'> | Extract<Lookup, {kind: 'term'}>

/** The words with slots around them. A link inside a link is only words. */
export function linkContent(wanted: Wanted, words: () => ElementContent[], draft: FragmentDraft): ElementContent[] {
  const number = addLookup(draft, lookupOf(wanted, draft))
  const {isInLink} = draft
  draft.isInLink = true
  const children = words()
  draft.isInLink = isInLink
  if (wanted.kind === 'link') checkWords(children, wanted, draft)
  return [{type: 'text', value: answerSlot(number)}, ...children, {type: 'text', value: endSlot(number)}]
}

/** Other people's folders were not written for this book, so there it is only worth knowing. */
function checkWords(children: readonly ElementContent[], {span}: Pick<LinkLookup, 'span'>, draft: FragmentDraft): void {
  const words = toString({type: 'root', children: [...children]}).trim()
  if (!isVagueLink(words)) return
  const reason = `Unexpected link words \`${words}\`, expected words that say where the link leads`
  addMessage(draft, 'link-words', reason, span, 'programs for blind readers list links without the text around them', draft.setting.plain ? 'info' : 'warning')
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
