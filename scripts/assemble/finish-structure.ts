// Assemble: shaped elements as the printed unit keeps them, with the new ids of their marked content and links.

import {formatDirect} from '../pdf/serialize.ts'
import type {StructElement, StructKid} from './printed-unit.ts'
import {isContent, isElement, type RawElement} from './read-structure.ts'
import {contentKey} from './shape-structure.ts'

/** `renumbered` has the new id of each mark by `contentKey`, `places` each annotation's page and link. `language` is the parent's. */
export function finishElement(element: RawElement, language: string | undefined, renumbered: ReadonlyMap<string, number>, places: ReadonlyMap<number, {page: number; link: number}>): StructElement {
  const own = element.language ?? language
  const kids: StructKid[] = []
  for (const kid of element.kids) {
    if (isContent(kid)) {
      const mcid = renumbered.get(contentKey(kid))
      if (mcid !== undefined) kids.push({page: kid.page, mcid})
    } else if (!isElement(kid)) {
      const place = places.get(kid.annotation)
      if (place) kids.push(place)
    } else {
      const finished = finishElement(kid, own, renumbered, places)
      if (isKept(finished)) kids.push(finished)
    }
  }
  return {
    role: element.role,
    kids,
    ...(own !== language && own !== undefined ? {lang: own} : {}),
    ...(element.alt === undefined ? {} : {alt: element.alt}),
    ...(element.actualText === undefined ? {} : {actualText: element.actualText}),
    ...(element.expansion === undefined ? {} : {expansion: element.expansion}),
    ...(element.id === undefined ? {} : {id: element.id}),
    ...(element.block === undefined ? {} : {block: element.block}),
    ...(element.attributes.length > 0 ? {attributes: element.attributes.map(attribute => formatDirect(attribute))} : {}),
    ...(element.bbox ? {bbox: element.bbox} : {})
  }
}

/** Elements with nothing in them are left out, except table cells, which keep their column. */
export function isKept(element: StructElement): boolean {
  return element.kids.length > 0 || element.role === 'TD' || element.role === 'TH'
}
