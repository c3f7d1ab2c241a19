// Tests of render: kind and size of pictures from their first bytes.

import {describe, expect, test} from 'vitest'
import {readImageHeader} from '../../scripts/render/image-header.ts'

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...part].map(character => character.charCodeAt(0)) : part)))
}

function svg(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('a picture', () => {
  test.each([
    ['PNG', bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 0, 0, 0, 0, 2]), 'image/png', 256, 2],
    ['GIF', bytes('GIF89a', [3, 0, 0, 1]), 'image/gif', 3, 256],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0, 5, 1, 0, 3, 0, 0]), 'image/jpeg', 256, 5],
    ['WebP, lossy', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 7, 0, 9, 0]), 'image/webp', 7, 9],
    ['WebP, lossless', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 6, 0, 2, 0, 0, 0, 0, 0, 0]), 'image/webp', 7, 9],
    ['WebP, extended', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 8, 0, 0]), 'image/webp', 7, 9],
    ['SVG', svg('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10px"/>'), 'image/svg+xml', 20, 10],
    ['SVG in millimetres', svg("<?xml version='1.0'?>\n<!-- a -->\n<svg width='25.4mm' height='50.8mm'></svg>"), 'image/svg+xml', 96, 192],
    ['SVG with a box', svg('<!DOCTYPE svg PUBLIC "x" "y">\n<svg viewBox="0 0 30 40"/>'), 'image/svg+xml', 30, 40],
    ['SVG with a box and a width', svg('<svg viewBox="0,0,30,40" width="60"/>'), 'image/svg+xml', 60, 80],
    ['SVG of any size', svg('<svg width="100%" height="100%"/>'), 'image/svg+xml', undefined, undefined]
  ])('%s', (_, file, type, widthPx, heightPx) => {
    expect(readImageHeader(file)).toMatchObject({type, ...(widthPx === undefined ? {} : {widthPx, heightPx})})
  })

  test.each([
    ['text', svg('hello')],
    ['HTML', svg('<!doctype html><svg/>')],
    ['nothing', svg('')],
    ['PDF', svg('%PDF-1.7')],
    ['a cut PNG', bytes([0x89], 'PNG')]
  ])('is not %s', (_, file) => {
    expect(readImageHeader(file)).toBeUndefined()
  })

  test('says when an SVG has letters', () => {
    expect(readImageHeader(svg('<svg><text>a</text></svg>'))?.hasText).toBe(true)
    expect(readImageHeader(svg('<svg><textPath/></svg>'))?.hasText).toBeUndefined()
  })
})
