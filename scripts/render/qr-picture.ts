// Render: a web address as the picture of a QR code.

import encodeQR from 'qr'
import {assetUrl} from './asset-url.ts'
import type {Picture} from './figure-shelf.ts'

/** Light modules around a code, which readers need to find it (ISO/IEC 18004, 9.1). */
const quietModules = 4

/** Edge of a module in CSS pixels; half a millimetre and a bit is read from arm's length. */
const modulePx = 2.4

/** A code of dark modules on white, with room for a quarter of it to be dirty. */
export function qrPicture(address: string): Picture {
  const modules = encodeQR(address, 'raw', {ecc: 'quartile', border: quietModules})
  const size = modules.length
  const path = modules.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${path}"/></svg>`
  const bytes = new TextEncoder().encode(svg)
  const edge = Math.round(size * modulePx)
  return {
    path: address,
    url: assetUrl(bytes, 'svg'),
    header: {extension: 'svg', type: 'image/svg+xml', widthPx: edge, heightPx: edge},
    asset: {bytes, type: 'image/svg+xml'}
  }
}

/** Where dark modules begin in a row, and how many follow. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = found.at(-1)
    if (!isDark) return
    if (last && last[0] + last[1] === x) last[1]++
    else found.push([x, 1])
  })
  return found
}
