// Render: what kind of picture a file holds, and how large it is, from the file's own first bytes.

/** Format and size of a picture; the size is absent where the file does not say. */
export interface ImageHeader {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml'
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'svg'
  readonly widthPx?: number
  readonly heightPx?: number
  /** An SVG that sets letters in fonts of the computer. */
  readonly hasText?: boolean
}

type Size = Pick<ImageHeader, 'widthPx' | 'heightPx'>

/** Reads the header; nothing when the file is no picture of a kind that books take. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ascii = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end))
  if (ascii(1, 4) === 'PNG' && bytes[0] === 0x89 && bytes.length >= 24) {
    return {type: 'image/png', extension: 'png', ...sizeOf(view.getUint32(16), view.getUint32(20))}
  }
  if (/^GIF8[79]a$/.test(ascii(0, 6)) && bytes.length >= 10) {
    return {type: 'image/gif', extension: 'gif', ...sizeOf(view.getUint16(6, true), view.getUint16(8, true))}
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return {type: 'image/jpeg', extension: 'jpg', ...jpegSize(view)}
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return {type: 'image/webp', extension: 'webp', ...webpSize(view, ascii(12, 16))}
  return readSvg(bytes)
}

function sizeOf(widthPx: number, heightPx: number): Size {
  return widthPx > 0 && heightPx > 0 ? {widthPx: Math.round(widthPx), heightPx: Math.round(heightPx)} : {}
}

/** Walks the segments to the frame header, ITU T.81 B.2.2. */
function jpegSize(view: DataView): Size {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return {}
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return sizeOf(view.getUint16(at + 7), view.getUint16(at + 5))
    const isFill = marker === 0xff
    at += isFill ? 1 : 2 + view.getUint16(at + 2)
  }
  return {}
}

/** The three kinds of WebP, RFC 9649. */
function webpSize(view: DataView, chunk: string): Size {
  if (view.byteLength < 30) return {}
  if (chunk === 'VP8 ') return sizeOf(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return sizeOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  const at24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1
  return chunk === 'VP8X' ? sizeOf(at24(24), at24(27)) : {}
}

const svgStart =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\])?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<svg\b([^>]*)>/i

function readSvg(bytes: Uint8Array): ImageHeader | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 16_384))
  const match = svgStart.exec(start)
  if (!match) return undefined
  const attributes = match[1]!
  const hasText = /<(?:\w+:)?text[\s>]/.test(new TextDecoder().decode(bytes))
  return {type: 'image/svg+xml', extension: 'svg', ...svgSize(attributes), ...(hasText ? {hasText} : {})}
}

const pxOfUnit: Record<string, number> = {'': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4}

/** Width and height as given, or those of the `viewBox`. */
function svgSize(attributes: string): Size {
  const width = svgLength(attributes, 'width')
  const height = svgLength(attributes, 'height')
  const box = /\sviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)\s*["']/i.exec(attributes)
  const boxWidth = Number(box?.[1] ?? 0)
  const boxHeight = Number(box?.[2] ?? 0)
  if (width && height) return sizeOf(width, height)
  if (!boxWidth || !boxHeight) return {}
  if (width) return sizeOf(width, (width * boxHeight) / boxWidth)
  if (height) return sizeOf((height * boxWidth) / boxHeight, height)
  return sizeOf(boxWidth, boxHeight)
}

function svgLength(attributes: string, name: string): number | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)\\s*([a-z]*)\\s*["']`, 'i').exec(attributes)
  const unit = pxOfUnit[match?.[2]?.toLowerCase() ?? 'none']
  return match && unit ? Number(match[1]) * unit : undefined
}
