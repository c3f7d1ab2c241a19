// Test support: small pages in the bundled fonts, printed by one Chromium for all tests of a file.

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {afterAll, beforeAll} from 'vitest'
import {normalizeUnit} from '../../scripts/assemble/normalize-unit.ts'
import type {PrintedUnit} from '../../scripts/assemble/printed-unit.ts'
import {openPrinter, type Printer} from '../../scripts/print/open-printer.ts'
import {smallUnit} from '../support/small-unit.ts'
import {testChromium} from '../support/test-chromium.ts'

const require = createRequire(import.meta.url)

function face(family: string, file: string, weight = 400): string {
  const bytes = readFileSync(require.resolve(`@fontsource/${file}.woff2`)).toString('base64')
  return `@font-face{font-family:${family};font-weight:${weight};src:url("data:font/woff2;base64,${bytes}")}`
}

const atkinson = 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin'
const faces = face('Body', `${atkinson}-400-normal`) + face('Body', `${atkinson}-700-normal`, 700) + face('Second', 'source-serif-4/files/source-serif-4-latin-400-normal')

/** Pages of 400 by 300 points with margins of 36, text of 12 points on lines of 18. */
const sheet = `${faces}@page{size:400pt 300pt;margin:36pt}html{font:12pt/18pt Body;font-variant-numeric:tabular-nums}body,p,h1{margin:0}h1{font:700 12pt/18pt Body}`

export interface PrintedPages {
  readonly id: string
  readonly html: string
  readonly pdf: Uint8Array
  readonly hasOpener?: boolean
}

/** Prints bodies of HTML; Chromium starts before the file's tests and ends after them. */
export function usePrinter(): (body: string, options?: {id?: string; style?: string}) => Promise<PrintedPages> {
  let printer: Printer
  beforeAll(async () => {
    printer = await openPrinter({executablePath: await testChromium(), tabs: 1, signal: new AbortController().signal})
  })
  afterAll(() => printer.close())
  return async (body, {id = 'unit', style = ''} = {}) => {
    const anchors = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, anchor]) => `<a href="#${anchor}"></a>`).join('')
    const unit = smallUnit(`<nav hidden>${anchors}</nav>${body}`, {id, style: sheet + style})
    return {id, html: unit.html, pdf: await printer.print(unit, new Map())}
  }
}

export const normalize = ({pdf, ...unit}: PrintedPages): PrintedUnit => normalizeUnit(pdf, unit)
