// Review: the lines that blocks had in an earlier round.

import type {Element, Nodes} from 'hast'
import type {FrozenRound} from './frozen-round.ts'
import {parseHtml} from './parse-html.ts'
import {ordinalOf} from './read-blocks.ts'
import {reviewMedium} from './review-medium.ts'
import {linesOf, textOfLine} from './text-lines.ts'

/** Finds lines by id. The round's HTML is made when it is first asked for, and each section of it once. */
export function oldLines({book, renderer, sections, nameOf}: FrozenRound): (id: string) => readonly string[] {
  const fileOf = new Map(sections.flatMap(({file, blocks}) => blocks.map(({id}) => [id, file] as const)))
  const known = new Map<string, ReadonlyMap<string, readonly string[]>>()
  let html: ReadonlyMap<string | undefined, string> | undefined

  return id => {
    const file = fileOf.get(id)
    if (file === undefined) return []
    html ??= new Map(renderer.renderSections(reviewMedium(book.metadata.language, ({path}) => path)).map(each => [each.section.file, each.html]))
    let lines = known.get(file)
    if (!lines) known.set(file, (lines = linesIn(parseHtml(html.get(file)!), file)))
    return lines.get(id) ?? []
  }

  function linesIn(root: Nodes, file: string): Map<string, readonly string[]> {
    const lines = new Map<string, readonly string[]>()
    const idOf = (element: Element) => {
      const ordinal = ordinalOf(element)
      const named = ordinal === undefined ? undefined : nameOf(file, ordinal)
      return named && !named.isHeld ? named.id : undefined
    }
    const visit = (node: Nodes): void => {
      if (!('children' in node)) return
      const id = node.type === 'element' ? idOf(node) : undefined
      if (id !== undefined && node.type === 'element') lines.set(id, linesOf(node, other => idOf(other) !== undefined).map(textOfLine))
      node.children.forEach(visit)
    }
    visit(root)
    return lines
  }
}
