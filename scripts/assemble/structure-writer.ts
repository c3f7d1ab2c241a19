// Assemble: the units' structure elements made one tree (ISO 32000-1, 14.7).

import {formatBytes, formatName, formatNumber, formatText} from '../pdf/serialize.ts'
import {addNameTree, addNumberTree} from '../pdf/trees.ts'
import type {PdfWriter} from '../pdf/write-pdf.ts'
import type {PrintedUnit, StructElement, StructKid} from './printed-unit.ts'
import type {PagePlace} from './unit-place.ts'

/** Roles of PDF 2.0, and those of changed words, which HTML has, that the standard structure types of 1.7 stand in for (14.8.4.1). */
const roleMap = '<</Em/Span/Strong/Span/Aside/Div/Ins/Span/Del/Span>>'

/** Writes elements unit by unit, and keeps which element owns what is marked. */
export class StructureWriter {
  /** Object number of the tree's root. */
  readonly root: number
  private readonly document: number
  private readonly documentKids: number[] = []
  private readonly parents: [key: number, value: string][] = []
  private readonly ids: [id: string, reference: string][] = []

  /** `nextKey` is the first key of the parent tree that no page has. */
  constructor(
    private readonly writer: PdfWriter,
    private nextKey: number
  ) {
    this.root = writer.reserve()
    this.document = writer.reserve()
  }

  /** A key of the parent tree that nothing has. */
  readonly takeKey = (): number => this.nextKey++

  /** Adds a unit's elements; `onBlock` is told of each that a block of the manuscript was made into. */
  addUnit(unit: PrintedUnit, places: readonly PagePlace[], onBlock: (element: StructElement, number: number) => void): void {
    const owners = unit.pages.map(({marks}) => new Array<string>(marks).fill('null'))
    const add = (element: StructElement, parent: number): number => {
      const number = this.writer.reserve()
      const own = `${number} 0 R`
      const page = element.kids.find(kid => 'mcid' in kid)?.page
      const kidText = (kid: StructKid): string => {
        if ('role' in kid) return `${add(kid, number)} 0 R`
        const place = places[kid.page]!
        if ('link' in kid) {
          const link = place.links[kid.link]!
          this.parents.push([link.key, own])
          return `<</Type/OBJR/Obj ${link.number} 0 R/Pg ${place.number} 0 R>>`
        }
        owners[kid.page]![kid.mcid] = own
        return kid.page === page ? String(kid.mcid) : `<</Type/MCR/Pg ${place.number} 0 R/MCID ${kid.mcid}>>`
      }
      const kids = element.kids.map(kidText)
      if (element.id !== undefined) this.ids.push([element.id, own])
      if (element.block !== undefined) onBlock(element, number)
      const pg = page === undefined ? '' : `/Pg ${places[page]!.number} 0 R`
      this.writer.add(`<</S${formatName(element.role)}/P ${parent} 0 R${pg}${elementEntries(element)}/K${kids.length === 1 ? ` ${kids[0]}` : `[${kids.join(' ')}]`}>>`, number)
      return number
    }
    this.documentKids.push(...unit.structure.map(element => add(element, this.document)))
    owners.forEach((marks, page) => {
      if (marks.length > 0) this.parents.push([places[page]!.index, `[${marks.join(' ')}]`])
    })
  }

  /** Adds the document, the parent tree and the root. */
  finish(): void {
    const {writer} = this
    writer.add(`<</Type/StructElem/S/Document/P ${this.root} 0 R/K[${this.documentKids.map(kid => `${kid} 0 R`).join(' ')}]>>`, this.document)
    const parentTree = addNumberTree(writer, this.parents.sort((a, b) => a[0] - b[0]))
    const idTree = this.ids.length > 0 ? `/IDTree ${addNameTree(writer, this.ids)} 0 R` : ''
    writer.add(`<</Type/StructTreeRoot/K ${this.document} 0 R/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${this.nextKey}/RoleMap${roleMap}${idTree}>>`, this.root)
  }
}

function elementEntries({lang, alt, actualText, expansion, id, attributes, bbox}: StructElement): string {
  const owned = [...(attributes ?? []), ...(bbox ? [`<</O/Layout/BBox[${bbox.map(formatNumber).join(' ')}]>>`] : [])]
  return (
    (lang === undefined ? '' : `/Lang${formatText(lang)}`) +
    (alt === undefined ? '' : `/Alt${formatText(alt)}`) +
    (actualText === undefined ? '' : `/ActualText${formatText(actualText)}`) +
    (expansion === undefined ? '' : `/E${formatText(expansion)}`) +
    (id === undefined ? '' : `/ID${formatBytes(id)}`) +
    (owned.length === 0 ? '' : `/A${owned.length === 1 ? owned[0] : `[${owned.join('')}]`}`)
  )
}
