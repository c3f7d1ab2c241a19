import {describe, expect, it} from 'vitest'
import {type PlannedUnit, planPages} from '../../scripts/assemble/plan-pages.ts'
import {formatRoman} from '../../scripts/pdf/page-labels.ts'
import {seededRandom} from '../bench/random.ts'

const unit = (id: string, pageCount: number, numbering: PlannedUnit['numbering'] = 'arabic', start: PlannedUnit['start'] = 'next'): PlannedUnit => ({
  id,
  title: id.toUpperCase(),
  start,
  numbering,
  pageCount,
  anchors: [{id: `${id}-top`, page: 0}, {id: `${id}-end`, page: pageCount - 1}]
})

const book = [
  unit('cover', 1, 'none', 'recto'),
  unit('title', 2, 'none', 'recto'),
  unit('contents', 3, 'roman', 'recto'),
  unit('preface', 1, 'roman', 'recto'),
  unit('one', 3, 'arabic', 'recto'),
  unit('two', 2, 'arabic', 'recto'),
  unit('three', 1),
  unit('plates', 1, 'none'),
  unit('index', 1)
]

describe('planPages', () => {
  it('puts blanks before right-hand starts, and labels pages as they are numbered', () => {
    const {pages} = planPages(book, {blanks: true})
    expect(pages.map(({unit, label, folio, blank}) => [unit, label, folio ?? '-', ...(blank ? ['blank'] : [])].join(' '))).toEqual([
      'cover COVER -',
      'cover ii - blank',
      'title TITLE -',
      'title TITLE 2 -',
      'contents v v',
      'contents vi vi',
      'contents vii vii',
      'contents viii - blank',
      'preface ix ix',
      'preface x - blank',
      'one 1 1',
      'one 2 2',
      'one 3 3',
      'one 4 - blank',
      'two 5 5',
      'two 6 6',
      'three 7 7',
      'plates 8 -',
      'index 9 9'
    ])
  })

  it('puts in no blanks where pages have no sides', () => {
    const {pages} = planPages(book, {blanks: false})
    expect(pages.some(({blank}) => blank)).toBe(false)
    expect(pages).toHaveLength(15)
    expect(pages.filter(({unit}) => unit === 'one').map(({label}) => label)).toEqual(['1', '2', '3'])
  })

  it('finds anchors on their pages', () => {
    const {anchors, pages} = planPages(book, {blanks: true})
    expect(pages[anchors.get('one-top')!]).toMatchObject({unit: 'one', pageOfUnit: 0})
    expect(pages[anchors.get('contents-end')!]).toMatchObject({unit: 'contents', pageOfUnit: 2})
    expect(anchors.get('nowhere')).toBeUndefined()
  })

  it('makes a book of nothing of nothing', () => {
    expect(planPages([], {blanks: true})).toEqual({pages: [], anchors: new Map()})
  })

  it('numbers roman pages after the first arabic one on in arabic', () => {
    const {pages} = planPages([unit('one', 2), unit('back', 2, 'roman')], {blanks: true})
    expect(pages.map(({label}) => label)).toEqual(['1', '2', '3', '4'])
  })

  it('keeps what a page map promises, whatever the units', () => {
    const random = seededRandom(11)
    for (let i = 0; i < 200; i++) {
      const units = Array.from({length: random.between(1, 12)}, (_, k) => unit(`u${k}`, random.between(1, 5), random.pick(['none', 'roman', 'arabic']), random.pick(['recto', 'next'])))
      const {pages, anchors} = planPages(units, {blanks: true})
      const arabicStart = pages.findIndex(page => page.unit === units.find(({numbering}) => numbering === 'arabic')?.id && !page.blank)
      pages.forEach((page, index) => {
        expect(page.index).toBe(index)
        expect(page.side).toBe(index % 2 === 0 ? 'recto' : 'verso')
        if (page.folio !== undefined) expect(page.folio).toBe(page.label)
        if (page.folio !== undefined) expect(page.label).toBe(arabicStart >= 0 && index >= arabicStart ? String(index - arabicStart + 1) : formatRoman(index + 1))
        if (page.blank) expect([page.folio, page.pageOfUnit, page.side]).toEqual([undefined, undefined, 'verso'])
      })
      for (const {id, start, pageCount, numbering} of units) {
        const own = pages.filter(page => page.unit === id && !page.blank)
        expect(own.map(page => page.pageOfUnit)).toEqual(Array.from({length: pageCount}, (_, k) => k))
        if (start === 'recto') expect(own[0]!.side).toBe('recto')
        for (const page of own) expect(page.folio === undefined).toBe(numbering === 'none')
        expect(anchors.get(`${id}-end`)).toBe(own.at(-1)!.index)
      }
    }
  })
})
