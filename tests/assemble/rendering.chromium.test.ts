// What assembly leaves as it is: how pages look. Chromium's own prints and the assembled book are painted by pdf.js and compared.

import {getDocument, type PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {expect, it} from 'vitest'
import {assemble} from '../../scripts/assemble/assemble.ts'
import {planUnits} from './small-printed-unit.ts'
import {normalize, usePrinter} from './print-unit.ts'

const print = usePrinter()

interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each pixel, row by row. */
  readonly pixels: Uint8ClampedArray
}

/** What we ask of the canvas that pdf.js brings for Node. */
interface CanvasFactory {
  create(width: number, height: number): {canvas: Parameters<PDFPageProxy['render']>[0]['canvas']; context: {getImageData(x: number, y: number, width: number, height: number): {data: Uint8ClampedArray}}}
}

/** Pages painted at two pixels a point. */
async function paint(pdf: Uint8Array): Promise<Picture[]> {
  const loading = getDocument({data: new Uint8Array(pdf), disableFontFace: true, useSystemFonts: false, verbosity: 0})
  const document = await loading.promise
  const pictures: Picture[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({scale: 2})
    const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
    const {canvas, context} = (document.canvasFactory as CanvasFactory).create(width, height)
    await page.render({canvas, viewport}).promise
    pictures.push({width, height, pixels: context.getImageData(0, 0, width, height).data})
  }
  await loading.destroy()
  return pictures
}

/** Pixels of which a channel differs by more than rounding of glyphs' places can make it, and those that are not white. */
function compare(a: Picture, b: Picture): {different: number; inked: number} {
  expect([a.width, a.height]).toEqual([b.width, b.height])
  let different = 0
  let inked = 0
  for (let at = 0; at < a.pixels.length; at += 4) {
    const channels = [0, 1, 2].map(channel => Math.abs(a.pixels[at + channel]! - b.pixels[at + channel]!))
    if (Math.max(...channels) > 48) different++
    if (a.pixels[at]! + a.pixels[at + 1]! + a.pixels[at + 2]! < 600) inked++
  }
  return {different, inked}
}

const circle = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><g opacity=".5"><circle cx="20" cy="20" r="15" fill="red"/><path d="M0 0L40 40" stroke="blue"/></g></svg>')}`

it('paints every page as Chromium printed it, in united fonts', async () => {
  const bodies = [
    '<h1>Quiet corner</h1><p>Sphinx of black quartz, judge my vow; office staff affirm “fluffy”.</p><ul><li>one</li><li>two</li></ul><p style="font-family:Second">Waltz, bad nymph, for quick jigs vex.</p>',
    `<table style="border-collapse:collapse;background:#eef"><tr><th style="border:1px solid">KEY</th><td style="border:1px solid #00f">1234567890</td></tr></table><p><img src="${circle}" alt="A circle" width="60"></p><p style="transform:rotate(5deg)">UPPER Case 100 %</p>`,
    '<p style="background:linear-gradient(90deg,#fcc,#ccf)">GHIJKLMNO</p><p style="column-count:2">Left and right, then again left and right, up and down and round about.</p><p>Zürich, naïve, façade</p>'
  ]
  const prints = []
  for (const [i, body] of bodies.entries()) prints.push(await print(body, {id: `unit-${i}`, style: '@page{@top-left{content:"Head of the page"}}'}))
  const units = prints.map(normalize)
  expect(units.flatMap(({faults}) => faults)).toEqual([])
  const metadata = {title: 'Pictures', authors: [], keywords: [], language: 'en', date: new Date(0), producer: 'Tests'}
  const book = await paint(assemble({units, specimen: units[0]!, pageMap: planUnits(units), outline: [], metadata, headingAnchor: () => undefined}))
  const printed = (await Promise.all(prints.map(({pdf}) => paint(pdf)))).flat()
  expect(book).toHaveLength(printed.length)
  printed.forEach((page, i) => {
    const {different, inked} = compare(page, book[i]!)
    expect(inked).toBeGreaterThan(500)
    expect(different, `page ${i + 1}`).toBeLessThanOrEqual(inked / 1000)
  })
})
