// Accessibility: a book's PDF held against the checklist that publicly funded files must pass (HHS, Section 508), item by item.

import {type ChecklistItem, type Examined} from './checklist.ts'
import {contentItems} from './content-items.ts'
import {documentItems} from './document-items.ts'
import {structureItems} from './structure-items.ts'

/** Every item of the checklist, answered as far as a machine can. */
export function checkAccessibility(examined: Examined): ChecklistItem[] {
  return [...documentItems(examined), ...structureItems(examined), ...contentItems(examined)]
}
