// Assemble: Chromium's structure elements turned into the standard's (ISO 32000-1, 14.8.4; PDF/UA-1, 7).

import {Name, type PdfObject, PdfString} from '../pdf/objects.ts'
import {isContent, isElement, type RawContent, type RawElement, type RawKid} from './read-structure.ts'

/** What a stretch of marked content paints. */
export interface Ink {
  readonly text: boolean
  readonly image: boolean
  readonly path: boolean
  /** Left, top, right, bottom in points from the page's top left corner. */
  readonly extent: readonly [number, number, number, number]
}

export interface ShapedStructure {
  readonly elements: RawElement[]
  /** Marked content, as `page:mcid`, that is decoration and leaves the structure. */
  readonly artifacts: ReadonlySet<string>
}

export const contentKey = ({page, mcid}: RawContent) => `${page}:${mcid}`

const inlineRoles = new Set(['Span', 'Em', 'Strong', 'Link', 'Code', 'Reference', 'Quote', 'Form', 'Ruby'])
const groupingRoles = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'Note'])
const paintedRoles = new Set(['Figure', 'Form', 'Lbl'])

/**
 * The elements of a unit, in the standard's roles and nesting, and the marked content that no element keeps.
 * `ink` tells what each stretch of marked content paints; `unit` makes ids unique in the book.
 */
