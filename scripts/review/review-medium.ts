// Review: HTML in which every block carries its ordinal, for reading a book's blocks and for the review HTML.

import type {Picture} from '../render/figure-shelf.ts'
import type {Medium} from '../render/medium.ts'

/** A medium for the whole document; `sourceOf` gives the address of a picture. */
export function reviewMedium(bookLanguage: string, sourceOf: (picture: Picture) => string): Medium {
  let count = 0
  return {
    enter: () => undefined,
    href: anchor => `#${anchor}`,
    source: sourceOf,
    page: () => '',
    stamp(_code, language, differs, block) {
      const lang = differs ? ` lang="${language === '' ? bookLanguage : language}"` : ''
      return block === undefined ? lang : `${lang} data-block="${block}"`
    },
    freshId: () => `x.${++count}`,
    onLink: () => undefined
  }
}
