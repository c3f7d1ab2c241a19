// Tests of render: addresses that survive print, and what the book is made with.

import decodeQR from 'qr/decode.js'
import {expect, test} from 'vitest'
import {qrPicture} from '../../scripts/render/qr-picture.ts'
import {renderText} from './render-files.ts'

/** The picture as a camera sees it, four pixels a module. */
function photograph(svg: string): {width: number; height: number; data: Uint8Array} {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
  const width = size * 4
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.split('<path').at(-1)!.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row++)
      for (let column = Number(x) * 4; column < (Number(x) + Number(length)) * 4; column++) data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  }
  return {width, height: width, data}
}

test('a phone reads the address from the code', () => {
  const address = 'https://example.org/sign-up?from=book'
  const {asset, header} = qrPicture(address)
  expect(decodeQR(photograph(new TextDecoder().decode(asset.bytes)))).toBe(address)
  expect(header.widthPx).toBe(header.heightPx)
  expect(qrPicture(address)).toEqual(qrPicture(address))
})

test('words, the address as people type it, and the code', () => {
  const {html, messages} = renderText('::qr[Sign up *here*]{to="https://www.example.org/up/" #up}')
  expect(messages).toEqual([])
  expect(html).toMatch(
    /^<div class="qr" id="up"><div class="qr-code"><img src="https:\/\/book\.invalid\/asset\/[0-9a-f]+\.svg" width="(\d+)" height="\1" alt="QR code for example\.org\/up"><\/div><p class="qr-address"><span class="qr-words">Sign up <em>here<\/em><\/span>: <a href="https:\/\/www\.example\.org\/up\/">example\.org\/up<\/a><\/p><\/div>$/
  )
})

test('what is no address', () => {
  expect(renderText('::qr{to="javascript:x"}\n\n::qr[words]').messages).toEqual([
    'sections/text.md:3:1 error directive-attribute Unexpected `to` of a QR code, expected an address of at most 200 letters that begins with `https://`',
    'sections/text.md:5:1 error directive-attribute Unexpected `to` of a QR code, expected an address of at most 200 letters that begins with `https://`'
  ])
})

test('the colophon names program, fonts and date, and Chromium where it prints', () => {
  const book = {'book.yaml': 'title: T\nlanguage: en\ndate: 2026-11-23\n'}
  const {html, screen} = renderText('::colophon', book, {versions: {program: '1.2', chromium: '156.0'}})
  expect(html).toBe(
    '<div class="book-list book-list-colophon"><p class="colophon-line">Made with Space Hacks 1.2, and set by Chromium 156.0.</p>\n<p class="colophon-line">Fonts: Test (OFL-1.1).</p>\n<p class="colophon-line">Date: 2026-11-23</p></div>'
  )
  expect(screen()).toContain('<p class="colophon-line">Made with Space Hacks 1.2.</p>')
})
