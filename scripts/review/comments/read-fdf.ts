// Review: FDF (ISO 32000-1, 12.7.7), which has the syntax of PDF and the annotations of PDF, but no pages.

import type {PdfFile} from '../../pdf/open-pdf.ts'
import {joinGroups} from './join-groups.ts'
import type {ReturnedFile} from './mark.ts'
import {readAnnotation} from './read-annotation.ts'

/** Marks in the order of the file, of a file opened as if it were a PDF. */
export function readFdf(file: PdfFile): ReturnedFile {
  const losses: string[] = []
  const objects = file.array(file.dict(file.catalog.get('FDF')).get('Annots'))
  const annotations = objects.flatMap((object, place) => {
    try {
      const page = file.number(file.dict(object).get('Page')) ?? 0
      return readAnnotation(file, object, page, 'fdf', `annotation ${place + 1}`) ?? []
    } catch {
      losses.push(`annotation ${place + 1} is broken`)
      return []
    }
  })
  return {marks: joinGroups(annotations), losses}
}
