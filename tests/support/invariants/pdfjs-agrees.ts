// Invariant: pdf.js, which reads text and tags in its own way, finds the same pages, the same text and the same order. It passes over
// the ActualText of marked content, so it is held against the glyphs' own text.

import type {Page, PdfReading} from '../read-pdf.ts'
import type {StructureElement} from '../structure.ts'
import {everyElement} from '../structure.ts'
import type {Invariant} from './invariant.ts'

function withoutSpace(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD]+/gu, '')
}

/** pdf.js turns words from right to left around, of which the page has the order of the eye: their letters are compared, whatever their order. */
function comparable(text: string): string {
  const plain = withoutSpace(text)
  return /[\u0590-\u08ff]/u.test(plain) ? [...plain].sort().join('') : plain
}

function pageKey(page: Page): string {
  return `${page.reference.split(' ')[0]}R`
}

function textFaults({pdfjs}: PdfReading, page: Page): string[] {
  const ours = new Map<string, string>()
  for (const {mcid, glyphText} of page.content.painted) {
    if (mcid === undefined) continue
    const id = `${pageKey(page)}_mc${mcid}`
    ours.set(id, (ours.get(id) ?? '') + glyphText)
  }
  const theirs = pdfjs.text[page.index] ?? new Map<string, string>()
  return [...ours].filter(([id, text]) => comparable(text) !== comparable(theirs.get(id) ?? ''))
    .map(([id, text]) => `Page ${page.index}, ${id}: pdf.js reads ${JSON.stringify(theirs.get(id) ?? '')}, expected ${JSON.stringify(text)}`)
}

function orderByPage({structure}: PdfReading): Map<string, string[]> {
  const order = new Map<string, string[]>()
  const visit = (element: StructureElement): void => {
    for (const kid of element.kids) {
      if (kid.kind === 'element') visit(kid)
      else if (kid.kind === 'marked' && kid.page !== undefined) order.set(kid.page, [...(order.get(kid.page) ?? []), `mc${kid.mcid}`])
    }
  }
  structure.elements.forEach(visit)
  return order
}

export const pdfjsAgrees: Invariant = (reading) => {
  const order = orderByPage(reading)
  const faults = reading.pages.flatMap((page) => {
    const ours = order.get(page.reference) ?? []
    const theirs = (reading.pdfjs.structure[page.index] ?? []).filter((id) => id.includes('_mc')).map((id) => id.replace(/^.*_/, ''))
    return [
      ...textFaults(reading, page),
      ...(ours.join() === theirs.join() ? [] : [`Page ${page.index}: pdf.js reads ${theirs.length} marked contents through the tags, expected ${ours.length} in the tree's order`])
    ]
  })
  const elements = [...everyElement(reading.structure.elements)].length
  return [...(reading.pdfjs.pages === reading.pages.length ? [] : [`pdf.js finds ${reading.pdfjs.pages} pages, expected ${reading.pages.length}`]), ...(elements === 0 ? ['pdf.js finds no structure'] : []), ...faults]
}
