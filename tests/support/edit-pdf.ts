// Test support: changes one known thing in a PDF, so that a test can show which check notices it.

import type {QpdfDictionary, QpdfFile, QpdfObject, QpdfValue} from './qpdf.ts'
import {readQpdfFile, writeQpdfFile} from './qpdf.ts'

/** A file taken apart, to be changed in place. */
export class PdfEdit {
  readonly objects: Record<string, QpdfObject>
  private readonly file: QpdfFile

  constructor(file: QpdfFile) {
    this.file = file
    this.objects = file.objects
  }

  get catalog(): QpdfDictionary {
    return this.at(String(this.trailer['/Root']))
  }

  get trailer(): QpdfDictionary {
    return this.objects['trailer']?.value as QpdfDictionary
  }

  setVersion(version: string): void {
    this.file.header.pdfversion = version
  }

  /** Dictionary of an object, or of its stream. */
  at(reference: string): QpdfDictionary {
    const object = this.objects[`obj:${reference}`]
    return (object?.stream?.dict ?? object?.value) as QpdfDictionary
  }

  /** References of all objects whose dictionary has these entries, in the file's order. */
  find(entries: QpdfDictionary): string[] {
    return Object.keys(this.objects).filter((key) => {
      const dictionary = this.objects[key]?.stream?.dict ?? this.objects[key]?.value
      return Object.entries(entries).every(([name, value]) => (dictionary as QpdfDictionary | undefined)?.[name] === value)
    }).map((key) => key.replace('obj:', ''))
  }

  /** The first of the objects that `find` gives; throws when there is none. */
  first(entries: QpdfDictionary): QpdfDictionary {
    const [reference] = this.find(entries)
    if (reference === undefined) throw new Error(`No object has ${JSON.stringify(entries)}`)
    return this.at(reference)
  }

  /** Page dictionaries in order. */
  get pages(): QpdfDictionary[] {
    const visit = (reference: string): QpdfDictionary[] => {
      const node = this.at(reference)
      return Array.isArray(node['/Kids']) ? node['/Kids'].flatMap((kid) => visit(String(kid))) : [node]
    }
    return visit(String(this.catalog['/Pages']))
  }

  /** Rewrites the content of the page at an index. */
  editContent(pageIndex: number, change: (content: string) => string): void {
    const reference = String(this.pages[pageIndex]?.['/Contents'])
    const stream = this.objects[`obj:${reference}`]?.stream
    if (stream === undefined) throw new Error(`Page ${pageIndex} has no single content stream`)
    stream.data = Buffer.from(change(Buffer.from(stream.data, 'base64').toString('latin1')), 'latin1').toString('base64')
  }

  /** Adds an object and gives its reference. */
  add(value: QpdfValue): string {
    const reference = `${++this.file.header.maxobjectid} 0 R`
    this.objects[`obj:${reference}`] = {value}
    return reference
  }

  /** Adds a stream and gives its reference. */
  addStream(dict: QpdfDictionary, text: string): string {
    const reference = `${++this.file.header.maxobjectid} 0 R`
    this.objects[`obj:${reference}`] = {stream: {dict, data: Buffer.from(text).toString('base64')}}
    return reference
  }
}

/** Applies changes to a PDF and writes it again. */
export async function editPdf(pdf: Uint8Array, ...changes: readonly ((edit: PdfEdit) => void)[]): Promise<Uint8Array> {
  const file = await readQpdfFile(pdf)
  const edit = new PdfEdit(file)
  for (const change of changes) change(edit)
  return writeQpdfFile(file)
}
