// Review: one annotation of a PDF or FDF (ISO 32000-1, 12.5) as a mark.

import {type Dict, type PdfObject, Ref, Stream} from '../../pdf/objects.ts'
import type {PdfFile} from '../../pdf/open-pdf.ts'
import {boxesOfQuads, boxOf} from './box.ts'
import type {Box, Mark, MarkKind, Medium, Stroke} from './mark.ts'
import {plainText, richText} from './plain-text.ts'

/** A mark before answers and groups are sorted out. */
export interface Annotation extends Mark {
  readonly subtype: string
  readonly name: string
  /** True when the annotation is a part of the one it names as its parent (12.5.6.2, `RT`). */
  readonly isGrouped: boolean
}

const kinds: Readonly<Record<string, MarkKind>> = {
  Highlight: 'highlight', Underline: 'underline', Squiggly: 'squiggly', StrikeOut: 'delete', Redact: 'delete', Caret: 'insert', Text: 'note', FreeText: 'text',
  Ink: 'ink', Stamp: 'stamp', Line: 'drawing', Square: 'drawing', Circle: 'drawing', Polygon: 'drawing', PolyLine: 'drawing', FileAttachment: 'attachment', Sound: 'recording'
}

/** What no reviewer made: parts of the page, and the window that shows another annotation's text. */
const ignored = new Set(['Link', 'Widget', 'Popup', 'PrinterMark', 'TrapNet', 'Watermark'])

/** Strokes hold no more points than this; a picture needs no more. */
const mostPoints = 20_000

/** The annotation, whose place in the file gives its name when it has none of its own; nothing for what is no reviewer's. */
export function readAnnotation(file: PdfFile, object: PdfObject | undefined, page: number, medium: Medium, place: string): Annotation | undefined {
  const dict = file.dict(object)
  const subtype = file.name(dict.get('Subtype'))
  if (subtype === undefined || (ignored.has(subtype) && !isStrayPopup(file, dict, subtype))) return undefined
  const [parent, uid] = [parentOf(file, dict), uidOf(file, dict)]
  const state = file.text(dict.get('State')) ?? file.name(dict.get('State'))
  const kind = state !== undefined ? 'state' : (kinds[subtype] ?? (subtype === 'Popup' ? 'note' : 'other'))
  const isGrouped = parent !== undefined && file.name(dict.get('RT')) === 'Group'
  const text = state ?? textOf(file, dict)
  const author = file.text(dict.get('T'))
  const box = boxOf(numbers(file, dict.get('Rect')))
  const lines = boxesOfQuads(numbers(file, dict.get('QuadPoints')))
  const strokes = strokesOf(file, dict, subtype, box)
  return {
    subtype,
    kind: parent !== undefined && !isGrouped && state === undefined ? 'reply' : kind,
    medium,
    // FDF refers to annotations by their names; in a PDF, programs give the same name to several.
    name: (medium === 'fdf' ? uid : undefined) ?? (object instanceof Ref ? `object ${object.number}` : place),
    ...(uid === undefined ? {} : {uid}),
    isGrouped,
    ...(parent === undefined ? {} : {parent}),
    page,
    ...(box ? {box: calloutTip(file, dict) ?? box} : {}),
    ...(lines.length > 0 ? {lines} : {}),
    comment: text === '' && kind === 'stamp' ? stampWords(file.name(dict.get('Name'))) : text,
    ...(author === undefined || author.trim() === '' ? {} : {author}),
    ...(strokes.length > 0 ? {strokes} : {}),
    ...(isPicture(file, dict, kind) ? {isPicture: true} : {})
  }
}

/** Drawings are pictures, and so are stamps without letters: those with letters say their words, among which the name of who stamps may be. */
function isPicture(file: PdfFile, dict: Dict, kind: MarkKind): boolean {
  if (kind === 'ink' || kind === 'drawing') return true
  if (kind !== 'stamp' && kind !== 'other') return false
  const normal = file.resolve(file.dict(dict.get('AP')).get('N'))
  const form = normal instanceof Map ? file.resolve(normal.get(file.name(dict.get('AS')) ?? '')) : normal
  return form instanceof Stream && !hasLetters(file, form, 0)
}

