// Render: what an HTML node says about the structure element it becomes, until `rehype-structure-keys` writes it down.

import type {} from 'hast'
import type {Block} from '../book/block.ts'
import type {StructureCode} from './structure-key.ts'

export interface StructureMark {
  readonly block?: Block['kind']
  readonly code?: StructureCode
  /** Its words come from elsewhere in the book, so they are in the book's language, whatever language the passage around is in. */
  readonly isOfBook?: boolean
}

declare module 'hast' {
  interface ElementData {
    structure?: StructureMark
  }
}
