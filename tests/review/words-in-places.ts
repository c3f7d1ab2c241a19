// Tests of review: the words that pdf.js, which nobody here wrote, finds inside a rectangle.

import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {BlockPlace} from '../../scripts/review/manifest.ts'

/** Reads a PDF and answers with the words whose middle is inside places, in the order they are painted; white space left out. */
export async function openWords(pdf: Uint8Array): Promise<(places: readonly BlockPlace[]) => string> {
  const loading = getDocument({data: new Uint8Array(pdf), disableFontFace: true, useSystemFonts: false, verbosity: 0})
  const document = await loading.promise
  const words: {page: number; x: number; y: number; text: string}[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const {items} = await (await document.getPage(number)).getTextContent({disableNormalization: true})
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = item.transform as number[]
      words.push({page: number - 1, x: x + item.width / 2, y: y + 2, text: item.str})
    }
  }
  await loading.destroy()
  return places => {
    const inside = words.filter(({page, x, y}) => places.some(place => place.page === page && x >= place.left && x <= place.right && y >= place.bottom && y <= place.top))
    return inside.map(({text}) => text).join('').replace(/\s+/g, '')
  }
}
