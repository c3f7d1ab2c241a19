// Assemble: what may stand where among the kids of a structure element (ISO 32000-1, 14.8.4).

import {isContent, isElement, type RawContent, type RawElement, type RawKid} from './read-structure.ts'

/** Roles of what stands in a line. */
export const inlineRoles: ReadonlySet<string> = new Set(['Span', 'Em', 'Strong', 'Link', 'Code', 'Reference', 'Quote', 'Form', 'Ruby', 'Ins', 'Del'])

/** An element that Chromium did not print. */
export function wrapper(role: string): RawElement {
  return {role, printed: '', kids: [], attributes: []}
}

/** True for what runs on in a line: content itself, and the elements of text. */
export function isInline(kid: RawKid): boolean {
  return !isElement(kid) || inlineRoles.has(kid.role)
}

/** Kids of a grouping element, with text that stands among blocks put into paragraphs. */
export function inParagraphs(kids: readonly RawKid[]): RawKid[] {
  const grouped: RawKid[] = []
  let paragraph: RawElement | undefined
  for (const kid of kids) {
    if (!isInline(kid)) {
      paragraph = undefined
      grouped.push(kid)
    } else if (paragraph) paragraph.kids.push(kid)
    else grouped.push((paragraph = {...wrapper('P'), kids: [kid]}))
  }
  return grouped
}

/** Marked content of an element and everything in it, in reading order, but for elements that `isLeftOut` names. */
export function contents(element: RawElement, isLeftOut: (element: RawElement) => boolean = () => false): RawContent[] {
  return element.kids.flatMap(kid => (isContent(kid) ? [kid] : isElement(kid) && !isLeftOut(kid) ? contents(kid, isLeftOut) : []))
}
