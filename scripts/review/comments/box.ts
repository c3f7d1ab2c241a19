// Review: boxes out of the lists of numbers that PDF and XFDF write.

import type {Box} from './mark.ts'

/** The box between two opposite corners; nothing when a number is missing. */
export function boxOf([x0, y0, x1, y1]: readonly number[]): Box | undefined {
  if (!isNumber(x0) || !isNumber(y0) || !isNumber(x1) || !isNumber(y1)) return undefined
  return {left: Math.min(x0, x1), right: Math.max(x0, x1), bottom: Math.min(y0, y1), top: Math.max(y0, y1)}
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value)
}

/** Boxes of quadrilaterals. Programs disagree about the order of the corners, so only how far they reach counts. */
export function boxesOfQuads(points: readonly number[]): Box[] {
  const boxes: Box[] = []
  for (let i = 0; i + 7 < points.length; i += 8) {
    const xs = [0, 2, 4, 6].map(k => points[i + k]!)
    const ys = [1, 3, 5, 7].map(k => points[i + k]!)
    const box = boxOf([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    if (box) boxes.push(box)
  }
  return boxes
}

/** The box that holds them all; nothing when there are none. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  return {
    left: Math.min(...boxes.map(({left}) => left)),
    bottom: Math.min(...boxes.map(({bottom}) => bottom)),
    right: Math.max(...boxes.map(({right}) => right)),
    top: Math.max(...boxes.map(({top}) => top))
  }
}
