// The apostrophe of people's words is copied as the apostrophe it is.

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {inflateSync} from 'node:zlib'
import {expect, it} from 'vitest'
import {normalize, usePrinter} from './print-unit.ts'

const print = usePrinter()
const serif = readFileSync(createRequire(import.meta.url).resolve('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2')).toString('base64')

it('maps the glyph that two characters share to the one that texts mean', async () => {
  const style = `@font-face{font-family:Serif;src:url(data:font/woff2;base64,${serif})} p{font-family:Serif}`
  const {fonts, faults, pages, blobs} = normalize(await print('<p>It’s what they don’t say.</p>', {style}))
  expect(faults).toEqual([])
  const texts = fonts.flatMap(font => font.texts.map(([, text]) => text))
  expect(texts).toContain('\u2019')
  expect(texts).not.toContain('\u02bc')
  expect(inflateSync(blobs[pages[0]!.content[0]!]!).toString('latin1')).not.toContain('ActualText')
})
