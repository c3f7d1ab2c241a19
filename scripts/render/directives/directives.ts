// Render: the book's own blocks and marks by name and by the number of their colons.

import type {ContainerDirective, Directive, LeafDirective, TextDirective} from '../directive.ts'
import {blank} from './blank.ts'
import {bookList} from './book-list.ts'
import {callout} from './callout.ts'
import {captionedFigure} from './captioned-figure.ts'
import {captionedTable} from './captioned-table.ts'
import {checklist} from './checklist.ts'
import {definition} from './definition.ts'
import {fact} from './fact.ts'
import {indexMark} from './index-mark.ts'
import {lines} from './lines.ts'
import {passage} from './passage.ts'
import {plot} from './plot.ts'
import {pullQuote} from './pull-quote.ts'
import {qrCode} from './qr-code.ts'
import {reference} from './reference.ts'
import {span} from './span.ts'
import {steps} from './steps.ts'
import {term} from './term.ts'
import {variable} from './variable.ts'

/** One colon, inside a line. */
export const textDirectives: ReadonlyMap<string, Directive<TextDirective>> = new Map(
  Object.entries({blank, fact, index: indexMark, ref: reference, span, term, var: variable})
)

/** Two colons, a line of its own. */
export const leafDirectives: ReadonlyMap<string, Directive<LeafDirective>> = new Map(
  Object.entries({
    abbreviations: bookList('abbreviations', false),
    colophon: bookList('colophon', false),
    crosswalk: bookList('crosswalk', true),
    figure: captionedFigure,
    finder: bookList('finder', true),
    glossary: bookList('glossary', false),
    index: bookList('index', false),
    lines,
    plot,
    qr: qrCode,
    quote: pullQuote,
    'quotes-index': bookList('quotes-index', false)
  })
)

/** Three colons or more, around other lines. */
export const containerDirectives: ReadonlyMap<string, Directive<ContainerDirective>> = new Map(
  Object.entries({callout, checklist, definition, passage, steps, table: captionedTable})
)
