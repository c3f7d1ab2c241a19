// Pictures of drawings in returned files, pixel by pixel.

import {join} from 'node:path'
import {createCanvas, loadImage} from '@napi-rs/canvas'
import {expect, test} from 'vitest'
import {type Crop, drawCrops} from '../../scripts/io/draw-crops.ts'
import {commentFixtures} from '../support/collect-fixture.ts'

type Color = readonly [red: number, green: number, blue: number]

const draw = async (path: string, ...crops: Crop[]) => {
  const pictures: (Uint8Array | undefined)[] = []
  for await (const picture of drawCrops(join(commentFixtures, path), crops)) pictures.push(picture)
  return pictures
}

/** Pixels of a PNG, those that fit `isWanted`. */
const pixels = async (png: Uint8Array, isWanted: (color: Color) => boolean) => {
  const image = await loadImage(Buffer.from(png))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const {data} = context.getImageData(0, 0, image.width, image.height)
  let count = 0
  for (let i = 0; i < data.length; i += 4) if (isWanted([data[i]!, data[i + 1]!, data[i + 2]!])) count++
  return {width: image.width, height: image.height, count}
}

const isRed = ([red, green, blue]: Color) => red > 200 && green < 90 && blue < 90
const isDark = ([red, green, blue]: Color) => red + green + blue < 200
const page = {left: 0, bottom: 0, right: 440, top: 360}
const elsewhere = {left: 0, bottom: 0, right: 1, top: 1}

test.each(['mupdf/mupdf.pdf', 'preview-shape/preview-shape.pdf', 'xodo-shape/xodo-shape.pdf'])('%s: the drawing is seen, over the words of its page', async path => {
  const pages = path.startsWith('preview') ? 1 : 3
  // As a stamp, Preview's drawing is shown when it is the one that is asked for.
  const mark = path.startsWith('preview') ? {left: 115, bottom: 244.8, right: 175, top: 264.8} : elsewhere
  const [png] = await draw(path, {page: pages, area: page, mark})
  expect((await pixels(png!, isRed)).count).toBeGreaterThan(100)
  expect((await pixels(png!, isDark)).count).toBeGreaterThan(1000)
})

test('words that were typed or stamped beside a drawing are not in its picture', async () => {
  const typed = {left: 100, bottom: 150, right: 260, top: 180}
  const [hidden, asked] = await draw('mupdf/mupdf.pdf', {page: 3, area: typed, mark: elsewhere}, {page: 3, area: typed, mark: typed})
  expect((await pixels(hidden!, isDark)).count).toBe(0)
  expect((await pixels(asked!, isDark)).count).toBeGreaterThan(100)
})

test('the same file gives the same picture, of 150 pixels for an inch, and no more of the page than there is', async () => {
  const crop = {page: 3, area: {left: -50, bottom: 216, right: 144, top: 288}, mark: elsewhere}
  const [first, second] = await draw('mupdf/mupdf.pdf', crop, crop)
  expect(Buffer.from(first!).equals(second!)).toBe(true)
  expect(Buffer.from((await draw('mupdf/mupdf.pdf', crop))[0]!).equals(first!)).toBe(true)
  expect(await pixels(first!, () => false)).toEqual({width: 300, height: 150, count: 0})
})

test('a page that is not there costs no other its picture', async () => {
  const area = {left: 0, bottom: 0, right: 72, top: 72}
  const [none, some] = await draw('mupdf/mupdf.pdf', {page: 99, area, mark: elsewhere}, {page: 0, area, mark: elsewhere})
  expect([none, some?.length]).toEqual([undefined, expect.any(Number)])
})
