// Describe: what a screen reader says of a tagged document, in its order: a line for each thing it stops at.
//
// The words are those of no particular program, but all of them tell the same: levels of headings, lengths of lists, sizes of tables, the
// headers of cells, alternatives for pictures, other languages, where links are.

import type {DescribedDocument, DescribedElement, DescribedKid} from './document.ts'
import {isInline} from './inline-roles.ts'

/** Lines of speech. A document without tags is said to be one, and then read in the order in which it is painted, as programs have to. */
export function speak(document: DescribedDocument): string[] {
  const {title, language, pages, structure} = document
  const opening = [`document: ${title === undefined || title === '' ? 'no title' : title}`, `language: ${language ?? 'not said'}`, `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`]
  if (structure.length === 0) return [...opening, 'no tags: what follows is in the order in which it was painted', ...pages.flatMap(page => [`page ${page.label}`, ...page.loose.map(({text}) => oneLine(text))])]
  const speaker = new Speaker(document)
  for (const element of structure) speaker.say(element)
  return [...opening, ...speaker.finish()]
}

/** What elements are called where they begin and end. */
const announced: Readonly<Record<string, string>> = {BlockQuote: 'quotation', Note: 'note', TOC: 'table of contents', Index: 'index', Formula: 'formula'}

class Speaker {
  private readonly lines: string[] = []
  private line = ''
  private page: number | undefined
  /** Page that the line at hand goes over to; said after it, so that it is not torn. */
  private turned: string | undefined
  private listDepth = 0

  constructor(private readonly document: DescribedDocument) {}

  finish(): string[] {
    this.breakLine()
    return this.lines
  }

  say(element: DescribedElement): void {
    const {standardRole: role} = element
    if (isInline(element) && role !== 'Note') return this.inLanguage(element, () => this.inline(element))
    this.breakLine()
    this.inLanguage(element, () => this.block(role, element))
    this.breakLine()
  }

  private block(role: string, element: DescribedElement): void {
    const level = /^H([1-6])$/.exec(role)?.[1]
    const name = announced[role]
    if (level !== undefined) this.add(`heading level ${level}, `)
    if (role === 'L') return this.list(element)
    if (role === 'Table') return this.table(element)
    if (role === 'Lbl') return this.words(element)
    if (role === 'Caption') this.add('caption, ')
    if (name === undefined || (role === 'TOC' && this.listDepth > 0)) return this.words(element)
    this.lines.push(name)
    this.listDepth += role === 'TOC' ? 1 : 0
    if (role === 'Note') this.labelled(element.kids)
    else this.words(element)
    this.listDepth -= role === 'TOC' ? 1 : 0
    this.breakLine()
    this.lines.push(`end of ${name}`)
  }

  private inline(element: DescribedElement): void {
    switch (element.standardRole) {
      case 'Figure':
      case 'Formula':
        this.add(` graphic: ${element.alt ?? element.actualText ?? 'without a description'}, `)
        return
      case 'Link':
        this.add(` link: ${linkName(element) ?? ''}`)
        if (linkName(element) === undefined) this.words(element)
        this.add(' ')
        return
      case 'Form':
        this.add(' form field: ')
        return this.words(element)
      default:
        this.words(element)
        if (element.expansion !== undefined) this.add(` (${element.expansion}) `)
    }
  }

  private words(element: DescribedElement): void {
    const alternative = element.alt ?? element.actualText
    if (alternative !== undefined) this.turnTo(firstPage(element))
    if (alternative !== undefined) return this.add(alternative === '\u2022' ? 'bullet ' : alternative)
    for (const kid of element.kids) this.kid(kid)
  }

  private kid(kid: DescribedKid): void {
    if ('element' in kid) return this.say(kid.element)
    if (!('content' in kid)) return
    this.turnTo(kid.content.pageIndex)
    this.add(kid.content.text)
  }

  private list(list: DescribedElement): void {
    const items = elementsOf(list).filter(({standardRole}) => standardRole === 'LI')
    const depth = ++this.listDepth
    this.lines.push(`list with ${items.length} ${items.length === 1 ? 'item' : 'items'}${depth > 1 ? `, level ${depth}` : ''}`)
    for (const kid of elementsOf(list)) this.item(kid)
    this.listDepth--
    this.lines.push(depth > 1 ? `end of list, level ${depth}` : 'end of list')
  }

  /** Label and first words are one line. */
  private item(item: DescribedElement): void {
    if (item.standardRole !== 'LI') return this.say(item)
    this.inLanguage(item, () => this.labelled(item.kids.flatMap(kid => ('element' in kid && kid.element.standardRole === 'LBody' ? kid.element.kids : [kid]))))
    this.breakLine()
  }

  private labelled(kids: readonly DescribedKid[]): void {
    let isFirst = true
    for (const kid of kids) {
      const element = 'element' in kid ? kid.element : undefined
      if (element?.standardRole === 'Lbl') {
        this.words(element)
        this.add(' ')
        continue
      }
      if (isFirst && element?.standardRole === 'P') {
        this.inLanguage(element, () => this.words(element))
        this.breakLine()
      } else this.kid(kid)
      isFirst = false
    }
  }

