import {describe, expect, it} from 'vitest'
import type {SharedObject} from '../../scripts/assemble/printed-unit.ts'
import {otherResources, xObjectCorners} from '../../scripts/assemble/unit-resources.ts'
import {readSkiaPdf} from '../../scripts/pdf/read-skia-pdf.ts'
import {smallSkiaPdf, smallStream} from '../pdf/small-skia-pdf.ts'

/** Resources of a page, which is the file's first object. */
function read(page: string, ...objects: string[]) {
  const pdf = readSkiaPdf(smallSkiaPdf([page, ...objects]))
  const shared = new Map<string, SharedObject>()
  const blobs: Uint8Array[] = []
  const resources = otherResources(pdf, pdf.dict(pdf.trailer.get('Root')), shared, blob => blobs.push(blob) - 1)
  return {resources, shared: [...shared.values()], blobs: blobs.map(blob => Buffer.from(blob).toString())}
}

const page = '<</ProcSet[/PDF]/ExtGState<</G3 2 0 R>>/XObject<</X4 3 0 R/X5 5 0 R>>/Font<</F1 6 0 R/F2 7 0 R>>>>'
const objects = [
  '<</ca .5>>',
  smallStream('/Type/XObject/SMask 4 0 R/StructParents 7', 'image'),
  smallStream('/Type/XObject', 'mask'),
  smallStream('/Type/XObject/SMask 4 0 R', 'image'),
  '<</Subtype/Type0>>',
  '<</Subtype/Type3/CharProcs 2 0 R>>'
]

describe('otherResources', () => {
  it('keeps states as they stand, and objects under the hash of all they hold', () => {
    const {resources, shared, blobs} = read(page, ...objects)
    expect(resources.map(([category]) => category)).toEqual(['ExtGState', 'XObject', 'Font'])
    expect(resources[0]![1]).toBe('/G3 <</ca 0.5>>')
    expect(resources[1]![1]).toMatch(/^\/X4 @([0-9a-f]{32})@\/X5 @\1@$/)
    expect(resources[2]![1]).toMatch(/^\/F2 @[0-9a-f]{32}@$/)
    expect(blobs).toEqual(['mask', 'image'])
    const [mask, image] = shared
    expect(image!.text).toBe(`<</Type /XObject/SMask @${mask!.hash}@>>`)
    expect(image!.text).not.toMatch(/Length|StructParents/)
  })

  it('gives the same hashes to another file whose objects have other numbers', () => {
    const moved = page.replaceAll(/(\d) 0 R/g, (_, number: string) => `${Number(number) + 3} 0 R`)
    const shifted = objects.map(object => object.replaceAll(/(\d) 0 R/g, (_, number: string) => `${Number(number) + 3} 0 R`))
    expect(read(moved, 'null', 'null', 'null', ...shifted).shared).toEqual(read(page, ...objects).shared)
  })

  it('keeps what a state refers to, such as a mask', () => {
    const {resources, shared} = read('<</ExtGState<</G3 2 0 R>>>>', '<</SMask<</G 3 0 R>>>>', smallStream('/Subtype/Form', 'mask'))
    expect(resources).toEqual([['ExtGState', `/G3 <</SMask <</G @${shared[0]!.hash}@>>>>`]])
  })

  it('tells objects apart by their bytes and by what they refer to', () => {
    const hashes = (mask: string, image: string) => read('<</XObject<</X1 2 0 R>>>>', smallStream('/SMask 3 0 R', image), smallStream('', mask)).shared.at(-1)!.hash
    expect(new Set([hashes('a', 'b'), hashes('c', 'b'), hashes('a', 'd')]).size).toBe(3)
  })
})

describe('xObjectCorners', () => {
  const corners = (dict: string) => {
    const pdf = readSkiaPdf(smallSkiaPdf(['<</XObject<</X1 2 0 R>>>>', smallStream(dict, '')]))
    return xObjectCorners(pdf, pdf.dict(pdf.trailer.get('Root')), 'X1')
  }

  it('are those of the unit square for images, and of their box for forms', () => {
    expect(corners('/Subtype/Image')).toEqual([0, 0, 1, 0, 0, 1, 1, 1])
    expect(corners('/Subtype/Form/BBox[1 2 30 40]')).toEqual([1, 2, 30, 2, 1, 40, 30, 40])
    expect(corners('/Subtype/Form/BBox[1 2 30 40]/Matrix[2 0 0 -1 5 0]')).toEqual([7, -2, 65, -2, 7, -40, 65, -40])
  })
})
