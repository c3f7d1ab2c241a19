// Review: what a mark looks like, for marks that words cannot tell.

import type {Glyph} from '../pdf/page-glyphs.ts'
import {escapeHtml} from '../render/escape-html.ts'
import type {Comment} from './comment.ts'
import type {Box, Mark} from './comments/mark.ts'
import {drawMark} from './draw-mark.ts'

/** The better one first: of the page, and of strokes without it. */
export const pictureTypes = ['png', 'svg'] as const

export interface Picture {
  readonly type: (typeof pictureTypes)[number]
  readonly bytes: Uint8Array
}

/** The part `area` of a page, zero-based, to show a mark that lies on `mark`. */
export interface Crop {
  readonly page: number
  readonly area: Box
  readonly mark: Box
}

/** Pictures (PNG) of parts of a file's pages; `undefined` for those that could not be taken. */
export type TakePictures = (crops: readonly Crop[]) => Promise<readonly (Uint8Array | undefined)[]>

/** Points around a mark that its picture shows: words are read from the beginning of a line, so more beside it than above. */
const aroundPt = {beside: 130, above: 30}

/** A picture of each mark that needs one: of its page, or, without `take` or where that fails, of its strokes, with the words of `glyphs` under them. */
export async function pictureMarks(marks: readonly Mark[], take: TakePictures | undefined, glyphs: (page: number) => readonly Glyph[]): Promise<Map<Mark, Picture>> {
  const shown = marks.filter(({isPicture, box, page}) => isPicture && box && page !== undefined)
  const taken = take && shown.length > 0 ? await take(shown.map(({page, box}) => ({page: page!, mark: box!, area: grow(box!)}))) : []
  const pictures = new Map<Mark, Picture>()
  for (const [index, mark] of shown.entries()) {
    const bytes = taken[index]
    if (bytes) pictures.set(mark, {type: 'png', bytes})
    else if (mark.strokes) pictures.set(mark, {type: 'svg', bytes: Buffer.from(drawMark(mark.strokes, mark.box!, glyphs(mark.page!)))})
  }
  return pictures
}

function grow({left, bottom, right, top}: Box): Box {
  return {left: left - aroundPt.beside, right: right + aroundPt.beside, bottom: bottom - aroundPt.above, top: top + aroundPt.above}
}

/** The picture as an HTML element that needs no other file. */
export function pictureHtml({page, quote}: Comment, {type, bytes}: Picture): string {
  const where = page === undefined ? 'the page' : `page ${page}`
  const alt = `Drawn on ${where}${quote === '' ? '' : `, over “${quote}”`}`
  return `<img class="picture" alt="${escapeHtml(alt)}" src="data:image/${type === 'svg' ? 'svg+xml' : type};base64,${Buffer.from(bytes).toString('base64')}">`
}
