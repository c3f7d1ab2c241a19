// Assemble: lists as the standard nests them: items of labels and one body (ISO 32000-1, 14.8.4.3.3).

import {Name} from '../pdf/objects.ts'
import {listNumbering} from './list-numbering.ts'
import {isElement, type RawElement, type RawKid} from './read-structure.ts'
import {inParagraphs, wrapper} from './structure-kids.ts'

const itemRoles = new Set(['LI', 'L', 'Caption'])

/** A list whose kids are items; terms and what explains them become items, too. `textOf` gives the words of a label. */
export function shapeList(list: RawElement, textOf: (label: RawElement) => string): RawElement {
  list.kids = groupTerms(list.kids).map(kid => (isElement(kid) && itemRoles.has(kid.role) ? kid : {...wrapper('LI'), kids: [{...wrapper('LBody'), kids: [kid]}]}))
  const labels = list.kids.flatMap(kid => (isElement(kid) ? kid.kids.filter(isLabel) : []))
  const numbering = list.attributes.length > 0 ? undefined : listNumbering(labels.map(label => label.actualText ?? textOf(label)))
  if (numbering !== undefined) list.attributes = [new Map([['O', new Name('List')], ['ListNumbering', new Name(numbering)]])]
  return list
}

/** Chromium keeps no element that would hold a term of a definition list together with its explanations. */
function groupTerms(kids: readonly RawKid[]): RawKid[] {
  const grouped: RawKid[] = []
  let item: RawElement | undefined
  let hasBody = false
  for (const kid of kids) {
    const isTerm = isElement(kid) && isLabel(kid)
    if (!isTerm && !(isElement(kid) && kid.role === 'LBody')) {
      item = undefined
      grouped.push(kid)
      continue
    }
    if (!item || (isTerm && hasBody)) grouped.push((item = wrapper('LI')))
    item.kids.push(kid)
    hasBody = !isTerm
  }
  return grouped.map(kid => (isElement(kid) && kid.role === 'LI' && kid.printed === '' ? shapeListItem(kid) : kid))
}

/** An item with its labels first and everything else in one body. */
export function shapeListItem(item: RawElement): RawElement {
  const labels = item.kids.filter(isLabel)
  const bodies = item.kids.filter((kid): kid is RawElement => isElement(kid) && kid.role === 'LBody')
  const rest = item.kids.filter(kid => !isLabel(kid) && !(isElement(kid) && kid.role === 'LBody'))
  const [body = wrapper('LBody'), ...others] = bodies
  if (others.length > 0) body.kids = bodies.flatMap(each => inParagraphs(each.kids))
  body.kids = [...body.kids, ...rest]
  item.kids = body.kids.length > 0 ? [...labels, body] : labels
  return item
}

export function isLabel(kid: RawKid): kid is RawElement {
  return isElement(kid) && kid.role === 'Lbl'
}
