// Model 2: the pages of any PDF (ISO 32000-1, 7.7.3), as its page tree lists them.

import {type Dict, type PdfObject, Ref} from './objects.ts'
import type {PdfFile} from './open-pdf.ts'

export interface PageNode {
  /** Number of the page's object. */
  readonly object: number
  readonly dict: Dict
  readonly resources: Dict
  readonly mediaBox: readonly number[]
  readonly rotation: number
}

/** Pages in order, with what they inherit (7.7.3.4). */
export function pageNodes(file: PdfFile): PageNode[] {
  const seen = new Set<number>()
  const visit = (object: PdfObject | undefined, inherited: Omit<PageNode, 'object' | 'dict'>): PageNode[] => {
    if (!(object instanceof Ref) || seen.has(object.number)) return []
    seen.add(object.number)
    const dict = file.dict(object)
    const own = {
      resources: dict.has('Resources') ? file.dict(dict.get('Resources')) : inherited.resources,
      mediaBox: dict.has('MediaBox') ? file.array(dict.get('MediaBox')).map(value => file.number(value) ?? 0) : inherited.mediaBox,
      rotation: file.number(dict.get('Rotate')) ?? inherited.rotation
    }
    if (!dict.has('Kids')) return [{object: object.number, dict, ...own}]
    return file.array(dict.get('Kids')).flatMap(kid => visit(kid, own))
  }
  return visit(file.catalog.get('Pages'), {resources: new Map(), mediaBox: [], rotation: 0})
}
