// Assemble: the kind of numbers a list counts with (ISO 32000-1, 14.8.5.5), told from the labels that were printed.

import {formatRoman} from '../pdf/page-labels.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const mostItems = 400

const lowerRoman = Array.from({length: mostItems}, (_, index) => formatRoman(index + 1))

/**
 * Value of `ListNumbering` for labels such as `c.` and `d.`; nothing when they count in no way that the standard names. Chromium states it
 * for bullets and decimals only.
 */
export function listNumbering(labels: readonly string[]): string | undefined {
  // From right to left, the dot is painted before the number.
  const bare = labels.map(label => label.trim().replace(/[.)]$|^\.\s*/, ''))
  if (bare.length === 0 || bare.includes('')) return undefined
  const lower = bare.map(label => label.toLowerCase())
  const letterCase = bare.every((label, index) => label === lower[index]) ? 'Lower' : 'Upper'
  if (bare.every(label => /^\d+$/.test(label))) return 'Decimal'
  if (counts(lower, label => lowerRoman.indexOf(label)) && (lower.length > 1 || lower[0] === 'i')) return `${letterCase}Roman`
  return counts(lower, letterValue) ? `${letterCase}Alpha` : undefined
}

/** True when each label is the next or the one before in a row of numbers, of which `valueOf` gives the place, or -1. */
function counts(labels: readonly string[], valueOf: (label: string) => number): boolean {
  const values = labels.map(valueOf)
  const step = (values[1] ?? 0) < values[0]! ? -1 : 1
  return values.every((value, index) => value >= 0 && (index === 0 || value === values[index - 1]! + step))
}

/** `a` to `z`, then `aa`. */
function letterValue(label: string): number {
  let value = 0
  for (const letter of label) {
    const place = alphabet.indexOf(letter)
    if (place < 0) return -1
    value = value * alphabet.length + place + 1
  }
  return value - 1
}
