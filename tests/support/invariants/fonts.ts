// Invariant: every font is embedded, none is Type 3, and every glyph painted has a meaning (PDF/UA-1, 7.21).

import type {PdfReading} from '../read-pdf.ts'
import type {QpdfDictionary} from '../qpdf.ts'
import type {Invariant} from './invariant.ts'

function fontFaults({objects}: PdfReading, reference: string, font: QpdfDictionary): string[] {
  const name = `Font ${objects.name(font['/BaseFont']) ?? reference}`
  const subtype = objects.name(font['/Subtype'])
  if (subtype === 'Type3') return [`${name} is Type 3`]
  const descendant = objects.dictionary(objects.list(font['/DescendantFonts'])[0]) ?? font
  const descriptor = objects.dictionary(descendant['/FontDescriptor']) ?? {}
  const embedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => objects.stream(descriptor[key]) !== undefined)
  return [
    ...(embedded ? [] : [`${name} is not embedded`]),
    ...(objects.stream(font['/ToUnicode']) === undefined ? [`${name} has no ToUnicode map`] : [])
  ]
}

export const fonts: Invariant = (reading) => {
  const faults: string[] = []
  for (const {reference, value} of reading.objects.values()) {
    const font = reading.objects.dictionary(value)
    const subtype = reading.objects.name(font?.['/Subtype'])
    if (font === undefined || reading.objects.name(font['/Type']) !== 'Font' || subtype?.startsWith('CIDFont') === true) continue
    faults.push(...fontFaults(reading, reference, font))
  }
  const nameless = reading.pages.flatMap(({index, content}) => content.nameless.map((glyph) => `Page ${index} paints ${glyph}, which has no meaning`))
  return [...faults, ...nameless]
}
