// Edition: the layout report: what a typesetter would mend, said with the page and the Markdown line.

import type {PageMap} from '../assemble/page-map.ts'
import type {LayoutFault, PrintedUnit} from '../assemble/printed-unit.ts'
import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import type {Unit} from '../render/unit.ts'
import {placeOf} from './place-of-block.ts'

const wording: Readonly<Record<LayoutFault['kind'], readonly [reason: (page: string) => string, note: string]>> = {
  'layout-split': [page => `Unexpected callout or quote that goes on after ${page}, expected it whole`, 'it is taller than a page: shorten it, or make a part of it plain text'],
  'heading-stranded': [page => `Unexpected heading at the foot of ${page}, expected text below it`, 'what follows it does not fit there: begin with a sentence, or shorten what comes before'],
  'line-alone': [page => `Unexpected single line of a paragraph on ${page}, expected two at least`, 'shorten or lengthen the paragraph'],
  'page-near-empty': [page => `Unexpected white on most of ${page}, expected it filled`, 'what begins here did not fit below what stands there: break it up, or move it behind the next paragraph'],
  'text-beyond-margin': [page => `Unexpected text beyond the margins of ${page}`, 'look for a long word, a wide table or a line that does not break']
}

/** A unit's layout faults as warnings; pages are called as they are printed. */
export function reportLayout(unit: Unit, {layout}: PrintedUnit, {pages}: PageMap): Diagnostic[] {
  return layout.map(({kind, page, block}) => {
    const label = pages.find(entry => entry.unit === unit.id && entry.pageOfUnit === page)?.label
    const [reason, note] = wording[kind]
    return diagnose(kind, reason(label === undefined ? 'a page' : `page ${label}`), placeOf(unit, block), note)
  })
}
