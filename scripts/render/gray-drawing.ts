// Render: a drawing for printers that shall save ink: no colour, and light where it was not dark.

import {assetUrl} from './asset-url.ts'
import type {Picture} from './figure-shelf.ts'

/** The picture as it is printed without colour; only drawings change. */
export function grayPicture(picture: Picture): Picture {
  const {header, asset} = picture
  if (header.extension !== 'svg') return picture
  const bytes = Buffer.from(grayDrawing(Buffer.from(asset.bytes).toString()))
  return {...picture, url: assetUrl(bytes, header.extension), asset: {...asset, bytes}}
}

/** Where SVG and CSS name a colour: `fill="#f6b73c"`, `stop-color: rgb(1, 2, 3)`. */
const named = /((?:fill|stroke|stop-color|flood-color|lighting-color|(?<![\w-])color)\s*[=:]\s*["']?\s*)(#[0-9a-f]{3,8}\b|rgb\([^)]*\))/gi

/** Lightness, of 100, from which a colour counts as a ground. */
const lightest = 55
/** What is left of a ground's darkness. */
const darknessLeft = 0.35

/** An SVG of which every colour given in hexadecimal or as `rgb()` is gray. Dark ones keep their lightness, grounds become lighter and stay apart from each other. */
export function grayDrawing(svg: string): string {
  return svg.replace(named, (whole, before: string, colour: string) => {
    const parts = readColour(colour)
    if (!parts) return whole
    const [red, green, blue, alpha] = parts
    const own = lightness(red, green, blue)
    const level = channelOf(own < lightest ? own : 100 - (100 - own) * darknessLeft)
    return `${before}#${level}${level}${level}${alpha}`
  })
}

/** Red, green and blue from 0 to 255, and what follows them in hexadecimal. */
function readColour(colour: string): [number, number, number, string] | undefined {
  if (!colour.startsWith('#')) {
    const numbers = [...colour.matchAll(/([\d.]+)(%?)/g)].map(([, number, percent]) => Number(number) * (percent === '%' ? 2.55 : 1))
    return numbers.length === 3 ? [numbers[0]!, numbers[1]!, numbers[2]!, ''] : undefined
  }
  const digits = colour.slice(1)
  const size = digits.length < 6 ? 1 : 2
  if (![3, 4, 6, 8].includes(digits.length)) return undefined
  const at = (index: number) => digits.slice(index * size, (index + 1) * size).padStart(2, digits[index])
  return [parseInt(at(0), 16), parseInt(at(1), 16), parseInt(at(2), 16), digits.length / size === 4 ? at(3) : '']
}

/** CIE L* of a colour in sRGB. */
function lightness(...channels: [red: number, green: number, blue: number]): number {
  const [red = 0, green = 0, blue = 0] = channels.map(channel => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return luminance <= 216 / 24389 ? luminance * 24389 / 27 : 116 * Math.cbrt(luminance) - 16
}

/** Channel of the gray with a lightness, as two hexadecimal digits. */
function channelOf(lightness: number): string {
  const luminance = lightness <= 8 ? lightness * 27 / 24389 : ((lightness + 16) / 116) ** 3
  const part = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055
  return Math.round(part * 255).toString(16).padStart(2, '0')
}
