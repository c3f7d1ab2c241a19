// Test support: a PDF in the words of `space-hacks describe`, which are the golden files too.

import {describe, type Description} from '../../scripts/describe/describe.ts'
import type {DescribedElement, DescribedKid} from '../../scripts/describe/document.ts'
import {readDocument} from '../../scripts/describe/read-document.ts'
import {openPdf} from '../../scripts/pdf/open-pdf.ts'

interface Printed {
  readonly bytes: Uint8Array
}

export async function describePdf({bytes}: Printed): Promise<Description> {
  return describe(readDocument(await openPdf(bytes)))
}

/** The pages on which destinations stand, by destination: what a page prints in its margins, then the part of the structure tree that it holds. Throws for a name that leads nowhere. */
export async function describePages({bytes}: Printed, names: readonly string[]): Promise<Map<string, string>> {
  const document = readDocument(await openPdf(bytes))
  return new Map(names.map(name => {
    const index = document.destinations.get(name)
    if (index === undefined) throw new Error(`Unexpected ${name}, expected a destination`)
    const {pages, tags} = describe({...document, pages: [document.pages[index]!], structure: partsOn(index, document.structure)})
    return [name, `${pages}\n${tags}`]
  }))
}

/** Elements with nothing on the page are left out. */
function partsOn(pageIndex: number, elements: readonly DescribedElement[]): DescribedElement[] {
  return elements.flatMap(element => {
    const kids = element.kids.flatMap((kid): DescribedKid[] => {
      if ('element' in kid) return partsOn(pageIndex, [kid.element]).map(part => ({element: part}))
      return ('content' in kid ? kid.content : kid.annotation).pageIndex === pageIndex ? [kid] : []
    })
    return kids.length === 0 ? [] : [{...element, kids}]
  })
}
