// Assemble: text of Hebrew and Arabic in the order in which it is read, where Chromium paints a line in the order of the eye.

import type {ContentItem, TextItem} from './page-content.ts'
import type {TextRun} from './read-text-object.ts'

/**
 * A page's items with words that run from right to left, and numbers between them, turned around, line by line. Each run stands at a place of its
 * own, so that they can be written in any order. A word of Latin letters between them ends a stretch, since it may belong to the sentence around.
 */
export function orderText(items: readonly ContentItem[], textOf: (run: TextRun) => string): ContentItem[] {
  const ordered: ContentItem[] = []
  let stretch: TextItem[] = []
  const flush = (): void => {
    const end = stretch.findLastIndex(isReversed) + 1
    ordered.push(...stretch.slice(0, end).reverse().map(item => ({...item, runs: [...item.runs].reverse()})), ...stretch.slice(end))
    stretch = []
  }
  for (const item of items) {
    if (stretch.length > 0 && !(item.kind === 'text' && isSameLine(stretch[0]!, item) && (isReversed(item) || !item.runs.some(run => /\p{L}/u.test(textOf(run)))))) flush()
    if (item.kind === 'text' && (stretch.length > 0 || isReversed(item))) stretch.push(item)
    else ordered.push(item)
  }
  flush()
  return ordered
}

function isReversed({runs}: TextItem): boolean {
  return runs.length > 0 && runs.every(run => run.isReversed)
}

function isSameLine(one: TextItem, other: TextItem): boolean {
  return one.fill === other.fill && one.matrix.every((value, index) => value === other.matrix[index]) && [...one.runs, ...other.runs].every(({matrix}) => matrix[5] === one.runs[0]!.matrix[5])
}
