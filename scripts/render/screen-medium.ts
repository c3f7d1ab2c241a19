// Render: the medium of the one HTML file for screens, which stands alone.

import {dataUri} from './asset-url.ts'
import type {Medium} from './medium.ts'

/** A medium for the whole document. */
export function screenMedium(bookLanguage: string): Medium {
  let count = 0
  return {
    enter: () => undefined,
    href: anchor => `#${anchor}`,
    source: ({asset}) => dataUri(asset.bytes, asset.type),
    page: () => '',
    stamp: (_code, language, differs) => (differs ? ` lang="${language === '' ? bookLanguage : language}"` : ''),
    freshId: () => `x.${++count}`,
    onLink: () => undefined
  }
}
