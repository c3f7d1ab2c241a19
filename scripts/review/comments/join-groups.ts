// Review: annotations that belong together become one mark.

import {around} from './box.ts'
import type {Mark} from './mark.ts'
import type {Annotation} from './read-annotation.ts'

/**
 * Groups (ISO 32000-1, 12.5.6.2) as one mark each. A caret with struck words is how programs write "replace": the caret, or whichever is the first of the
 * two, carries the new words. All other annotations stay what they are.
 */
export function joinGroups(annotations: readonly Annotation[]): Mark[] {
  const byName = new Map(annotations.map(annotation => [annotation.name, annotation]))
  const members = new Map<Annotation, Annotation[]>()
  const alone: Annotation[] = []
  for (const annotation of annotations) {
    const head = annotation.isGrouped ? headOf(annotation, byName) : annotation
    if (head === annotation) alone.push(annotation)
    else members.set(head, [...(members.get(head) ?? []), annotation])
  }
  const inGroup = new Map([...members].flatMap(([head, group]) => group.map(({name}) => [name, head.name] as const)))
  return alone.map(annotation => {
    const mark = join(annotation, members.get(annotation) ?? [])
    // Who answers a member of a group answers the group.
    return mark.parent === undefined ? mark : {...mark, parent: inGroup.get(mark.parent) ?? mark.parent}
  })
}

function headOf(annotation: Annotation, byName: ReadonlyMap<string, Annotation>): Annotation {
  let head = annotation
  for (let steps = 0; head.isGrouped && steps < 10; steps++) {
    const above = byName.get(head.parent ?? '')
    if (!above || above === annotation) break
    head = above
  }
  return head
}

function join(head: Annotation, members: readonly Annotation[]): Mark {
  const all = [head, ...members]
  const [caret, struck] = [all.find(({subtype}) => subtype === 'Caret'), all.find(({subtype}) => subtype === 'StrikeOut')]
  const {subtype: _, isGrouped: __, ...mark} = head
  const lines = all.flatMap(each => each.lines ?? [])
  const box = around(all.flatMap(each => each.box ?? []))
  const isPicture = all.some(each => each.isPicture)
  const whole = {...mark, ...(lines.length > 0 ? {lines} : {}), ...(box ? {box} : {}), ...(isPicture ? {isPicture} : {})}
  if (caret && struck && head.kind !== 'reply') {
    const texts = [caret.comment, struck.comment].filter(text => text !== '')
    return {...whole, kind: 'replace', ...(struck.box ? {box: struck.box} : {}), suggestion: texts[0] ?? '', comment: texts[1] ?? ''}
  }
  const comment = [...new Set(all.map(each => each.comment).filter(text => text !== ''))].join('\n')
  if (head.kind === 'insert') return {...whole, suggestion: comment, comment: ''}
  return {...whole, comment}
}
