// Assemble: what abbreviations stand for, which HTML says in `title` and Chromium does not print (ISO 32000-1, 14.9.5).

import {decodeEntities, htmlText} from './html-text.ts'
import {isElement, type RawElement} from './read-structure.ts'

const abbreviations = /<abbr\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/abbr>/g

/** Gives each abbreviation its expansion, in place. `textOf` gives the words of an element; abbreviations that were not printed are passed over. */
export function expandAbbreviations(elements: readonly RawElement[], html: string, textOf: (element: RawElement) => string): void {
  const written = [...html.matchAll(abbreviations)].flatMap(([, attributes = '', content = '']) => {
    const title = /\stitle="([^"]*)"/.exec(attributes)?.[1]
    return title === undefined ? [] : [{text: solid(htmlText(content)), expansion: decodeEntities(title)}]
  })
  let next = 0
  const visit = (element: RawElement): void => {
    if (element.code === 'abbr') {
      const text = solid(textOf(element))
      const found = written.findIndex((abbreviation, index) => index >= next && abbreviation.text === text)
      if (found >= 0) element.expansion = written[found]!.expansion
      if (found >= 0) next = found + 1
    }
    for (const kid of element.kids) if (isElement(kid)) visit(kid)
  }
  if (written.length > 0) elements.forEach(visit)
}

function solid(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}
