import {describe, expect, it} from 'vitest'
import {isElement, type RawElement, readStructure} from '../../scripts/assemble/read-structure.ts'
import {readSkiaPdf} from '../../scripts/pdf/read-skia-pdf.ts'
import {smallSkiaPdf} from '../pdf/small-skia-pdf.ts'

/** The Document of a file whose pages are objects 3 and 4, and whose elements those from 5 on. */
function read(...elements: string[]): RawElement {
  const pdf = readSkiaPdf(smallSkiaPdf(['<</StructTreeRoot 2 0 R>>', '<</K 5 0 R>>', '<</Type/Page>>', '<</Type/Page>>', ...elements]))
  return readStructure(pdf, object => object - 3)
}

const only = (document: RawElement) => document.kids.filter(isElement)[0]!

describe('readStructure', () => {
  it('reads elements with their marks, on their own page or another', () => {
    const paragraph = only(read('<</S/Document/K[6 0 R]>>', '<</S/P/Pg 3 0 R/K[0 <</Type/MCR/Pg 4 0 R/MCID 7>> <</Type/MCR/MCID 2>> 3]>>'))
    expect(paragraph).toMatchObject({role: 'P', printed: 'P', kids: [{page: 0, mcid: 0}, {page: 1, mcid: 7}, {page: 0, mcid: 2}, {page: 0, mcid: 3}]})
  })

  it('reads a single kid that stands without an array', () => {
    expect(only(read('<</S/Document/K 6 0 R>>', '<</S/P/Pg 4 0 R/K 5>>')).kids).toEqual([{page: 1, mcid: 5}])
    expect(only(read('<</S/Document/K 6 0 R>>', '<</S/P>>')).kids).toEqual([])
  })

  it('reads annotations by their object', () => {
    expect(only(read('<</S/Document/K 6 0 R>>', '<</S/Link/Pg 3 0 R/K[0 <</Type/OBJR/Obj 9 0 R/Pg 3 0 R>>]>>')).kids).toEqual([{page: 0, mcid: 0}, {annotation: 9}])
  })

  it('takes the role, the block and the language out of what our HTML said', () => {
    expect(only(read('<</S/Document/K 6 0 R>>', '<</S/Div/Lang(en-GB-x-aside-1a)/K 7 0 R>>', '<</S/P/K 0>>'))).toMatchObject({role: 'Aside', printed: 'Div', code: 'aside', block: '1a', language: 'en-GB'})
    expect(only(read('<</S/Document/K 6 0 R>>', '<</S/P/Lang(en-x-as-2b)/K 0>>'))).toMatchObject({role: 'P', code: 'as', block: '2b', language: 'en'})
    expect(only(read('<</S/Document/K 6 0 R>>', '<</S/P/Lang(fr)/K 0>>'))).toMatchObject({role: 'P', language: 'fr'})
  })

  it('reads alternatives, ids and attributes', () => {
    const figure = only(read('<</S/Document/K 6 0 R>>', '<</S/Figure/Alt<FEFF00DC>/ID(node01)/A[<</O/Layout/Width 3>> 7 0 R]/K 0>>', '<</O/Table/ColSpan 2>>'))
    expect(figure).toMatchObject({alt: 'Ü', id: 'node01'})
    expect(figure.attributes.map(attribute => [...attribute.keys()])).toEqual([['O', 'Width'], ['O', 'ColSpan']])
  })

  it('leaves out marks inside forms, which count from 0 again', () => {
    expect(only(read('<</S/Document/K 6 0 R>>', '<</S/P/Pg 3 0 R/K[1 <</Type/MCR/Stm 9 0 R/MCID 0>>]>>')).kids).toEqual([{page: 0, mcid: 1}])
  })

  it('refuses a file without a structure', () => {
    const pdf = readSkiaPdf(smallSkiaPdf(['<</StructTreeRoot 2 0 R>>', '<<>>']))
    expect(() => readStructure(pdf, () => 0)).toThrow('Unexpected empty structure tree, expected a Document')
  })
})
