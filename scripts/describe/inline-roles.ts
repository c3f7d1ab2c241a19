// Describe: which elements run on in the line of their parent.

import type {DescribedElement} from './document.ts'

/** ISO 32000-1, 14.8.4.4, with PDF 2.0's Em, Strong and Sub. */
const inlineRoles = new Set('Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Em Strong Figure Formula Form NonStruct Sub'.split(' '))

/** True when the element's text runs on in its parent's line. */
export function isInline({standardRole}: DescribedElement): boolean {
  return inlineRoles.has(standardRole)
}
