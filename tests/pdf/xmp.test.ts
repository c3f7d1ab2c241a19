import {describe, expect, it} from 'vitest'
import {type DocumentMetadata, infoDictionary, xmpPacket} from '../../scripts/pdf/xmp.ts'
import {PdfObjects} from '../support/pdf-objects.ts'
import {readQpdfFile} from '../support/qpdf.ts'
import {PdfWriter} from '../../scripts/pdf/write-pdf.ts'
import {parseXml, type XmlElement} from './parse-xml.ts'

const metadata: DocumentMetadata = {
  title: 'Space <Hacks> & “friends”',
  authors: ['Lucy "L" Ärzte', 'Pledge & Co'],
  subject: 'How to keep a room calm',
  keywords: ['calm', 'a < b'],
  language: 'en',
  rights: 'CC BY 4.0 ]]>',
  date: new Date('2026-11-05T09:08:07.654Z'),
  producer: 'space-hacks 0.1.0'
}

const read = (data: DocumentMetadata) => parseXml(xmpPacket(data))

function all(element: XmlElement, name: string): XmlElement[] {
  return [...(element.name === name ? [element] : []), ...element.kids.flatMap(kid => all(kid, name))]
}

const texts = (element: XmlElement, name: string) => all(element, name).flatMap(found => (found.kids.length > 0 ? all(found, 'rdf:li').map(li => li.text) : [found.text]))

/** The Info dictionary as qpdf reads it. */
async function readInfo(data: DocumentMetadata): Promise<Record<string, string | undefined>> {
  const writer = new PdfWriter()
  const info = writer.add(infoDictionary(data))
  const pages = writer.add('<</Type/Pages/Count 0/Kids[]>>')
  const objects = new PdfObjects(await readQpdfFile(writer.finish(writer.add(`<</Type/Catalog/Pages ${pages} 0 R>>`), info)))
  const dictionary = objects.dictionary(objects.trailer['/Info'])!
  return Object.fromEntries(Object.entries(dictionary).map(([key, value]) => [key, objects.string(value)]))
}

describe('xmpPacket', () => {
  it('is well-formed, and says what it was given', () => {
    const packet = read(metadata)
    expect(texts(packet, 'dc:title')).toEqual([metadata.title])
    expect(texts(packet, 'dc:creator')).toEqual(metadata.authors)
    expect(texts(packet, 'dc:description')).toEqual([metadata.subject])
    expect(texts(packet, 'dc:subject')).toEqual(metadata.keywords)
    expect(texts(packet, 'dc:language')).toEqual(['en'])
    expect(texts(packet, 'dc:rights')).toEqual([metadata.rights])
    expect(texts(packet, 'pdfuaid:part')).toEqual(['1'])
    expect(texts(packet, 'xmp:CreateDate')).toEqual(['2026-11-05T09:08:07Z'])
  })

  it('declares every prefix that it uses', () => {
    const packet = read(metadata)
    const declared = new Set<string>()
    const visit = (element: XmlElement): void => {
      for (const name of element.attributes.keys()) if (name.startsWith('xmlns:')) declared.add(name.slice(6))
      for (const name of [element.name, ...element.attributes.keys()]) {
        const prefix = /^([^:]+):/.exec(name)?.[1]
        if (prefix !== undefined && !['xml', 'xmlns'].includes(prefix)) expect(declared, name).toContain(prefix)
      }
      element.kids.forEach(visit)
    }
    visit(packet)
  })

  it('leaves out what is not given', () => {
    const {subject, rights, ...rest} = metadata
    const packet = read({...rest, authors: [], keywords: []})
    for (const name of ['dc:creator', 'dc:description', 'dc:subject', 'pdf:Keywords', 'dc:rights']) expect(all(packet, name), name).toEqual([])
    expect(texts(packet, 'dc:title')).toEqual([metadata.title])
    expect([subject, rights]).toEqual([metadata.subject, metadata.rights])
  })

  it('drops characters that XML cannot write', () => {
    const packet = read({...metadata, title: 'a\u0000b\u001fc\ufffed\uffffe\ud800f\tg 😀'})
    expect(texts(packet, 'dc:title')).toEqual(['abcdef\tg 😀'])
  })
})

describe('infoDictionary', () => {
  it('says the same as the XMP packet', async () => {
    const info = await readInfo(metadata)
    const packet = read(metadata)
    expect(info['/Title']).toBe(texts(packet, 'dc:title')[0])
    expect(info['/Author']).toBe(texts(packet, 'dc:creator').join('; '))
    expect(info['/Subject']).toBe(texts(packet, 'dc:description')[0])
    expect(info['/Keywords']).toBe(texts(packet, 'pdf:Keywords')[0])
    expect(info['/Creator']).toBe(texts(packet, 'xmp:CreatorTool')[0])
    expect(info['/Producer']).toBe(texts(packet, 'pdf:Producer')[0])
    const stamp = texts(packet, 'xmp:CreateDate')[0]!.replace(/[-:T]/g, '')
    expect(info['/CreationDate']).toBe(`D:${stamp}`)
    expect(info['/ModDate']).toBe(`D:${texts(packet, 'xmp:ModifyDate')[0]!.replace(/[-:T]/g, '')}`)
  })

  it('leaves out what is not given', async () => {
    const {subject, ...rest} = metadata
    expect(subject).toBe(metadata.subject)
    expect(Object.keys(await readInfo({...rest, authors: [], keywords: []})).sort()).toEqual(['/CreationDate', '/Creator', '/ModDate', '/Producer', '/Title'])
  })
})
