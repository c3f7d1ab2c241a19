// Model 2: files inside a PDF (ISO 32000-1, 7.11.4; the relation to the document is ISO 32000-2, 14.13, and PDF/A-3).

import {createHash} from 'node:crypto'
import {formatName, formatText} from './serialize.ts'
import {addNameTree} from './trees.ts'
import type {PdfWriter} from './write-pdf.ts'

/** A file that travels in the document. */
export interface Attachment {
  /** ASCII. */
  readonly name: string
  /** Said by readers beside the name. */
  readonly description: string
  /** Media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * Adds files; returns the entries of the catalog and of its name dictionary, empty when there are none. PDF/UA-1, 7.11, wants both F and UF in
 * a file's specification.
 */
export function addAttachments(writer: PdfWriter, attachments: readonly Attachment[]): {readonly catalog: string; readonly names: string} {
  if (attachments.length === 0) return {catalog: '', names: ''}
  const files = attachments.map(({name, description, type, bytes}): [string, string] => {
    const sum = createHash('md5').update(bytes).digest('hex').toUpperCase()
    const stream = writer.addDeflated(`/Type/EmbeddedFile/Subtype${formatName(type)}/Params<</Size ${bytes.length}/CheckSum<${sum}>>>`, bytes)
    const file = writer.add(`<</Type/Filespec/F${formatText(name)}/UF${formatText(name)}/Desc${formatText(description)}/AFRelationship/Data/EF<</F ${stream} 0 R/UF ${stream} 0 R>>>>`)
    return [name, `${file} 0 R`]
  })
  return {catalog: `/AF[${files.map(([, file]) => file).join(' ')}]`, names: `/EmbeddedFiles ${addNameTree(writer, files)} 0 R`}
}
