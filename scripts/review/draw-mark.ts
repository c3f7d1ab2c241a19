// Review: handwriting that came without its page, or whose page cannot be shown, as a picture: the words that stood there, with the strokes over them.

import type {Glyph} from '../pdf/page-glyphs.ts'
import type {Box, Stroke} from './comments/mark.ts'

const marginPt = 24
/** Words as far as here to the left and right are shown with those under the strokes. */
const besidePt = 90

/** SVG of the part of a page that a mark lies on; lengths are points of the page. */
export function drawMark(strokes: readonly Stroke[], box: Box, glyphs: readonly Glyph[]): string {
  const {left, bottom, right, top} = grow(extent(strokes) ?? box)
  const [width, height] = [right - left, top - bottom]
  const shown = lineTexts(glyphs.filter(glyph => glyph.right > left && glyph.left < right && glyph.top > bottom && glyph.bottom < top))
  const words = shown.map(({text, x, y, size, length}) => `<text x="${number(x - left)}" y="${number(top - y)}" font-size="${number(size)}" textLength="${number(length)}">${escapeXml(text)}</text>`)
  const paths = strokes.map(stroke => `<path d="${pathOf(stroke, left, top)}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}">
<rect width="100%" height="100%" fill="#fff"/>
<g font-family="sans-serif" fill="#555">
${words.join('\n')}
</g>
<g fill="none" stroke="#a3005c" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
${paths.join('\n')}
</g>
</svg>
`
}

function extent(strokes: readonly Stroke[]): Box | undefined {
  const [xs, ys] = [strokes.flatMap(stroke => stroke.filter((_, i) => i % 2 === 0)), strokes.flatMap(stroke => stroke.filter((_, i) => i % 2 === 1))]
  if (xs.length === 0) return undefined
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
  return {left: least(xs), right: most(xs), bottom: least(ys), top: most(ys)}
}

function grow({left, bottom, right, top}: Box): Box {
  return {left: left - besidePt, right: right + besidePt, bottom: bottom - marginPt, top: top + marginPt}
}

interface LineText {
  text: string
  readonly x: number
  readonly y: number
  readonly size: number
  length: number
}

/** Glyphs that follow one another on a line, as one text each. */
function lineTexts(glyphs: readonly Glyph[]): LineText[] {
  const lines: LineText[] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    const size = (glyph.top - glyph.bottom) / 0.94
    const line = lines.at(-1)
    const goesOn = last && Math.abs(last.bottom - glyph.bottom) < 1 && glyph.left - last.right < size && glyph.left > last.left
    if (line && goesOn) {
      line.text += glyph.text
      line.length = glyph.right - line.x
    } else lines.push({text: glyph.text, x: glyph.left, y: glyph.bottom + 0.22 * size, size, length: glyph.right - glyph.left})
    last = glyph
  }
  return lines.filter(({text, length}) => text.trim() !== '' && length > 0)
}

function pathOf(stroke: Stroke, left: number, top: number): string {
  let path = ''
  for (let i = 0; i + 1 < stroke.length; i += 2) path += `${i === 0 ? 'M' : 'L'}${number(stroke[i]! - left)} ${number(top - stroke[i + 1]!)}`
  return path
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
