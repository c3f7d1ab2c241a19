// Review: the lines of an annotation's appearance (ISO 32000-1, 12.5.5 and 8.5.2), for drawings that say nothing else of themselves.

import {Keyword, Lexer} from '../../pdf/lexer.ts'
import {apply, type Matrix, multiply} from '../../pdf/matrix.ts'
import {type Dict, Stream} from '../../pdf/objects.ts'
import type {PdfFile} from '../../pdf/open-pdf.ts'
import {endOfImage, type Operand, readOperand} from '../../pdf/operands.ts'
import type {Box, Stroke} from './mark.ts'

const identity: Matrix = [1, 0, 0, 1, 0, 0]
/** Straight pieces that a curve is drawn in. */
const piecesOfCurve = 6
const mostStrokes = 2000

/** Every path of the normal appearance, moved to where the annotation lies; empty when there is none. */
export function readAppearance(file: PdfFile, annotation: Dict, box: Box): Stroke[] {
  const form = normalAppearance(file, annotation)
  if (!form) return []
  const paths = new PathReader()
  try {
    paths.read(file.bytes(form))
  } catch {
    // What was read stays.
  }
  const place = placeOf(file, form, box)
  return paths.strokes.map(stroke => transform(stroke, place))
}

function normalAppearance(file: PdfFile, annotation: Dict): Stream | undefined {
  const normal = file.resolve(file.dict(annotation.get('AP')).get('N'))
  if (normal instanceof Stream) return normal
  const state = file.name(annotation.get('AS'))
  const chosen = normal instanceof Map ? file.resolve(normal.get(state ?? '')) : undefined
  return chosen instanceof Stream ? chosen : undefined
}

/** Algorithm 8.1 of 12.5.5: the form's box, as its matrix turns it, is laid on the annotation's rectangle. */
function placeOf(file: PdfFile, {dict}: Stream, box: Box): Matrix {
  const values = file.array(dict.get('Matrix')).map(value => file.number(value) ?? 0)
  const matrix = values.length === 6 ? (values as unknown as Matrix) : identity
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = file.array(dict.get('BBox')).map(value => file.number(value) ?? 0)
  const corners = [apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)]
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))]
  const [bottom, top] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))]
  const scaleX = right > left ? (box.right - box.left) / (right - left) : 1
  const scaleY = top > bottom ? (box.top - box.bottom) / (top - bottom) : 1
  return multiply(matrix, [scaleX, 0, 0, scaleY, box.left - left * scaleX, box.bottom - bottom * scaleY])
}

function transform(stroke: Stroke, matrix: Matrix): number[] {
  const points: number[] = []
  for (let i = 0; i + 1 < stroke.length; i += 2) points.push(...apply(matrix, stroke[i]!, stroke[i + 1]!))
  return points
}

class PathReader {
  readonly strokes: number[][] = []
  private matrix: Matrix = identity
  private readonly saved: Matrix[] = []
  private stroke: number[] = []
  private last: readonly [number, number] = [0, 0]

  read(bytes: Uint8Array): void {
    const lexer = new Lexer(bytes)
    let operands: Operand[] = []
    for (let operand = readOperand(lexer); operand !== undefined && this.strokes.length < mostStrokes; operand = readOperand(lexer)) {
      if (!(operand instanceof Keyword)) operands.push(operand)
      else {
        if (operand.value === 'ID') lexer.position = endOfImage(bytes, lexer.position)
        this.operate(operand.value, operands.filter(each => typeof each === 'number'))
        operands = []
      }
    }
  }

  private operate(operator: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): void {
    switch (operator) {
      case 'q':
        this.saved.push(this.matrix)
        break
      case 'Q':
        this.matrix = this.saved.pop() ?? this.matrix
        break
      case 'cm':
        this.matrix = multiply([a, b, c, d, e, f], this.matrix)
        break
      case 'm':
        this.begin(a, b)
        break
      case 'l':
        this.draw(a, b)
        break
      case 'c':
        this.curve(a, b, c, d, e, f)
        break
      case 'v':
        this.curve(...this.last, a, b, c, d)
        break
      case 'y':
        this.curve(a, b, c, d, c, d)
        break
      case 're':
        this.begin(a, b)
        for (const [x, y] of [[a + c, b], [a + c, b + d], [a, b + d], [a, b]] as const) this.draw(x, y)
        break
    }
  }

  private begin(x: number, y: number): void {
    this.stroke = [...apply(this.matrix, x, y)]
    this.last = [x, y]
    this.strokes.push(this.stroke)
  }

  private draw(x: number, y: number): void {
    this.stroke.push(...apply(this.matrix, x, y))
    this.last = [x, y]
  }

  private curve(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void {
    const [x0, y0] = this.last
    for (let i = 1; i <= piecesOfCurve; i++) {
      const t = i / piecesOfCurve
      const s = 1 - t
      const at = (p0: number, p1: number, p2: number, p3: number) => s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3
      this.draw(at(x0, x1, x2, x3), at(y0, y1, y2, y3))
    }
  }
}
