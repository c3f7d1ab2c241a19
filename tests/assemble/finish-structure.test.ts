import {describe, expect, it} from 'vitest'
import {finishElement, isKept} from '../../scripts/assemble/finish-structure.ts'
import type {RawElement, RawKid} from '../../scripts/assemble/read-structure.ts'
import {Name} from '../../scripts/pdf/objects.ts'

const element = (role: string, given: Partial<RawElement>, ...kids: RawKid[]): RawElement => ({role, printed: role, attributes: [], ...given, kids})
const renumbered = new Map([['0:5', 0], ['1:2', 7]])
const finish = (raw: RawElement, language?: string) => finishElement(raw, language, renumbered, new Map([[9, {page: 0, link: 3}]]))

describe('finishElement', () => {
  it('gives marks and links their new places, and leaves out those that have none', () => {
    const raw = element('P', {}, {page: 0, mcid: 5}, {page: 0, mcid: 6}, element('Link', {}, {annotation: 9}, {annotation: 10}), {page: 1, mcid: 2})
    expect(finish(raw)).toEqual({role: 'P', kids: [{page: 0, mcid: 0}, {role: 'Link', kids: [{page: 0, link: 3}]}, {page: 1, mcid: 7}]})
  })

  it('leaves out elements that are empty now, but for cells', () => {
    expect(finish(element('TR', {}, element('TD', {}), element('P', {}, {page: 0, mcid: 6}), element('TH', {})))).toEqual({role: 'TR', kids: [{role: 'TD', kids: []}, {role: 'TH', kids: []}]})
    expect(isKept({role: 'P', kids: []})).toBe(false)
  })

  it('says a language only where it changes', () => {
    const raw = element('Sect', {language: 'en'}, element('P', {language: 'en'}, {page: 0, mcid: 5}), element('P', {language: 'fr'}, element('Span', {language: 'en'}, {page: 1, mcid: 2})))
    expect(finish(raw, 'en')).toEqual({role: 'Sect', kids: [{role: 'P', kids: [{page: 0, mcid: 0}]}, {role: 'P', lang: 'fr', kids: [{role: 'Span', lang: 'en', kids: [{page: 1, mcid: 7}]}]}]})
  })

  it('keeps what an element says of itself', () => {
    const attributes = [new Map([['O', new Name('List')], ['ListNumbering', new Name('Decimal')]])]
    const given = {alt: 'a', actualText: 'b', expansion: 'c', id: 'd', block: 'e', bbox: [1, 2, 3, 4]}
    expect(finish(element('Figure', {...given, attributes}, {page: 0, mcid: 5}))).toEqual({role: 'Figure', ...given, attributes: ['<</O /List/ListNumbering /Decimal>>'], kids: [{page: 0, mcid: 0}]})
  })
})
