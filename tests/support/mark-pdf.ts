// Test support: a draft as a reviewer's program hands it back, with annotations in it.

import {PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, type PdfRef, PdfString} from '@libpdf/core'
import {type BlockPlace, type ManifestBlock, readManifest, type RoundManifest} from '../../scripts/review/manifest.ts'

/** An annotation, of the kinds of ISO 32000-1, 12.5.6. */
export interface Annotation {
  readonly subtype: 'Highlight' | 'Underline' | 'Squiggly' | 'StrikeOut' | 'Caret' | 'Text' | 'FreeText' | 'Ink' | 'Stamp' | 'Square'
  /** Where it lies; words are marked in each of them. */
  readonly places: readonly BlockPlace[]
  readonly words?: string
  readonly author?: string
  /** Place in the list of the annotation that this one answers, or is grouped with. */
  readonly answers?: number
  readonly isGrouped?: boolean
}

/** The manifest that a draft carries. */
export async function manifestIn(draft: Uint8Array): Promise<RoundManifest> {
  const file = await PDF.load(draft)
  const reading = readManifest(Buffer.from(file.attachments.get('round.json') ?? []).toString('utf8'))
  if ('fault' in reading) throw new Error(reading.fault)
  return reading.manifest
}

/** The draft with annotations. */
export async function markPdf(draft: Uint8Array, annotations: readonly Annotation[]): Promise<Uint8Array> {
  const file = await PDF.load(draft)
  const made: PdfRef[] = []
  for (const annotation of annotations) {
    const note = file.register(dictOf(annotation, made))
    made.push(note)
    const {dict} = file.getPage(annotation.places[0]!.page)!
    const old = dict.get('Annots')
    dict.set('Annots', PdfArray.of(...(old instanceof PdfArray ? old.toArray() : []), note))
  }
  return file.save()
}

function dictOf({subtype, places, words, author, answers, isGrouped}: Annotation, made: readonly PdfRef[]): PdfDict {
  const around = {
    left: Math.min(...places.map(({left}) => left)), bottom: Math.min(...places.map(({bottom}) => bottom)),
    right: Math.max(...places.map(({right}) => right)), top: Math.max(...places.map(({top}) => top))
  }
  const entries: Record<string, PdfObject> = {
    Type: PdfName.of('Annot'), Subtype: PdfName.of(subtype), Rect: numbers(around.left, around.bottom, around.right, around.top),
    ...(words === undefined ? {} : {Contents: PdfString.fromString(words)}),
    ...(author === undefined ? {} : {T: PdfString.fromString(author)}),
    ...(answers === undefined ? {} : {IRT: made[answers]!}),
    ...(isGrouped ? {RT: PdfName.of('Group')} : {})
  }
  if (['Highlight', 'Underline', 'Squiggly', 'StrikeOut'].includes(subtype)) entries['QuadPoints'] = numbers(...places.flatMap(({left, bottom, right, top}) => [left, top, right, top, left, bottom, right, bottom]))
  if (subtype === 'Ink') entries['InkList'] = PdfArray.of(numbers(around.left, around.bottom, around.right, around.top, around.right, around.bottom))
  return PdfDict.of(entries)
}

function numbers(...values: readonly number[]): PdfArray {
  return PdfArray.of(...values.map(value => PdfNumber.of(value)))
}

/** The first line of a block's print. */
export function firstLine({places}: ManifestBlock): BlockPlace {
  const [first] = places!
  return {...first!, bottom: Math.max(first!.bottom, first!.top - 13)}
}

/** A point of the block, such as notes have. */
export function pointOn(block: ManifestBlock): BlockPlace {
  const {page, left, top} = firstLine(block)
  return {page, left: left + 4, right: left + 22, top, bottom: top - 12}
}
