// Model 2: page labels (ISO 32000-1, 12.4.2): what a viewer shows as a page's number.

import {formatText} from './serialize.ts'

/** Labels of all pages, in order, as the shortest number tree entries: runs of decimals or small roman numerals, or a prefix alone. */
export function pageLabelRanges(labels: readonly string[]): [index: number, range: string][] {
  const ranges: [number, string][] = []
  let expected: string | undefined
  labels.forEach((label, index) => {
    if (label !== expected) ranges.push([index, labelRange(label)])
    expected = nextLabel(label)
  })
  return ranges
}

function labelRange(label: string): string {
  const {prefix, number, style} = splitLabel(label)
  if (style === undefined) return `<</P${formatText(label)}>>`
  return `<<${prefix ? `/P${formatText(prefix)}` : ''}/S/${style}${number === 1 ? '' : `/St ${number}`}>>`
}

function nextLabel(label: string): string | undefined {
  const {prefix, number, style} = splitLabel(label)
  if (style === undefined) return undefined
  return prefix + (style === 'D' ? String(number + 1) : formatRoman(number + 1))
}

function splitLabel(label: string): {prefix: string; number: number; style?: 'D' | 'r'} {
  const decimal = /^(.*?)([1-9]\d{0,8})$/.exec(label)
  if (decimal) return {prefix: decimal[1]!, number: Number(decimal[2]), style: 'D'}
  const roman = readRoman(label)
  return roman === undefined ? {prefix: label, number: 0} : {prefix: '', number: roman, style: 'r'}
}

const numerals: [string, number][] = [['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]]

/** A positive number as a small roman numeral. */
export function formatRoman(number: number): string {
  let rest = number
  let text = ''
  for (const [letters, value] of numerals) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}

function readRoman(text: string): number | undefined {
  let at = 0
  let number = 0
  for (const [letters, value] of numerals) {
    while (text.startsWith(letters, at)) {
      number += value
      at += letters.length
    }
  }
  return at > 0 && at === text.length && formatRoman(number) === text ? number : undefined
}
