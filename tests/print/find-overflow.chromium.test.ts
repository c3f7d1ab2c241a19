import {afterAll, beforeAll, expect, test} from 'vitest'
import {openPrinter, type Printer} from '../../scripts/print/open-printer.ts'
import {structureKey} from '../../scripts/render/structure-key.ts'
import {smallUnit} from '../support/small-unit.ts'
import {testChromium} from '../support/test-chromium.ts'

let printer: Printer

beforeAll(async () => {
  printer = await openPrinter({executablePath: await testChromium(), tabs: 1, signal: new AbortController().signal})
})

afterAll(() => printer.close())

/** Content is 6.5 in = 624 px wide. */
const find = (body: string, style = '') => printer.findOverflow(smallUnit(body, {style: `body{margin:0}${style}`}), new Map())

test('finds nothing where everything wraps', async () => {
  expect(await find(`<p>${'many words '.repeat(200)}</p><table><tr><td>${'and cells '.repeat(90)}</table>`)).toEqual([])
})

test('names a table once, not its cells, by the key of its block', async () => {
  const cells = '<td>unbreakablywidecell</td>'.repeat(12)
  const [wide, ...others] = await find(`<p lang="${structureKey('en', 'as', '1')}">before</p><div lang="${structureKey('en', 'as', '2')}"><table><tr>${cells}</tr></table></div>`)
  expect(others).toEqual([])
  expect(wide).toMatchObject({key: '2', roomPx: 624})
  expect(wide?.text).toMatch(/^unbreakablywidecell unbreakably.*…$/)
  expect(wide?.widthPx).toBeGreaterThan(1000)
})

test('names a line that does not break, and a fixed width', async () => {
  const wide = await find(`<p lang="en-x-as-a">${'x'.repeat(200)}</p><p lang="en-x-as-b">fits</p><div lang="en-x-as-c" style="width:800px">fixed</div>`)
  expect(wide.map(({key, text}) => [key, text.slice(0, 5)])).toEqual([['a', 'xxxxx'], ['c', 'fixed']])
})

test('looks to the left for words from right to left, and names the first block in what has no name', async () => {
  expect(await find(`<div dir="rtl"><p lang="ar-x-as-a">fits</p></div><section lang="en-x-sect-s"><div dir="rtl" style="width:700px;margin-left:-76px"><p lang="ar-x-as-b">wide</p></div></section>`))
    .toMatchObject([{key: 'b', text: 'wide', widthPx: 700, roomPx: 624}])
})

test('does not count what is clipped', async () => {
  expect(await find('<div style="overflow:hidden"><div style="width:2000px">x</div></div>')).toEqual([])
})

test('takes the room from the page that the body asks for', async () => {
  const style = '@page wide{size:11in 8.5in;margin:0.5in} body{page:wide}'
  expect(await find('<div style="width:900px">x</div>', style)).toEqual([])
  expect(await find('<div style="width:1000px">x</div>', style)).toMatchObject([{widthPx: 1000, roomPx: 960}])
})

test('prints as before afterwards', async () => {
  const unit = smallUnit('<p>x')
  await find('<div style="width:800px">x</div>')
  expect((await printer.print(unit, new Map())).length).toBeGreaterThan(1000)
})
