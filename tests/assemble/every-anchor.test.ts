import {expect, it} from 'vitest'
import {withEveryAnchor} from '../../scripts/assemble/every-anchor.ts'
import type {PrintedUnit} from '../../scripts/assemble/printed-unit.ts'

const page = {widthPt: 612, heightPt: 792, slots: [], fonts: [], resources: [], links: [], marks: 0} as unknown as PrintedUnit['pages'][number]
const unit: PrintedUnit = {id: 'one', pages: [page, page], structure: [], anchors: [{id: 'b', page: 1, xPt: 10, yPt: 20}], fonts: [], shared: [], faults: [], layout: [], blobs: []}

it('leaves a unit alone that has every anchor', () => {
  expect(withEveryAnchor(unit, ['b'])).toBe(unit)
})

it('puts lost anchors at the start of the unit, and tells of them, which the build reports as link-lost', () => {
  const {anchors, faults} = withEveryAnchor(unit, ['a', 'b', 'c'])
  expect(anchors).toEqual([{id: 'a', page: 0, xPt: 0, yPt: 792}, {id: 'b', page: 1, xPt: 10, yPt: 20}, {id: 'c', page: 0, xPt: 0, yPt: 792}])
  expect(faults).toEqual([{kind: 'anchor-unprinted', detail: 'a'}, {kind: 'anchor-unprinted', detail: 'c'}])
})
