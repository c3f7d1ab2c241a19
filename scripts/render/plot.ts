// Render: counts as a picture that is looked at: a dot for each thing counted, so that what is more is more to see.

import type {Fact} from '../book/book.ts'
import {escapeHtml} from './escape-html.ts'
import type {PrintedWords} from './printed-words.ts'

/** A count with what was counted, such as 12, “twelve” and “leaders interviewed”. */
export interface PlottedCount {
  readonly count: number
  readonly text: string
  readonly label: string
}

/** Dots of a full row, in tens: minutes become hours. */
const dotsOfRow = 60
/** Space between tens, in dots. */
const gap = 0.5
const width = dotsOfRow + (dotsOfRow / 10 - 1) * gap

/** More dots than this in one group would be a grey patch. */
const mostDots = 1200

/** The count of a fact that has a number and a label. */
export function plottedCount({text, number, label}: Fact): PlottedCount | undefined {
  const count = /^\d+$/.test(text) ? Number(text) : (number ?? 0)
  return count > 0 && label !== undefined ? {count, text, label} : undefined
}

/**
 * HTML of one picture: above each group of dots its count in words, as real text in the book's own type, so that it is as large as the
 * reader's text and wraps on a phone. Whoever does not see it hears the same words. No library draws it: a dot's place is a division and
 * its remainder.
 */
export function plotHtml(counts: readonly PlottedCount[], words: PrintedWords): string {
  const dotValue = valueOfDot(Math.max(...counts.map(({count}) => count)))
  const legend = words.eachDot(dotValue, dotsOfRow * dotValue)
  const alt = `${counts.map(({text, label}) => `${text} ${label}`).join('; ')}. ${legend}`
  const groups = counts.map(({count, text, label}) => {
    const dots = Math.max(1, Math.round(count / dotValue))
    return `<div class="plot-group"><p class="plot-label"><b>${escapeHtml(text)}</b> ${escapeHtml(label)}</p>${dotsSvg(dots)}</div>`
  })
  return `<div class="plot" role="img" aria-label="${escapeHtml(alt)}">\n${groups.join('\n')}\n<p class="plot-legend">${escapeHtml(legend)}</p>\n</div>`
}

/** 1, 10, 100 and so on. */
function valueOfDot(largest: number, value = 1): number {
  return largest / value <= mostDots ? value : valueOfDot(largest, value * 10)
}

/** A line with round ends and hardly any length is a dot. */
function dotsSvg(dots: number): string {
  const tens = Array.from({length: Math.ceil(dots / 10)}, (_, index) => {
    const row = Math.floor((index * 10) / dotsOfRow)
    const x = 0.5 + (index % (dotsOfRow / 10)) * (10 + gap)
    return `M${x} ${row + 0.5}h0${'m1 0h0'.repeat(Math.min(10, dots - index * 10) - 1)}`
  })
  return `<svg viewBox="0 0 ${width} ${Math.ceil(dots / dotsOfRow)}"><path d="${tens.join('')}"/></svg>`
}
