// Assemble: Chromium's structure elements turned into the standard's (ISO 32000-1, 14.8.4; PDF/UA-1, 7).

import {Name, type PdfObject, PdfString} from '../pdf/objects.ts'
import {fitRows} from './fit-rows.ts'
import {isContent, isElement, type RawContent, type RawElement, type RawKid} from './read-structure.ts'
import {isLabel, shapeList, shapeListItem} from './shape-list.ts'
import {contents, inParagraphs, isInline, wrapper} from './structure-kids.ts'

/** What a stretch of marked content paints. */
export interface Ink {
  readonly text: boolean
  readonly image: boolean
  readonly path: boolean
  /** Left, top, right, bottom in points from the page's top left corner. */
  readonly extent: readonly [number, number, number, number]
}

/** What was printed on the pages that a structure tells about. */
export interface PrintedMarks {
  ink(content: RawContent): Ink | undefined
  text(content: RawContent): string
  heightPt(page: number): number
}

export interface ShapedStructure {
  readonly elements: RawElement[]
  /** Marked content, as `page:mcid`, that is decoration and leaves the structure. */
  readonly artifacts: ReadonlySet<string>
}

export const contentKey = ({page, mcid}: RawContent) => `${page}:${mcid}`

const groupingRoles = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'Note', 'BlockQuote'])
const paintedRoles = new Set(['Form', 'Lbl'])

/**
 * The elements of a unit, in the standard's roles and nesting, and the marked content that no element keeps.
 * `unit` makes ids unique in the book.
 */
export function shapeStructure(document: RawElement, unit: string, {ink, text, heightPt}: PrintedMarks): ShapedStructure {
  const artifacts = new Set<string>()
  const headerIds = new Map<string, string>()
  let notes = 0

  const drop = (kid: RawKid): void => {
    if (isContent(kid)) artifacts.add(contentKey(kid))
    else if (isElement(kid)) {
      kid.kids.forEach(drop)
      kid.kids = []
    }
  }

  function shapeKids(element: RawElement, insidePainted: boolean): void {
    const painted = insidePainted || paintedRoles.has(element.role) || (element.role === 'Figure' && element.alt !== undefined)
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
        kids.push(...withoutName(kid), ...shape(kid))
      }
    }
    element.kids = kids
  }

  /** The name that stands at the start of a heading or paragraph, taken out of it: neither is part of the other. */
  function withoutName(element: RawElement): RawElement[] {
    if (!/^(?:P|H\d)$/.test(element.role)) return []
    const names = element.kids.filter((kid): kid is RawElement => isElement(kid) && kid.code === 'blockid')
    if (names.length > 0) element.kids = element.kids.filter(kid => !names.includes(kid as RawElement))
    return names
  }

  /** An element whose kids are shaped, as what takes its place in its parent. */
  function shape(element: RawElement): RawKid[] {
    if (element.role === 'NonStruct') return shapeUnnamed(element)
    if (element.kids.length === 0 && element.role !== 'TD' && element.role !== 'TH') return []
    switch (element.role) {
      case 'Figure':
        return [shapeFigure(element)]
      case 'L':
        return element.kids.some(kid => isElement(kid) && kid.role === 'Note') ? element.kids : [shapeList(element, wordsOf)]
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
        if (isBlank(element)) drop(element)
        return [element]
      case 'TOC':
        element.attributes = []
        return [element]
      case 'TOCI':
        element.kids.filter(isLabel).forEach(drop)
        element.kids = element.kids.filter(kid => !isLabel(kid)).map(kid => (isElement(kid) && kid.role === 'Link' ? {...wrapper('Reference'), kids: [kid]} : kid))
        return [element]
      case 'Ruby':
        element.kids = element.kids.map(kid => (isElement(kid) && kid.role !== 'Span' ? kid : {...wrapper('RB'), kids: [kid]}))
        return [element]
      case 'Note':
        element.id = `${unit}-note-${++notes}`
        break
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
    if (figure.alt === undefined && others.length === 0 && only && isElement(only) && only.role === 'Caption') return {...figure, ...only, role: only.kids.every(isInline) ? 'P' : 'Div'}
    if (figure.alt === undefined) return {...figure, role: 'Div', kids: inParagraphs(figure.kids)}
    const held = contents(figure)
    const boxes = held.map(content => ({content, ink: ink(content)}))
    const page = boxes[0]?.content.page ?? 0
    const extents = boxes.flatMap(({content, ink}) => (ink && content.page === page && ink.extent[0] < ink.extent[2] ? [ink.extent] : []))
    if (extents.length > 0) {
      const height = heightPt(page)
      figure.bbox = [
        Math.min(...extents.map(e => e[0])),
        height - Math.max(...extents.map(e => e[3])),
        Math.max(...extents.map(e => e[2])),
        height - Math.min(...extents.map(e => e[1]))
      ].map(value => Math.round(value * 100) / 100)
    }
    // What words there are in a picture are said by its alternative.
    return isWholePicture(figure) ? {...figure, kids: held} : figure
  }

  /** Chromium leaves out row groups, and repeats a header row's content on every page that the table reaches. A row too tall for its page goes on where another would repeat. */
  function shapeTable(table: RawElement): RawElement {
    const rows = table.kids.filter((kid): kid is RawElement => isElement(kid) && kid.role === 'TR')
    fitRows(rows)
    const bodyStart = rows.findIndex(row => !isHeadRow(row))
    if (bodyStart <= 0) return table
    const headRows = rows.slice(0, bodyStart)
    for (const row of headRows) {
      const words = new Map<number, string>()
      // The name that a draft gives the row is not repeated with it.
      for (const content of contents(row, ({code}) => code === 'blockid')) words.set(content.page, (words.get(content.page) ?? '') + text(content))
      const first = Math.min(...words.keys())
      removeContent(row, ({page}) => page > first && words.get(page) === words.get(first))
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
        else if ((value as readonly PdfString[]).length > 0) attributes.set(key, (value as readonly PdfString[]).map(id => new PdfString(headerId(id.bytes))))
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

  /** True for the space that stands in a cell which would be left out if it held nothing. A repeated header cell has it on every page. */
  function isBlank(cell: RawElement): boolean {
    const held = contents(cell)
    return held.length > 0 && held.every(content => ink(content)?.text === true && text(content).trim() === '')
  }

  /** True for what holds no link, which would have to stay reachable. */
  function isWholePicture(element: RawElement): boolean {
    return element.kids.every(kid => isContent(kid) || (isElement(kid) && isWholePicture(kid)))
  }

  function wordsOf(element: RawElement): string {
    return contents(element).map(text).join('')
  }

  shapeKids(document, false)
  return {elements: inParagraphs(document.kids).filter(isElement), artifacts}
}

/** A row of column headers; a corner may be empty. */
function isHeadRow(row: RawElement): boolean {
  const cells = row.kids.filter(isElement)
  return cells.some(isColumnHeader) && cells.every(cell => isColumnHeader(cell) || (cell.role === 'TD' && cell.kids.length === 0))
}

function isColumnHeader({role, attributes}: RawElement): boolean {
  const scope = attributes.find(attribute => attribute.has('Scope'))?.get('Scope')
  return role === 'TH' && !(scope instanceof Name && scope.value === 'Row')
}
