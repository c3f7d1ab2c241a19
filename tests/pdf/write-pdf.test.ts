import {describe, expect, it} from 'vitest'
import {PdfWriter} from '../../scripts/pdf/write-pdf.ts'
import {seededRandom} from '../bench/random.ts'
import {PdfObjects} from '../support/pdf-objects.ts'
import {readWithPdfjs} from '../support/pdfjs-reading.ts'
import {qpdfComplaints, readQpdfFile} from '../support/qpdf.ts'
import {smallPdf} from './small-pdf.ts'

const idOf = async (pdf: Uint8Array) => {
  const {trailer} = new PdfObjects(await readQpdfFile(pdf))
  return trailer['/ID']
}

describe('PdfWriter', () => {
  it.each([1, 199, 200, 201, 450])('writes %d pages that qpdf and pdf.js find', async count => {
    const pdf = smallPdf(count)
    expect(await qpdfComplaints(pdf)).toEqual([])
    expect((await readWithPdfjs(pdf)).pages).toBe(count)
  })

  it('keeps every object under its number, whatever the order', async () => {
    const random = seededRandom(8)
    const writer = new PdfWriter()
    const expected = new Map<number, unknown>()
    const reserved: number[] = []
    const fill = (number: number) => {
      if (random.chance(0.8)) {
        writer.add(`<</N ${number}/T(caf\xe9)>>`, number)
        expected.set(number, {value: {'/N': number, '/T': `b:${Buffer.from('caf\xe9', 'latin1').toString('hex')}`}})
      } else {
        const bytes = Uint8Array.from({length: random.between(0, 300)}, () => random.between(0, 255))
        if (random.chance(0.5)) writer.addStream('/Kind/Plain', bytes, number)
        else writer.addDeflated('/Kind/Deflated', bytes, number)
        expected.set(number, Buffer.from(bytes).toString('base64'))
      }
    }
    for (let i = 0; i < 700; i++) {
      if (random.chance(0.3)) reserved.push(writer.reserve())
      else fill(writer.reserve())
    }
    while (reserved.length > 0) fill(reserved.splice(random.between(0, reserved.length - 1), 1)[0]!)
    const kids = [...expected.keys()].map(number => `${number} 0 R`).join(' ')
    const pages = writer.add('<</Type/Pages/Count 0/Kids[]>>')
    const pdf = writer.finish(writer.add(`<</Type/Catalog/Pages ${pages} 0 R/All[${kids}]>>`), writer.add('<<>>'))

    expect(await qpdfComplaints(pdf)).toEqual([])
    const {objects} = await readQpdfFile(pdf)
    for (const [number, value] of expected) {
      const object = objects[`obj:${number} 0 R`]!
      expect(object.stream ? object.stream.data : object, String(number)).toEqual(value)
    }
  })

  it('refuses a file with an object that was never added', () => {
    const writer = new PdfWriter()
    const number = writer.reserve()
    expect(() => writer.finish(1, 1)).toThrow(`Unexpected object ${number} without content, expected every reserved object to be added`)
  })

  it('gives the same bytes for the same objects', () => {
    expect(smallPdf(3)).toEqual(smallPdf(3))
  })

  it('has an id that changes with the content', async () => {
    const ids = await Promise.all([smallPdf(3), smallPdf(3), smallPdf(4), smallPdf(3, () => '/Lang(en)'), smallPdf(3, () => '/Lang(de)')].map(idOf))
    expect(ids[0]).toEqual(ids[1])
    expect(new Set(ids.map(String)).size).toBe(4)
    const [first, second] = ids[0] as string[]
    expect(first).toBe(second)
    expect(first).toMatch(/^b:[0-9a-f]{32}$/)
  })

  it('says what it is, and that it is binary', () => {
    expect(Buffer.from(smallPdf(1)).subarray(0, 15).toString('latin1')).toBe('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  })
})
