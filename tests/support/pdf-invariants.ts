// Test support: what must hold for every PDF that a test builds.

import {annotations} from './invariants/annotations.ts'
import {cleanSyntax} from './invariants/clean-syntax.ts'
import {headingsHaveDestinations} from './invariants/destinations.ts'
import {documentFacts} from './invariants/document-facts.ts'
import {elementShapes} from './invariants/element-shapes.ts'
import {everythingMarked} from './invariants/everything-marked.ts'
import {foliosAreLabels} from './invariants/folios.ts'
import {fonts} from './invariants/fonts.ts'
import {internalLinksLand} from './invariants/internal-links.ts'
import type {Expected, Invariant} from './invariants/invariant.ts'
import {languages} from './invariants/languages.ts'
import {manuscriptWords} from './invariants/manuscript-words.ts'
import {markedContent} from './invariants/marked-content.ts'
import {noMachineTraces} from './invariants/no-machine-traces.ts'
import {outlineIsHeadings} from './invariants/outline.ts'
import {pagesFilled} from './invariants/pages-filled.ts'
import {pdfjsAgrees} from './invariants/pdfjs-agrees.ts'
import {roles} from './invariants/roles.ts'
import type {PdfReading} from './read-pdf.ts'

/** Every invariant by the name it is reported under. */
export const invariants = {
  annotations,
  cleanSyntax,
  documentFacts,
  elementShapes,
  everythingMarked,
  foliosAreLabels,
  fonts,
  headingsHaveDestinations,
  internalLinksLand,
  languages,
  manuscriptWords,
  markedContent,
  noMachineTraces,
  outlineIsHeadings,
  pagesFilled,
  pdfjsAgrees,
  roles
} as const satisfies Record<string, Invariant>

export type InvariantName = keyof typeof invariants

/** Everything that is wrong with a PDF, each with its invariant's name; `[]` for a sound one. */
export async function brokenInvariants(reading: PdfReading, expected: Expected = {}): Promise<string[]> {
  const names = Object.keys(invariants) as InvariantName[]
  const found = await Promise.all(names.map(async (name) => (await invariants[name](reading, expected)).map((fault) => `${name}: ${fault}`)))
  return found.flat()
}
