// Accessibility: items about how tags are nested (ISO 32000-1, 14.8.4; PDF/UA-1, 7), each fault led to the line that its tag was made from.

import type {DescribedElement} from '../describe/document.ts'
import {at, type ChecklistItem, decided, type Examined, type Finding} from './checklist.ts'
import {elementText, everyElement, kidElements, shortText} from './every-element.ts'

export function structureItems(examined: Examined): ChecklistItem[] {
  return [nesting, emptyTags, boxes, notes].map(item => item(examined))
}

/** Roles that may only stand in others. */
const parents: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC']
}

function nesting(examined: Examined): ChecklistItem {
  const findings: Finding[] = []
  for (const parent of everyElement(examined.document.structure)) {
    for (const kid of kidElements(parent)) {
      const allowed = parents[kid.standardRole]
      if (allowed && !allowed.includes(parent.standardRole)) findings.push(at(examined, kid, `a ${kid.role} stands in a ${parent.role}: “${shortText(elementText(kid))}”`))
      if (parent.standardRole === 'LI' && !['Lbl', 'LBody'].includes(kid.standardRole)) findings.push(at(examined, kid, `a list item holds a ${kid.role} without LBody: “${shortText(elementText(kid))}”`))
    }
  }
  return decided({id: 'nesting', statement: 'Tags stand only where the standard lets them stand', asked: 'PDF/UA-1 7.1, 7.5, 7.6', note: 'lists, tables and contents were looked through'}, findings)
}

function emptyTags(examined: Examined): ChecklistItem {
  const findings = [...everyElement(examined.document.structure)].flatMap(element => {
    if (element.standardRole === 'NonStruct') return [at(examined, element, `a tag that says nothing (NonStruct) stands around “${shortText(elementText(element))}”`)]
    return isEmpty(element) ? [at(examined, element, `a tag ${element.role} holds nothing`)] : []
  })
  return decided({id: 'empty-tags', statement: 'No tag is empty or without a meaning', asked: 'A9, PDF/UA-1 7.1', note: 'every tag was looked into'}, findings)
}

/** A cell keeps its column with nothing in it. */
function isEmpty({standardRole, kids}: DescribedElement): boolean {
  return kids.length === 0 && standardRole !== 'TD' && standardRole !== 'TH'
}

function boxes(examined: Examined): ChecklistItem {
  const figures = [...everyElement(examined.document.structure)].filter(({standardRole}) => standardRole === 'Figure')
  const item = {id: 'figure-boxes', statement: 'Pictures say where on their page they are', asked: 'PDF/UA-1 7.3', note: `${figures.length} pictures, boxes and blanks`}
  if (figures.length === 0) return {...item, outcome: 'none', note: 'there are no pictures', findings: []}
  return decided(item, figures.filter(({attributes}) => !attributes.has('Layout/BBox')).map(figure => at(examined, figure, `the picture “${shortText(elementText(figure))}” has no box`)))
}

function notes(examined: Examined): ChecklistItem {
  const found = [...everyElement(examined.document.structure)].filter(({standardRole}) => standardRole === 'Note')
  const item = {id: 'notes', statement: 'Each note has a name of its own', asked: 'PDF/UA-1 7.9', note: `${found.length} notes`}
  if (found.length === 0) return {...item, outcome: 'none', note: 'there are no notes', findings: []}
  return decided(item, found.filter(({id}) => id === undefined || found.filter(other => other.id === id).length > 1).map(note => at(examined, note, `the note “${shortText(elementText(note))}” has no name of its own`)))
}
