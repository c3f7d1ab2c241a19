// Test support: colours that pages paint with, besides black, white and grays (ISO 32000-1, 8.6.8).

import {PdfObjects} from './pdf-objects.ts'
import type {PdfReading} from './read-pdf.ts'

const setsColour = /(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g

/** Each colour of pages and their forms once, as `red green blue`; pictures are not looked into. */
export function paintedColours({file, pages}: PdfReading): string[] {
  const contents = new Set(pages.flatMap(({dictionary}) => dictionary['/Contents'] ?? []))
  const found = [...new PdfObjects(file).streams()]
    .filter(({reference, dictionary}) => contents.has(reference) || dictionary['/Subtype'] === '/Form')
    .flatMap(({bytes}) => [...bytes.toString('latin1').matchAll(setsColour)])
    .filter(([, ...channels]) => new Set(channels.slice(0, 3)).size > 1)
  return [...new Set(found.map(([, red, green, blue]) => `${red} ${green} ${blue}`))]
}
