// Commands: the checklist of accessible PDFs, answered for what a build has made.

import {checkAccessibility} from '../accessibility/check-accessibility.ts'
import type {ChecklistItem} from '../accessibility/checklist.ts'
import {everyElement} from '../accessibility/every-element.ts'
import {readOtherVersion} from '../accessibility/other-version.ts'
import {readDocument} from '../describe/read-document.ts'
import type {BuildOptions, BuildResult, BuildWorld} from '../edition/build.ts'
import {openPdf} from '../pdf/open-pdf.ts'
import {readBook} from '../read/read-book.ts'
import {metadataOfEdition} from '../book/edition-of.ts'

/** Every item; nothing when no PDF was made. The build must have been told to trace tags. */
export async function answerChecklist({outputs, diagnostics, tagPlaces = []}: BuildResult, {files, templates}: Pick<BuildWorld, 'files' | 'templates'>, {edition}: Pick<BuildOptions, 'edition'>): Promise<ChecklistItem[] | undefined> {
  const pdf = outputs.find(({kind}) => kind === 'pdf')
  if (!pdf) return undefined
  const html = outputs.find(({kind}) => kind === 'html')
  const document = readDocument(await openPdf(pdf.bytes))
  const elements = [...everyElement(document.structure)]
  if (elements.length !== tagPlaces.length) throw new Error(`Unexpected ${elements.length} tags in the PDF, expected the ${tagPlaces.length} that were written`)
  const places = new Map(elements.map((element, index) => [element, tagPlaces[index]]))
  return checkAccessibility({
    fileName: pdf.name,
    metadata: metadataOfEdition(readBook(files).book, edition),
    document,
    diagnostics,
    tokens: templates.styles.get('tokens') ?? '',
    otherVersion: html && readOtherVersion(html.name, Buffer.from(html.bytes).toString()),
    placeOf: element => places.get(element)
  })
}
