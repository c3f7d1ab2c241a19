// Test support: hand-written HTML units, printed by Chromium and assembled, without reading or rendering a manuscript.

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {assemble, type OutlineTitle} from '../../scripts/assemble/assemble.ts'
import {normalizeUnit} from '../../scripts/assemble/normalize-unit.ts'
import type {PageMap} from '../../scripts/assemble/page-map.ts'
import {planPages} from '../../scripts/assemble/plan-pages.ts'
import type {PrintedUnit} from '../../scripts/assemble/printed-unit.ts'
import {openPrinter, type Printer} from '../../scripts/print/open-printer.ts'
import type {Unit} from '../../scripts/render/unit.ts'
import {testChromium} from './test-chromium.ts'

/** A unit as a test writes it: the body's HTML, in the classes and language keys that the renderer uses. */
export interface WrittenUnit {
  readonly id: string
  readonly body: string
  readonly start?: Unit['start']
  readonly numbering?: Unit['numbering']
  /** CSS added to the plain sheet below. */
  readonly style?: string
}

export interface AssembledUnits {
  readonly pdf: Uint8Array
  readonly pageMap: PageMap
  readonly printed: readonly PrintedUnit[]
}

const atkinson = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
const sourceSerif = '@fontsource/source-serif-4/files/source-serif-4'
const require = createRequire(import.meta.url)

function fontFace(file: string, weight: number, style: string, family = 'Test'): string {
  const bytes = readFileSync(require.resolve(`${file}.woff2`)).toString('base64')
  return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:url("data:font/woff2;base64,${bytes}")}`
}

const faces = [
  fontFace(`${atkinson}-latin-400-normal`, 400, 'normal'),
  fontFace(`${atkinson}-latin-400-italic`, 400, 'italic'),
  fontFace(`${atkinson}-latin-700-normal`, 700, 'normal'),
  fontFace(`${sourceSerif}-latin-600-normal`, 600, 'normal', 'Second')
].join('')

const sheet = `${faces}
@page{size:6in 5in;margin:0.8in;@bottom-right{content:"0000000";font-variant-numeric:tabular-nums}}
@page:left{@bottom-left{content:"0000000"}@bottom-right{content:none}@top-left{content:"The book's title"}}
*{font-family:Test;font-variant-numeric:tabular-nums}
.serif{font-family:Second;font-weight:600}
h1,h2,th{font-weight:700}
figure{margin:0}`

const noFolio = '@page{@bottom-right{content:none!important}@bottom-left{content:none!important}}'

function documentOf({id, body, numbering, style = ''}: WrittenUnit): string {
  const anchors = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, anchor]) => `<a href="#${anchor}"></a>`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${id}</title><style>${sheet}${numbering === 'none' ? noFolio : ''}${style}</style></head>` +
    `<body><nav hidden>${anchors}</nav><main>${body}</main></body></html>`
}

function unitOf(written: WrittenUnit): Unit {
  const {id, body, start = 'next', numbering = 'arabic'} = written
  const headings = [...body.matchAll(/<h(\d)[^>]*?\sid="([^"]+)"[^>]*?-x-as-(\w+)"/g)]
  const blocks = Object.fromEntries(headings.map(([, , anchor = '', key = '']) => [key, {kind: 'heading' as const, id: anchor, place: {file: `${id}.md`, line: 1, column: 1}}]))
  return {id, title: id, html: documentOf(written), assets: [], start, numbering, headings: [], blocks, anchors: [], references: []}
}

const specimen: Unit = unitOf({
  id: 'specimen',
  body: ['normal 400', 'italic 400', 'normal 700'].map((face) => {
    const [style, weight] = face.split(' ')
    return `<p style="font-style:${style};font-weight:${weight}">0123456789ivxlcdm-</p>`
  }).join('')
})

/** Prints and assembles units as a book; the outline's ids must be anchors in them. */
export async function assembleUnits(written: readonly WrittenUnit[], outline: readonly OutlineTitle[], open: Promise<Printer> = openTestPrinter()): Promise<AssembledUnits> {
  const printer = await open
  try {
    const print = async (unit: Unit): Promise<PrintedUnit> => normalizeUnit(await printer.print(unit, new Map()), unit)
    const units = written.map(unitOf)
    const printed = await Promise.all(units.map(print))
    const planned = units.map((unit, index) => ({...unit, pageCount: printed[index]!.pages.length, anchors: printed[index]!.anchors}))
    const pageMap = planPages(planned, {blanks: true})
    const metadata = {title: 'Assembled by hand', authors: ['Tests'], keywords: [], language: 'en', date: new Date(0), producer: 'Tests'}
    const pdf = assemble({
      units: printed, specimen: await print(specimen), pageMap, outline, metadata,
      headingAnchor: (id, block) => units.find((unit) => unit.id === id)?.blocks[block]?.id
    })
    return {pdf, pageMap, printed}
  } finally {
    await printer.close()
  }
}

async function openTestPrinter(): Promise<Printer> {
  return openPrinter({executablePath: await testChromium(), tabs: 2, signal: new AbortController().signal})
}
