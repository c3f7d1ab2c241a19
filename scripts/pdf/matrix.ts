// Model 2: transformations of coordinates (ISO 32000-1, 8.3.3).

/** a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** `matrix` first, then `outer`. */
export function multiply(matrix: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = matrix
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** A point, transformed. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** A move first, then `matrix`. */
export function translate(matrix: Matrix, x: number, y: number): Matrix {
  if (x === 0 && y === 0) return matrix
  const [e, f] = apply(matrix, x, y)
  return [matrix[0], matrix[1], matrix[2], matrix[3], e, f]
}