function hasLetters(file: PdfFile, {dict}: Stream, depth: number): boolean {
  const resources = file.dict(dict.get('Resources'))
  if (file.dict(resources.get('Font')).size > 0 || depth > 5) return true
  return [...file.dict(resources.get('XObject')).values()].some(object => {
    const inner = file.resolve(object)
    return inner instanceof Stream && file.name(inner.dict.get('Subtype')) === 'Form' && hasLetters(file, inner, depth + 1)
  })
}

/** The window of an annotation that has lost it, or says nothing by itself. */
function isStrayPopup(file: PdfFile, dict: Dict, subtype: string): boolean {
  return subtype === 'Popup' && !dict.has('Parent') && (file.text(dict.get('Contents')) ?? '').trim() !== ''
}

function uidOf(file: PdfFile, dict: Dict): string | undefined {
  return file.text(dict.get('NM'))?.trim() || undefined
}

/** Name of the annotation that this one answers, which in FDF files may be given itself (12.7.7.3). */
function parentOf(file: PdfFile, dict: Dict): string | undefined {
  const parent = dict.get('IRT')
  if (parent === undefined || parent === null) return undefined
  return file.text(parent) ?? (parent instanceof Ref ? `object ${parent.number}` : undefined)
}

/** What it says: as plain text, else as rich text, else in its window. */
function textOf(file: PdfFile, dict: Dict): string {
  const plain = plainText(file.text(dict.get('Contents')) ?? '')
  if (plain !== '') return plain
  const rich = file.text(dict.get('RC')) ?? Buffer.from(file.bytes(dict.get('RC'))).toString('utf8')
  if (rich !== '') return richText(rich)
  return plainText(file.text(file.dict(dict.get('Popup')).get('Contents')) ?? '')
}

/** `NotApproved` in words. */
function stampWords(name: string | undefined): string {
  return name === undefined ? '' : plainText(name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '))
}

function numbers(file: PdfFile, object: PdfObject | undefined): number[] {
  return file.array(object).map(value => file.number(value) ?? NaN)
}

/** A text box with an arrow is about what the arrow points at. */
function calloutTip(file: PdfFile, dict: Dict): Box | undefined {
  if (file.name(dict.get('IT')) !== 'FreeTextCallout') return undefined
  const [x, y] = numbers(file, dict.get('CL'))
  return boxOf([x ?? NaN, y ?? NaN, x ?? NaN, y ?? NaN])
}

function strokesOf(file: PdfFile, dict: Dict, subtype: string, box: Box | undefined): Stroke[] {
  if (!box) return []
  const {left, bottom, right, top} = box
  const drawings: Readonly<Record<string, () => number[][]>> = {
    Ink: () => file.array(dict.get('InkList')).map(stroke => numbers(file, stroke)),
    Line: () => [numbers(file, dict.get('L'))],
    Polygon: () => [closed(numbers(file, dict.get('Vertices')))],
    PolyLine: () => [numbers(file, dict.get('Vertices'))],
    Square: () => [[left, bottom, right, bottom, right, top, left, top, left, bottom]],
    Circle: () => [ellipse(box)]
  }
  const strokes = (drawings[subtype]?.() ?? []).map(stroke => stroke.filter(Number.isFinite)).filter(stroke => stroke.length >= 4)
  return bound(strokes)
}

function closed(points: readonly number[]): number[] {
  return [...points, ...points.slice(0, 2)]
}

function ellipse({left, bottom, right, top}: Box): number[] {
  return Array.from({length: 25}, (_, i) => (i / 12) * Math.PI).flatMap(angle => [
    (left + right) / 2 + ((right - left) / 2) * Math.cos(angle),
    (bottom + top) / 2 + ((top - bottom) / 2) * Math.sin(angle)
  ])
}

function bound(strokes: readonly Stroke[]): Stroke[] {
  let left = mostPoints * 2
  return strokes.map(stroke => {
    const kept = stroke.slice(0, Math.min(stroke.length, left) & ~1)
    left -= kept.length
    return kept
  }).filter(stroke => stroke.length >= 4)
}
