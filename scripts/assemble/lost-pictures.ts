// Assemble: pictures that the HTML has and the print has not.

import {parseStructureKey} from '../render/structure-key.ts'
import {decodeEntities} from './html-text.ts'
import type {PrintFault} from './printed-unit.ts'
import {isElement, type RawElement} from './read-structure.ts'

const tags = /<([a-z][a-z0-9]*)\b((?:[^>"]|"[^"]*")*)>/g
const lang = /\slang="([^"]*)"/
const alternatives = {img: /\salt="([^"]*)"/, role: /\saria-label="([^"]*)"/}

/** A fault for each text alternative of the HTML that no element has. Chromium makes none of a picture that has no room, as in a narrow column. */
export function lostPictures(elements: readonly RawElement[], html: string): PrintFault[] {
  const printed = new Map<string, number>()
  const count = ({alt, kids}: RawElement): void => {
    if (alt !== undefined) printed.set(oneLine(alt), (printed.get(oneLine(alt)) ?? 0) + 1)
    for (const kid of kids) if (isElement(kid)) count(kid)
  }
  elements.forEach(count)

  const faults: PrintFault[] = []
  let block: string | undefined
  for (const [, name = '', attributes = ''] of html.matchAll(tags)) {
    block = parseStructureKey(lang.exec(attributes)?.[1] ?? '').key ?? block
    const says = name === 'img' ? alternatives.img : attributes.includes(' role="img"') ? alternatives.role : undefined
    const alternative = says?.exec(attributes)?.[1]
    if (!alternative) continue
    const alt = oneLine(decodeEntities(alternative))
    const left = printed.get(alt) ?? 0
    if (left <= 0) faults.push({kind: 'picture-unprinted', detail: alt, ...(block === undefined ? {} : {block})})
    printed.set(alt, left - 1)
  }
  return faults
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