export function shapeStructure(document: RawElement, unit: string, ink: (content: RawContent) => Ink | undefined, pageHeightPt: (page: number) => number): ShapedStructure {
  const artifacts = new Set<string>()
  const headerIds = new Map<string, string>()
  let notes = 0

  const drop = (kid: RawKid): void => {
    if (isContent(kid)) artifacts.add(contentKey(kid))
    else if (isElement(kid)) kid.kids.forEach(drop)
  }

  function shapeKids(element: RawElement, insidePainted: boolean): void {
    const painted = insidePainted || paintedRoles.has(element.role)
    const kids: RawKid[] = []
    for (const kid of element.kids) {
      if (isContent(kid)) {
        const paint = ink(kid)
        if (paint?.text || paint?.image || (paint?.path && painted)) kids.push(kid)
        else artifacts.add(contentKey(kid))
      } else if (!isElement(kid)) kids.push(kid)
      else if (kid.code === 'artifact') drop(kid)
      else {
        shapeKids(kid, painted)
        kids.push(...shape(kid))
      }
    }
    element.kids = kids
  }

  /** An element whose kids are shaped, as what takes its place in its parent. */
  function shape(element: RawElement): RawKid[] {
    if (element.role === 'NonStruct') return shapeUnnamed(element)
    if (element.kids.length === 0 && element.role !== 'TD' && element.role !== 'TH') return []
    switch (element.role) {
      case 'Figure':
        return [shapeFigure(element)]
      case 'L':
        return element.kids.some(kid => isElement(kid) && kid.role === 'Note') ? element.kids : [withoutList(element)]
      case 'LI':
        return [shapeListItem(element)]
      case 'Lbl':
        if (!element.kids.some(kid => isContent(kid) && ink(kid)?.text) && element.kids.every(isContent)) element.actualText = '\u2022'
        return [element]
      case 'Table':
        return [shapeTable(element)]
      case 'TH':
      case 'TD':
        element.attributes = cellAttributes(element)
        return [element]
      case 'TOC':
        element.attributes = []
        return [element]
      case 'TOCI':
        element.kids = element.kids.filter(kid => !(isElement(kid) && kid.role === 'Lbl')).map(kid => (isElement(kid) && kid.role === 'Link' ? {...wrapper('Reference'), kids: [kid]} : kid))
        return [element]
      case 'Note':
        element.id = `${unit}-note-${++notes}`
        return [element]
    }
    if (groupingRoles.has(element.role)) element.kids = inParagraphs(element.kids)
    return [element]
  }

  function shapeUnnamed(element: RawElement): RawKid[] {
    if (element.block !== undefined) for (const kid of element.kids) if (isElement(kid)) kid.block ??= element.block
    const inline = element.kids.length > 0 && element.kids.every(isInline)
    if (element.code === 'as' && element.block !== undefined && inline) return [{...element, role: 'P'}]
    if (element.language === undefined || element.kids.length === 0) return element.kids
    if (inline) return [{...element, role: 'Span'}]
    for (const kid of element.kids) if (isElement(kid)) kid.language ??= element.language
    return element.kids
  }

  /**
   * HTML's figure arrives as a Figure around its image's Figure, and only the inner one has a text alternative. It stays beside the
   * caption: an alternative around both would stand for the caption's words, too (ISO 32000-1, 14.9.3).
   */
  function shapeFigure(figure: RawElement): RawElement {
    const [only, ...others] = figure.kids
    if (figure.alt === undefined && others.length === 0 && only && isElement(only) && only.role === 'Figure') return {...figure, ...only}
    if (figure.alt === undefined) return {...figure, role: 'Div', kids: inParagraphs(figure.kids)}
    const boxes = contents(figure).map(content => ({content, ink: ink(content)}))
    const page = boxes[0]?.content.page ?? 0
    const extents = boxes.flatMap(({content, ink}) => (ink && content.page === page && ink.extent[0] < ink.extent[2] ? [ink.extent] : []))
    if (extents.length > 0) {
      const height = pageHeightPt(page)
      figure.bbox = [
        Math.min(...extents.map(e => e[0])),
        height - Math.max(...extents.map(e => e[3])),
        Math.max(...extents.map(e => e[2])),
        height - Math.min(...extents.map(e => e[1]))
      ].map(value => Math.round(value * 100) / 100)
    }
    return figure
  }

  function withoutList(list: RawElement): RawElement {
    list.kids = list.kids.map(kid => (isElement(kid) && ['LI', 'L', 'Caption'].includes(kid.role) ? kid : {...wrapper('LI'), kids: [{...wrapper('LBody'), kids: [kid]}]}))
    return list
  }

  function shapeListItem(item: RawElement): RawElement {
    const labels = item.kids.filter(kid => isElement(kid) && kid.role === 'Lbl')
    const bodies = item.kids.filter(kid => isElement(kid) && kid.role === 'LBody') as RawElement[]
    const rest = item.kids.filter(kid => !(isElement(kid) && (kid.role === 'Lbl' || kid.role === 'LBody')))
    const body = bodies[0] ?? wrapper('LBody')
    body.kids = [...body.kids, ...rest, ...bodies.slice(1).flatMap(other => other.kids)]
    item.kids = body.kids.length > 0 ? [...labels, body] : labels
    return item
  }

  /** Chromium leaves out row groups, and repeats a header row's content on every page that the table reaches. */
  function shapeTable(table: RawElement): RawElement {
    const rows = table.kids.filter((kid): kid is RawElement => isElement(kid) && kid.role === 'TR')
    const bodyStart = rows.findIndex(row => !isHeadRow(row))
    if (bodyStart <= 0) return table
    const headRows = rows.slice(0, bodyStart)
    for (const row of headRows) {
      const first = Math.min(...contents(row).map(content => content.page))
      removeContent(row, content => content.page > first)
    }
    const others = table.kids.filter(kid => !rows.includes(kid as RawElement))
    table.kids = [...others, {...wrapper('THead'), kids: headRows}, {...wrapper('TBody'), kids: rows.slice(bodyStart)}]
    return table
  }

  function removeContent(element: RawElement, unwanted: (content: RawContent) => boolean): void {
    element.kids = element.kids.filter(kid => {
      if (isElement(kid)) {
        removeContent(kid, unwanted)
        return kid.kids.length > 0 || kid.role === 'TH' || kid.role === 'TD'
      }
      if (!isContent(kid) || !unwanted(kid)) return true
      artifacts.add(contentKey(kid))
      return false
    })
  }

  function cellAttributes(cell: RawElement): Map<string, PdfObject>[] {
    const attributes = new Map<string, PdfObject>()
    for (const dict of cell.attributes) {
      for (const [key, value] of dict) {
        if ((key === 'RowSpan' || key === 'ColSpan') && value === 1) continue
        if (key !== 'Headers') attributes.set(key, value)
        else attributes.set(key, (value as readonly PdfString[]).map(id => new PdfString(headerId(id.bytes))))
      }
    }
    if (cell.role === 'TH' && cell.id !== undefined) cell.id = headerId(cell.id)
    return attributes.size > 1 ? [attributes] : []
  }

  function headerId(printed: string): string {
    let id = headerIds.get(printed)
    if (id === undefined) headerIds.set(printed, (id = `${unit}-th-${headerIds.size + 1}`))
    return id
  }

  shapeKids(document, false)
  return {elements: inParagraphs(document.kids).filter(isElement), artifacts}
}

function wrapper(role: string): RawElement {
  return {role, printed: '', kids: [], attributes: []}
}

function isHeadRow(row: RawElement): boolean {
  return row.kids.filter(isElement).every(cell => {
    const scope = cell.attributes.find(attribute => attribute.has('Scope'))?.get('Scope')
    return cell.role === 'TH' && !(scope instanceof Name && scope.value === 'Row')
  })
}

function isInline(kid: RawKid): boolean {
  return !isElement(kid) || inlineRoles.has(kid.role)
}

/** Kids of a grouping element, with text that stands among blocks put into paragraphs. */
function inParagraphs(kids: readonly RawKid[]): RawKid[] {
  const grouped: RawKid[] = []
  let paragraph: RawElement | undefined
  for (const kid of kids) {
    if (!isInline(kid)) {
      paragraph = undefined
      grouped.push(kid)
    } else if (paragraph) paragraph.kids.push(kid)
    else grouped.push((paragraph = {...wrapper('P'), kids: [kid]}))
  }
  return grouped
}

/** Marked content of an element and everything in it, in reading order. */
export function contents(element: RawElement): RawContent[] {
  return element.kids.flatMap(kid => (isContent(kid) ? [kid] : isElement(kid) ? contents(kid) : []))
}
