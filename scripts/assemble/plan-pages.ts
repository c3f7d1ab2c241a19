// Assemble: how many pages each unit has becomes which page of the book is what, with blanks, folios and labels.

import {formatRoman} from '../pdf/page-labels.ts'
import type {PageEntry, PageMap} from './page-map.ts'

/** What the plan needs to know of a unit. */
export interface PlannedUnit {
  readonly id: string
  readonly title: string
  readonly start: 'recto' | 'next'
  readonly numbering: 'none' | 'roman' | 'arabic'
  readonly pageCount: number
  readonly anchors: readonly {readonly id: string; readonly page: number}[]
}

/**
 * Units in order as a page map. With `blanks`, a unit that starts recto is preceded by a blank where one is needed. Roman folios count
 * every page before the first arabic unit, arabic ones start at 1 on it; blanks and pages without folio are counted too.
 */
export function planPages(units: readonly PlannedUnit[], {blanks}: {readonly blanks: boolean}): PageMap {
  const pages: PageEntry[] = []
  const anchors = new Map<string, number>()
  let arabicStart: number | undefined
  const sideOf = (index: number) => (index % 2 === 0 ? 'recto' : 'verso')
  const number = (index: number) => (arabicStart === undefined ? formatRoman(index + 1) : String(index - arabicStart + 1))

  units.forEach((unit, place) => {
    if (blanks && unit.start === 'recto' && pages.length % 2 === 1) {
      const index = pages.length
      pages.push({index, label: number(index), side: 'verso', blank: true, unit: units[place - 1]?.id ?? unit.id})
    }
    const first = pages.length
    if (unit.numbering === 'arabic') arabicStart ??= first
    for (let pageOfUnit = 0; pageOfUnit < unit.pageCount; pageOfUnit++) {
      const index = pages.length
      const printed = unit.numbering !== 'none'
      const label = printed || arabicStart !== undefined ? number(index) : pageOfUnit === 0 ? unit.title : `${unit.title} ${pageOfUnit + 1}`
      pages.push({index, label, ...(printed ? {folio: label} : {}), side: sideOf(index), blank: false, unit: unit.id, pageOfUnit})
    }
    for (const anchor of unit.anchors) anchors.set(anchor.id, first + anchor.page)
  })
  return {pages, anchors}
}
