// Design: how the manuscript falls on pages: quotes and callouts stay whole, no heading stands alone at the foot of a page.

import {expect, test} from 'vitest'
import {openTestBook} from '../support/book-test.ts'
import {readPdf} from '../support/read-pdf.ts'
import type {StructureElement, StructureKid} from '../support/structure.ts'

test.each([
  ['print', 'letter'],
  ['print', 'a4'],
  ['screen', 'letter']
] as const)('profile %s on %s', {timeout: 300_000}, async (profile, paper) => {
  const {pdf} = await openTestBook('manuscript').build({profile, paper, formats: ['pdf']})
  const elements = (await readPdf(pdf)).structure.elements.flatMap(elementsOf)

  const whole = elements.filter(({role}) => ['Aside', 'BlockQuote'].includes(role))
  expect(whole.length).toBeGreaterThan(20)
  expect(whole.filter(element => new Set(pagesOf(element)).size > 1)).toEqual([])

  const leaves = elements.filter(({kids}) => kids.some(({kind}) => kind === 'marked'))
  const stranded = leaves.filter((leaf, index) => {
    const next = leaves.slice(index + 1).find(other => !isHeading(other))
    return isHeading(leaf) && next !== undefined && pagesOf(leaf).at(-1) !== pagesOf(next)[0]
  })
  expect(leaves.filter(isHeading).length).toBeGreaterThan(40)
  expect(stranded).toEqual([])
})

function isHeading({role}: StructureElement): boolean {
  return /^H\d?$/.test(role)
}

/** An element and all below it, in reading order. */
function elementsOf(element: StructureElement): StructureElement[] {
  return [element, ...element.kids.flatMap(kid => (kid.kind === 'element' ? elementsOf(kid) : []))]
}

/** Pages that carry something of an element, in reading order. */
function pagesOf(element: StructureElement): (string | undefined)[] {
  return element.kids.flatMap((kid: StructureKid) => (kid.kind === 'element' ? pagesOf(kid) : kid.kind === 'marked' ? [kid.page] : []))
}
