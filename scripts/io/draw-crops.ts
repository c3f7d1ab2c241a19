// Io: parts of a PDF's pages, drawn as a viewer shows them. pdf.js, which is what Firefox shows PDFs with, knows what the annotations of all programs look like.

import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {pathToFileURL} from 'node:url'
import {AnnotationMode, getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** In points, in the space of the unrotated page. */
interface Rectangle {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** A part of a page. */
export interface Crop {
  /** Zero-based. */
  readonly page: number
  readonly area: Rectangle
  /** The annotation that it is about. */
  readonly mark: Rectangle
}

const pixelsPerPoint = 150 / 72
const mostPixels = 2400
/** Rectangles are rounded when a program writes them again. */
const sameWithinPt = 1

/** What a canvas of pdf.js is in Node. */
interface Canvas {
  readonly canvas: {toBuffer(type: 'image/png'): Uint8Array}
}

/**
 * Each crop as PNG; `undefined` for one that could not be drawn. Words that people typed or stamped beside the mark are left out: they may be names, and as
 * comments they are read by themselves. The same file gives the same bytes. Scripts in it never run, and nothing is fetched.
 */
export async function* drawCrops(path: string, crops: readonly Crop[]): AsyncGenerator<Uint8Array | undefined> {
  const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    url: pathToFileURL(path).href, disableAutoFetch: true, disableStream: true, isEvalSupported: false, enableXfa: false, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: `${pdfjs}/standard_fonts/`, cMapUrl: `${pdfjs}/cmaps/`, wasmUrl: `${pdfjs}/wasm/`
  })
  const document = await task.promise
  try {
    for (const crop of crops) yield await drawCrop(document, crop).catch(() => undefined)
  } finally {
    await task.destroy()
  }
}

async function drawCrop(document: PDFDocumentProxy, {page: index, area, mark}: Crop): Promise<Uint8Array> {
  const page = await document.getPage(index + 1)
  await hideWords(document, page, mark)
  const scale = Math.min(pixelsPerPoint, mostPixels / Math.max(area.right - area.left, area.top - area.bottom))
  const whole = page.getViewport({scale})
  const [x1, y1, x2, y2] = whole.convertToViewportRectangle([area.left, area.bottom, area.right, area.top]) as [number, number, number, number]
  const [left, top] = [Math.max(0, Math.floor(Math.min(x1, x2))), Math.max(0, Math.floor(Math.min(y1, y2)))]
  const [right, bottom] = [Math.min(whole.width, Math.max(x1, x2)), Math.min(whole.height, Math.max(y1, y2))]
  const factory = document.canvasFactory as {create(width: number, height: number): Canvas; destroy(canvas: Canvas): void}
  const drawing = factory.create(Math.ceil(right - left), Math.ceil(bottom - top))
  try {
    const viewport = page.getViewport({scale, offsetX: -left, offsetY: -top})
    await page.render({canvas: drawing.canvas as never, viewport, annotationMode: AnnotationMode.ENABLE_STORAGE}).promise
    return Uint8Array.from(drawing.canvas.toBuffer('image/png'))
  } finally {
    factory.destroy(drawing)
    page.cleanup()
  }
}

async function hideWords(document: PDFDocumentProxy, page: PDFPageProxy, mark: Rectangle): Promise<void> {
  const annotations = await page.getAnnotations() as readonly {id: string; subtype: string; rect: readonly [number, number, number, number]}[]
  for (const {id, subtype, rect: [left, bottom, right, top]} of annotations) {
    const isOwn = [left - mark.left, bottom - mark.bottom, right - mark.right, top - mark.top].every(distance => Math.abs(distance) < sameWithinPt)
    const noView = !isOwn && ['FreeText', 'Stamp', 'Text', 'Widget'].includes(subtype)
    document.annotationStorage.setValue(id, {noView})
  }
}
