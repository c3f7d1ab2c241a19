// Review: the annotations of a PDF, whichever program wrote them.

import type {Dict, PdfObject} from '../../pdf/objects.ts'
import type {PdfFile} from '../../pdf/open-pdf.ts'
import {pageNodes} from '../../pdf/page-nodes.ts'
import {treeEntries} from '../../pdf/read-trees.ts'
import {manifestName} from '../manifest.ts'
import {joinGroups} from './join-groups.ts'
import type {ReturnedFile} from './mark.ts'
import {type Annotation, readAnnotation} from './read-annotation.ts'

/** No file that people sent back has more, and each costs a file in the repository. */
export const mostMarks = 20_000

/** Marks in the order of pages. Whatever cannot be read is told, and the rest is read. */
export function readPdf(file: PdfFile): ReturnedFile {
  const losses: string[] = []
  const nodes = pageNodes(file)
  if (nodes.length === 0) losses.push('it has no pages')
  const broken: number[] = []
  const annotations = nodes.flatMap(({dict}, page) => readPage(file, dict, page, broken))
  if (broken.length > 0) losses.push(`${broken.length === 1 ? 'an annotation is' : `${broken.length} annotations are`} broken, on page ${[...new Set(broken)].join(', ')}`)
  if (annotations.length > mostMarks) losses.push(`only ${mostMarks} of its ${annotations.length} marks were read`)
  const manifest = embeddedManifest(file)
  return {...(manifest === undefined ? {} : {manifest}), marks: joinGroups(annotations.slice(0, mostMarks)), losses}
}

function readPage(file: PdfFile, page: Dict, index: number, broken: number[]): Annotation[] {
  return file.array(page.get('Annots')).flatMap((object, place) => {
    try {
      if (file.resolve(object) === null) throw new Error('no such object')
      return readAnnotation(file, object, index, 'pdf', `page ${index + 1}, annotation ${place + 1}`) ?? []
    } catch {
      broken.push(index + 1)
      return []
    }
  })
}

/** The embedded file `round.json` (ISO 32000-1, 7.11.4). */
function embeddedManifest(file: PdfFile): string | undefined {
  const entries = treeEntries(file, file.dict(file.catalog.get('Names')).get('EmbeddedFiles'), 'Names')
  const found = entries.find(([name, value]) => [file.text(name), fileName(file, value)].includes(manifestName))
  if (!found) return undefined
  const bytes = file.bytes(file.dict(file.dict(found[1]).get('EF')).get('F'))
  return bytes.length === 0 ? undefined : Buffer.from(bytes).toString('utf8')
}

function fileName(file: PdfFile, specification: PdfObject): string | undefined {
  const dict = file.dict(specification)
  return file.text(dict.get('UF')) ?? file.text(dict.get('F'))
}
