// Assemble: the marked content of a unit in the order in which its structure is read.

import type {PageMarks} from './page-marks.ts'
import {isContent, isElement, type RawKid, type ToldText} from './read-structure.ts'
import type {TextRun} from './read-text-object.ts'

/** One stretch of marked content. */
export interface ReadContent {
  readonly runs: readonly TextRun[]
  /** True for list markers that Chromium made, which are in no text of the HTML. */
  readonly marker: boolean
  /** Set when the runs stand in the order of the eye; gets their text when that is read. */
  readonly told?: ToldText
  /** Key of the innermost block around it. */
  readonly block?: string
}

/** Stretches of the elements and all that is in them; `marks` has what each page's marked content paints. */
export function readingOrder(kids: readonly RawKid[], marks: readonly PageMarks[], marker = false, block?: string): ReadContent[] {
  return kids.flatMap(kid => {
    if (isContent(kid)) return [{runs: marks[kid.page]?.get(kid.mcid)?.runs ?? [], marker, ...(block === undefined ? {} : {block})}]
    if (!isElement(kid)) return []
    // What words there are in a picture are said by its alternative.
    if (kid.alt !== undefined) return []
    if (kid.told) return [{runs: kid.told.runs, marker, told: kid.told, ...(block === undefined ? {} : {block})}]
    return readingOrder(kid.kids, marks, marker || (kid.printed === 'Lbl' && kid.code === undefined), kid.block ?? block)
  })
}