  private table(table: DescribedElement): void {
    const rows = elementsOf(table).flatMap(kid => (kid.standardRole === 'TR' ? [kid] : elementsOf(kid).filter(({standardRole}) => standardRole === 'TR')))
    const grid = new TableGrid(rows)
    this.lines.push(`table with ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} and ${grid.columns} ${grid.columns === 1 ? 'column' : 'columns'}`)
    for (const kid of elementsOf(table)) if (kid.standardRole === 'Caption') this.say(kid)
    for (const {element, row, column} of grid.cells) {
      const headers = element.standardRole === 'TH' ? ['header'] : grid.headersOf(element, row, column).map(header => oneLine(plainText(header))).filter(text => text !== '')
      this.add(`row ${row + 1}, column ${column + 1}${headers.length > 0 ? `, ${headers.join(', ')}` : ''}: `)
      const before = this.line
      this.inLanguage(element, () => this.words(element))
      if (this.line === before && element.kids.length === 0) this.add('empty')
      this.breakLine()
    }
    this.lines.push('end of table')
  }

  private inLanguage({language}: DescribedElement, inside: () => void): void {
    if (language === undefined) return inside()
    this.add(` [${language}] `)
    inside()
    this.add(` [end of ${language}] `)
  }

  private turnTo(pageIndex: number | undefined): void {
    if (pageIndex === undefined || pageIndex === this.page) return
    this.page = pageIndex
    const page = `page ${this.document.pages[pageIndex]?.label ?? pageIndex + 1}`
    if (this.line.trim() === '') this.lines.push(page)
    else this.turned = page
  }

  private add(text: string): void {
    this.line += text
  }

  private breakLine(): void {
    const line = oneLine(this.line).replace(/,$/, '').replace(/ ([,.;:!?)\]])/g, '$1')
    if (line !== '') this.lines.push(line)
    if (this.turned !== undefined) this.lines.push(this.turned)
    this.turned = undefined
    this.line = ''
  }
}

interface GridCell {
  readonly element: DescribedElement
  readonly row: number
  readonly column: number
}

/** The cells of a table by row and column, with what spans several of them taken into account. */
class TableGrid {
  readonly cells: GridCell[] = []
  readonly columns: number
  private readonly taken: (GridCell | undefined)[][] = []
  private readonly byId = new Map<string, DescribedElement>()

  constructor(rows: readonly DescribedElement[]) {
    rows.forEach((row, index) => {
      let column = 0
      for (const element of elementsOf(row)) {
        while (this.taken[index]?.[column]) column++
        const cell = {element, row: index, column}
        this.take(cell, Number(element.attributes.get('Table/RowSpan') ?? 1), Number(element.attributes.get('Table/ColSpan') ?? 1))
        if (element.id !== undefined) this.byId.set(element.id, element)
        this.cells.push(cell)
      }
    })
    this.columns = Math.max(0, ...this.taken.map(row => row.length))
  }

  /** Headers that a cell names, or else those above it and before it in its row. */
  headersOf(cell: DescribedElement, row: number, column: number): DescribedElement[] {
    const named = cell.attributes.get('Table/Headers')
    if (named !== undefined) return named.slice(1, -1).split(' ').flatMap(id => this.byId.get(id) ?? [])
    const above = Array.from({length: row}, (_, index) => this.taken[index]?.[column]?.element)
    const before = this.taken[row]?.slice(0, column).map(other => other?.element) ?? []
    const heads = (scope: string) => (element: DescribedElement | undefined): element is DescribedElement => element?.standardRole === 'TH' && (element.attributes.get('Table/Scope') ?? scope) !== (scope === 'Column' ? 'Row' : 'Column')
    return [...above.filter(heads('Column')), ...before.filter(heads('Row'))]
  }

  private take(cell: GridCell, rows: number, columns: number): void {
    for (let row = cell.row; row < cell.row + rows; row++) {
      const taken = (this.taken[row] ??= [])
      for (let column = cell.column; column < cell.column + columns; column++) taken[column] = cell
    }
  }
}

/** What a link's annotation calls it, when that says more than its words. */
function linkName(link: DescribedElement): string | undefined {
  const named = link.kids.flatMap(kid => ('annotation' in kid ? [oneLine(kid.annotation.contents)] : [])).find(text => text !== '')
  const words = oneLine(plainText(link))
  return named === undefined || named.length <= words.length || !named.includes(words) ? undefined : named
}

/** Index of the page on which an element's content begins. */
function firstPage({kids}: DescribedElement): number | undefined {
  for (const kid of kids) {
    const page = 'content' in kid ? kid.content.pageIndex : 'element' in kid ? firstPage(kid.element) : undefined
    if (page !== undefined) return page
  }
  return undefined
}

function elementsOf({kids}: DescribedElement): DescribedElement[] {
  return kids.flatMap(kid => ('element' in kid ? [kid.element] : []))
}

function plainText({alt, actualText, kids}: DescribedElement): string {
  return alt ?? actualText ?? kids.map(kid => ('element' in kid ? plainText(kid.element) : 'content' in kid ? kid.content.text : '')).join('')
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
