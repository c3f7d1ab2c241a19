// Tests of assemble: the layout report, on pages of 400 by 300 points that hold twelve lines of 18.

import {expect, test} from 'vitest'
import type {LayoutFault} from '../../scripts/assemble/printed-unit.ts'
import {structureKey} from '../../scripts/render/structure-key.ts'
import {normalize, usePrinter} from './print-unit.ts'

const print = usePrinter()

const faultsOf = async (body: string, style = ''): Promise<readonly LayoutFault[]> => normalize(await print(body, {style})).layout

const line = (key: string) => `<p lang="${structureKey('en', 'as', key)}">Words.</p>`
const lines = (count: number) => Array.from({length: count}, (_, index) => line(`f${index}`)).join('')
const heading = (key: string, words = 'Title') => `<h2 style="margin:0;font-size:12pt" lang="${structureKey('en', 'as', key)}">${words}</h2>`
const aside = (key: string, height: number) => `<aside lang="${structureKey('en', 'aside', key)}"><p style="height:${height}pt">One</p><p>Two</p></aside>`
const section = (content: string) => `<section lang="${structureKey('en', 'sect')}">${content}</section>`

test('full pages have none', async () => {
  expect(await faultsOf(section(heading('h') + lines(40)))).toEqual([])
})

test('a heading alone at the foot of a page', async () => {
  const body = lines(11) + heading('h') + lines(3)
  expect(await faultsOf(body)).toEqual([{kind: 'heading-stranded', page: 0, block: 'h'}])
  expect(await faultsOf(body, 'h2{break-after:avoid}')).toEqual([])
})

test('a heading with the heading above it', async () => {
  expect(await faultsOf(lines(10) + heading('g') + heading('h') + lines(3))).toEqual([
    {kind: 'heading-stranded', page: 0, block: 'g'},
    {kind: 'heading-stranded', page: 0, block: 'h'}
  ])
})

test('a title with nothing but its labels below it', async () => {
  const labels = `<p lang="${structureKey('en', 'labels', 'l')}">Good for</p>`
  expect(await faultsOf(lines(10) + heading('h') + labels + lines(3))).toEqual([{kind: 'heading-stranded', page: 0, block: 'h'}])
  expect(await faultsOf(lines(8) + heading('h') + labels + lines(5))).toEqual([])
})

test('a callout on two pages', async () => {
  expect(await faultsOf(lines(8) + aside('a', 72) + lines(3))).toEqual([{kind: 'layout-split', page: 0, block: 'a'}])
  expect(await faultsOf(lines(8) + aside('a', 72) + lines(3), 'aside{break-inside:avoid}')).toEqual([])
})

test('one line of a paragraph on another page', async () => {
  const long = `<p lang="${structureKey('en', 'as', 'p')}">One<br>two<br>three<br>four</p>`
  const free = 'p{orphans:1;widows:1}'
  expect(await faultsOf(lines(11) + long, free)).toEqual([{kind: 'line-alone', page: 0, block: 'p'}])
  expect(await faultsOf(lines(9) + long, free)).toEqual([{kind: 'line-alone', page: 1, block: 'p'}])
  expect(await faultsOf(lines(10) + long, free)).toEqual([])
})

test('a page that was left early, but for a last one, one before a title, and an opener', async () => {
  const tall = (key: string) => `<div style="break-inside:avoid;height:220pt;border-bottom:1pt solid">${line(key)}</div>`
  expect(await faultsOf(lines(2) + tall('t') + lines(1))).toEqual([{kind: 'page-near-empty', page: 0, block: 't'}])
  expect(await faultsOf(lines(6) + tall('t') + lines(1))).toEqual([])
  const titled = section(heading('h') + lines(2)) + section(`<div style="break-before:page">${heading('i')}</div>${lines(2)}`)
  expect(await faultsOf(titled)).toEqual([])
  const opener = await print(lines(2) + tall('t') + lines(1))
  expect(normalize({...opener, hasOpener: true}).layout).toEqual([])
})

test('a page with nothing on it', async () => {
  const end = '<div style="margin-top:30pt;height:1pt"></div>'
  expect(await faultsOf(lines(12) + end)).toEqual([{kind: 'page-near-empty', page: 1, block: 'f11'}])
  expect(await faultsOf(lines(10) + end)).toEqual([])
})

test('text beyond the margins', async () => {
  expect(await faultsOf(`<div style="width:300pt;overflow:clip">${line('a')}<p lang="${structureKey('en', 'as', 'b')}" style="white-space:nowrap">${'wide words '.repeat(8)}</p></div>`)).toEqual([
    {kind: 'text-beyond-margin', page: 0, block: 'b'}
  ])
})
