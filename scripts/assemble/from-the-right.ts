// Assemble: words that run from right to left, told as they are read (ISO 32000-1, 14.9.4).
//
// Glyphs stay in the order of the eye, in which Chromium paints a line. Programs that know nothing of tags expect that, and turn a line around by
// themselves, an ActualText in it as well (seen in pdf.js 5.4 and poppler 22.12); so the text is told by structure elements.

import {isRightToLeft} from '../book/is-right-to-left.ts'
import type {PageMarks} from './page-marks.ts'
import {isContent, isElement, type RawContent, type RawElement, type RawKid} from './read-structure.ts'
import type {TextRun} from './read-text-object.ts'
import {wrapper} from './structure-kids.ts'

/**
 * Puts a span around content in a language that is written from right to left, or with words that are. It gets its text when that is read; numbers
 * of lists, which no text has, are read from right to left.
 */
export function gatherFromTheRight(elements: readonly RawElement[], marks: readonly PageMarks[], language: string | undefined, textOf: (run: TextRun) => string): void {
  const runsOf = ({page, mcid}: RawContent) => marks[page]?.get(mcid)?.runs ?? []
  for (const element of elements) gather(element, isRightToLeft(language ?? ''))

  function gather(element: RawElement, isOutside: boolean): void {
    // Page numbers are not written yet.
    if (element.alt !== undefined || element.actualText !== undefined || element.code?.startsWith('folio')) return
    const isInside = element.language === undefined ? isOutside : isRightToLeft(element.language)
    const kids: RawKid[] = []
    let held: RawContent[] = []
    const flush = (): void => {
      const runs = held.flatMap(runsOf)
      if (runs.some(run => run.reversed) || (isInside && runs.length > 0)) kids.push({...wrapper('Span'), kids: held, told: {runs, text: [...runs].reverse().map(textOf).join('')}})
      else kids.push(...held)
      held = []
    }
    for (const kid of element.kids) {
      if (isContent(kid)) held.push(kid)
      else {
        flush()
        kids.push(kid)
        if (isElement(kid)) gather(kid, isInside)
      }
    }
    flush()
    element.kids = kids
  }
}

/** Gives the spans the text that was found to be theirs. */
export function tellFromTheRight(elements: readonly RawElement[]): void {
  for (const element of elements) {
    const kids = element.kids.filter(isElement)
    if (element.told) element.actualText = element.told.text
    tellFromTheRight(kids)
    const [only] = kids
    if (element.role !== 'Span' || element.kids.length !== 1 || only?.told === undefined) continue
    element.actualText = only.told.text
    element.kids = only.kids
  }
}
