// Invariant: no page is empty unless the page map says it is blank, and a blank page shows nothing.

import type {Page} from '../read-pdf.ts'
import type {Invariant} from './invariant.ts'

function isEmpty(page: Page): boolean {
  return !page.content.painted.some(({kind, mcid, text}) => mcid !== undefined && (kind === 'image' || kind === 'path' || text.trim() !== ''))
}

export const pagesFilled: Invariant = ({pages}, expected) =>
  pages.flatMap((page) => {
    const blank = expected.pages?.[page.index]?.blank ?? false
    if (isEmpty(page) && !blank) return [`Page ${page.index} is empty`]
    if (blank && page.content.painted.length > 0) return [`Page ${page.index} is blank in the page map, but something is painted on it`]
    return []
  })
