// Assemble: what a page of a unit paints, read from its content stream, with every text run's glyphs and every mark's extent.

import {Keyword, latin1, Lexer, type Token} from '../pdf/lexer.ts'
import {apply, type Matrix, multiply} from '../pdf/matrix.ts'
import {Name, PdfString} from '../pdf/objects.ts'
import {type FontMeasure, readTextObject, type TextRun} from './read-text-object.ts'

/** Operators that change the graphics state or the clip, as they stand. */
export interface StateItem {
  readonly kind: 'state'
  readonly text: string
}

/** A path, image or shading. */
export interface PaintItem {
  readonly kind: 'paint'
  readonly text: string
  readonly image: boolean
  /** Left, top, right, bottom in points from the page's top left corner, inside the clip. */
  readonly extent: readonly [number, number, number, number]
}

export interface TextItem {
  readonly kind: 'text'
  readonly runs: TextRun[]
  readonly matrix: Matrix
  /** State operators a stream of its own would need to set the text alike. */
  readonly fill: string
}

export interface MarkItem {
  readonly kind: 'begin' | 'end'
  readonly mcid: number
}

export type ContentItem = StateItem | PaintItem | TextItem | MarkItem

export interface PageContent {
  readonly items: readonly ContentItem[]
  /** Box inside the page's margins, in points from the top left corner: left, top, right, bottom. Pictures in backgrounds are clipped, too, but to less. */
  readonly box: readonly [number, number, number, number]
}

interface State {
  readonly matrix: Matrix
  readonly fill: string
  readonly clip: readonly [number, number, number, number]
}

const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
const pathOperators = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])

/**
 * A content stream as items in painting order. `cornersOf` says what box an XObject fills, by the coordinates of its corners.
 * Throws on operators that Chromium was not seen to write, since guessing would lose text.
 */
export function readPageContent(bytes: Uint8Array, pageHeightPt: number, fontOf: (font: string) => FontMeasure, cornersOf: (xObject: string) => readonly number[]): PageContent {
  const lexer = new Lexer(bytes)
  const items: ContentItem[] = []
  const stack: State[] = []
  const marks: number[] = []
  const page: [number, number, number, number] = [0, 0, 1e6, pageHeightPt]
  let state: State = {matrix: [1, 0, 0, 1, 0, 0], fill: '', clip: page}
  let box: PageContent['box'] | undefined
  let operands: Token[] = []
  let points: number[] = []
  let clipping = false
  const source = latin1(bytes, 0, bytes.length)
  /** Where the operation, or the path, that is being read begins. */
  let start = 0
  const textSoFar = () => `${source.slice(start, lexer.position).trimStart()}\n`

  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword) || isPunctuation(token)) {
      operands.push(token)
      continue
    }
    const operator = token.value
    if (operator !== 'BDC' && operands.some(operand => operand instanceof PdfString)) throw new Error(`Unexpected string before \`${operator}\``)
    if (pathOperators.has(operator)) {
      collectPoints(points, operands, operator)
      operands = []
      continue
    }
    if (operator === 'W' || operator === 'W*') {
      clipping = true
      continue
    }
    if (operator === 'n') {
      if (clipping) {
        const clip = intersect(state.clip, extent(points, state.matrix, pageHeightPt))
        state = {...state, clip}
        if (box === undefined || area(clip) > area(box)) box = clip
        items.push({kind: 'state', text: textSoFar()})
      }
      points = []
      clipping = false
    } else if (paints.has(operator)) {
      items.push({kind: 'paint', text: textSoFar(), image: false, extent: intersect(state.clip, extent(points, state.matrix, pageHeightPt))})
      points = []
    } else if (operator === 'Do') {
      const corners = cornersOf((operands[0] as Name).value)
      items.push({kind: 'paint', text: textSoFar(), image: true, extent: intersect(state.clip, extent(corners, state.matrix, pageHeightPt))})
    } else if (operator === 'sh') {
      items.push({kind: 'paint', text: textSoFar(), image: false, extent: state.clip})
    } else if (operator === 'BT') {
      const runs = readTextObject(lexer, fontOf)
      if (!isGhost(runs, state, pageHeightPt)) items.push({kind: 'text', runs, matrix: state.matrix, fill: state.fill})
    } else if (operator === 'BDC') {
      const mcid = markedContentId(operands)
      if (mcid === undefined) throw new Error('Unexpected marked content outside text, expected one with an MCID')
      marks.push(mcid)
      items.push({kind: 'begin', mcid})
    } else if (operator === 'EMC') {
      const mcid = marks.pop()
      if (mcid === undefined) throw new Error('Unexpected end of marked content')
      items.push({kind: 'end', mcid})
    } else {
      if (operator === 'q') stack.push(state)
      else if (operator === 'Q') state = stack.pop() ?? state
      else if (operator === 'cm') {
        const matrix = operands as unknown as Matrix
        state = {...state, matrix: multiply(matrix, state.matrix)}
      } else if (operator === 'rg') state = {...state, fill: textSoFar()}
      else if (!stateOperators.has(operator)) throw new Error(`Unexpected operator \`${operator}\` in a page, expected one that Chromium writes`)
      items.push({kind: 'state', text: textSoFar()})
    }
    operands = []
    start = lexer.position
  }
  return {items, box: box ?? page}
}

const stateOperators = new Set(['q', 'Q', 'cm', 'rg', 'RG', 'g', 'G', 'k', 'K', 'gs', 'w', 'J', 'j', 'M', 'd', 'i', 'ri', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN'])

/**
 * A line at a page's end is painted on the next page too, as far as its descenders touch the edge of that page's clip (seen in
 * Chromium 156; `tests/assemble/page-content.test.ts` shows it). Its baseline lies outside the clip, so nothing of it is seen.
 */
function isGhost(runs: readonly TextRun[], {matrix, clip}: State, pageHeightPt: number): boolean {
  const first = runs[0]
  if (!first) return true
  const baseline = pageHeightPt - apply(matrix, first.matrix[4], first.matrix[5])[1]
  return baseline < clip[1] || baseline > clip[3]
}

function isPunctuation({value}: Keyword): boolean {
  return value === '<<' || value === '>>' || value === '[' || value === ']'
}

function markedContentId(operands: readonly Token[]): number | undefined {
  const at = operands.findIndex(token => token instanceof Name && token.value === 'MCID')
  const mcid = operands[at + 1]
  return at > 0 && typeof mcid === 'number' ? mcid : undefined
}

function collectPoints(points: number[], operands: readonly Token[], operator: string): void {
  const numbers = operands as number[]
  if (operator === 're') {
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    points.push(x, y, x + width, y, x + width, y + height, x, y + height)
  } else for (const number of numbers) points.push(number)
}

/** The box around points, in points from the page's top left corner. */
function extent(points: readonly number[], matrix: Matrix, pageHeightPt: number): [number, number, number, number] {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = apply(matrix, points[i]!, points[i + 1]!)
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, pageHeightPt - y)
    bottom = Math.max(bottom, pageHeightPt - y)
  }
  return [left, top, right, bottom]
}

function area([left, top, right, bottom]: readonly [number, number, number, number]): number {
  return (right - left) * (bottom - top)
}

function intersect(a: readonly [number, number, number, number], b: readonly [number, number, number, number]): [number, number, number, number] {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}
