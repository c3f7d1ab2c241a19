import {describe, expect, it} from 'vitest'
import {type PageContent, readPageContent} from '../../scripts/assemble/page-content.ts'
import {artifactKind, contentScale, marksOf} from '../../scripts/assemble/page-marks.ts'

/** A page of 400 by 300 points with margins of 36, its content in CSS pixels. */
const page = (content: string, scale = 3.125): PageContent =>
  readPageContent(Buffer.from(`.24 0 0 -.24 0 300 cm q 150 150 1366.66 950 re W n q ${scale} 0 0 ${scale} 150 150 cm ${content} Q Q`), 300, () => ({codeBytes: 2, width: () => 500}), () => [0, 0, 1, 0, 0, 1, 1, 1])

const text = (y: number, x = 0) => `BT /F1 16 Tf 1 0 0 -1 ${x} ${y} Tm <0001> Tj ET`
const margin = (content: string): PageContent => readPageContent(Buffer.from(`q 36 36 328 228 re W n Q q 1 0 0 -1 0 300 cm ${content} Q`), 300, () => ({codeBytes: 2, width: () => 500}), () => [0, 0, 1, 0, 0, 1, 1, 1])

describe('marksOf', () => {
  it('gathers what each mark paints, and where', () => {
    const marks = marksOf(page(`/P <</MCID 4>>BDC ${text(16)} 0 20 100 10 re f EMC /P <</MCID 2>>BDC q 40 0 0 -40 8 60 cm /X1 Do Q EMC ${text(90)}`))
    expect([...marks.keys()]).toEqual([4, 2])
    const first = marks.get(4)!
    expect(first.runs).toHaveLength(1)
    expect(first.items).toHaveLength(1)
    expect(first.ink).toMatchObject({text: true, path: true, image: false})
    expect(first.ink.extent.map(Math.round)).toEqual([36, 51, 111, 59])
    expect(marks.get(2)!.ink).toMatchObject({text: false, path: false, image: true})
    expect(marks.get(2)!.ink.extent.map(Math.round)).toEqual([42, 51, 72, 81])
  })

  it('tells marks that paint nothing', () => {
    expect(marksOf(page('/P <</MCID 0>>BDC EMC')).get(0)!.ink).toMatchObject({text: false, path: false, image: false})
  })

  it('joins a mark that is opened twice', () => {
    expect(marksOf(page(`/P <</MCID 0>>BDC ${text(16)} EMC /P <</MCID 0>>BDC ${text(40)} EMC`)).get(0)!.items).toHaveLength(2)
  })
})

describe('contentScale', () => {
  it('is that of the largest text in marks', () => {
    expect(contentScale([page(`/P <</MCID 0>>BDC ${text(16)} EMC`)])).toBeCloseTo(0.75)
    expect(contentScale([page(`/P <</MCID 0>>BDC ${text(16)} EMC`, 2.0833)])).toBeCloseTo(0.5)
  })

  it('does not look at margins, nor at text that is made smaller among other text', () => {
    expect(contentScale([page(`${text(16)} /P <</MCID 0>>BDC ${text(16)} q .5 0 0 .5 0 0 cm ${text(40)} Q EMC`)])).toBeCloseTo(0.75)
    expect(contentScale([page(text(16), 1)])).toBe(0.75)
  })
})

describe('artifactKind', () => {
  const kindOf = (content: PageContent) => artifactKind(content.items.find(({kind}) => kind === 'text' || kind === 'paint')!, {...content, widthPt: 400, heightPt: 300})

  it('tells heads and feet of the page from what stands among the text', () => {
    expect([20, 150, 290].map(y => kindOf(margin(text(y, 40))))).toEqual(['header', 'layout', 'footer'])
    expect([20, 380].map(x => kindOf(margin(text(20, x))))).toEqual(['layout', 'layout'])
    expect(['9 9 20 20 re f', '9 9 20 200 re f', '9 270 20 9 re f'].map(paint => kindOf(margin(paint)))).toEqual(['header', 'layout', 'footer'])
  })
  it('tells grounds of a whole page from rules', () => {
    expect(['0 0 400 300 re f', '0 100 400 50 re f', '380 0 20 300 re f'].map(paint => kindOf(margin(paint)))).toEqual(['background', 'background', 'background'])
    expect(['0 100 400 2 re f', '0 100 380 50 re f'].map(paint => kindOf(margin(paint)))).toEqual(['layout', 'layout'])
  })
})
