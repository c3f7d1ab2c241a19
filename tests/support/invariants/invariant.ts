// Test support: what a check of a built PDF is given, and what it gives back.

import type {PageEntry} from '../../../scripts/assemble/page-map.ts'
import type {ManuscriptText} from '../manuscript-text.ts'
import type {PdfReading} from '../read-pdf.ts'

/** What the builder of the PDF knows; a check that needs more than it is given checks what it can. */
export interface Expected {
  /** Words and anchors of the manuscript that the PDF was built from. */
  readonly manuscript?: ManuscriptText
  /** Pages as the build's page map lists them. */
  readonly pages?: readonly PageEntry[]
}

/** Finds what is wrong with a PDF: one sentence a fault, none for a sound file. */
export type Invariant = (reading: PdfReading, expected: Expected) => string[] | Promise<string[]>
