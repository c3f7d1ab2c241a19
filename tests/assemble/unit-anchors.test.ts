import {expect, it} from 'vitest'
import type {PageContent} from '../../scripts/assemble/page-content.ts'
import {readAnchors} from '../../scripts/assemble/unit-anchors.ts'
import {readSkiaPdf} from '../../scripts/pdf/read-skia-pdf.ts'
import {smallSkiaPdf} from '../pdf/small-skia-pdf.ts'

function read(dests: string) {
  const pdf = readSkiaPdf(smallSkiaPdf([`<</Dests<<${dests}>>>>`]))
  const pages: PageContent[] = [{items: [], box: [36, 50, 364, 264]}, {items: [], box: [90, 36, 380, 264]}]
  return readAnchors(pdf, pdf.dict(pdf.trailer.get('Root')).get('Dests'), new Map([[4, 0], [9, 1]]), pages)
}

it('adds each page’s own margins, and sorts by id', () => {
  expect(read('/b[4 0 R/XYZ 0 300 0]/a[9 0 R/XYZ 10.5 200.126 0]')).toEqual([
    {id: 'a', page: 1, xPt: 100.5, yPt: 164.13},
    {id: 'b', page: 0, xPt: 36, yPt: 250}
  ])
})

it('undoes the escapes of names', () => {
  expect(read('/caf#25C3#25A9[4 0 R/XYZ 0 300 0]').map(({id}) => id)).toEqual(['café'])
})

it('leaves out what is on no page, and needs no destinations', () => {
  expect(read('/a[7 0 R/XYZ 0 0 0]')).toEqual([])
  const pdf = readSkiaPdf(smallSkiaPdf(['<<>>']))
  expect(readAnchors(pdf, undefined, new Map(), [])).toEqual([])
})
