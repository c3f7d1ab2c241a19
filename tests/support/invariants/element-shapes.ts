// Invariant: elements hold what their role promises: lists have items with bodies, tables have rows with headers, figures have an
// alternative and a box, notes have an id, heading levels never skip (PDF/UA-1, 7.2 to 7.5, 7.9).

import {taggedHeadings} from '../headings.ts'
import type {PdfReading} from '../read-pdf.ts'
import type {StructureElement} from '../structure.ts'
import {everyElement} from '../structure.ts'
import type {Invariant} from './invariant.ts'

/** Roles that may stand directly under a role; roles left out take anything. */
const allowedKids: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI', 'TOC', 'Caption']
}

/** Roles that may stand only under certain roles. */
const allowedParents: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC']
}

function kidFaults(element: StructureElement): string[] {
  const place = `Element ${element.reference} (${element.standardRole})`
  const allowed = allowedKids[element.standardRole]
  return element.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return allowed === undefined ? [] : [`${place} holds content directly, expected ${allowed.join(' or ')}`]
    const parents = allowedParents[kid.standardRole]
    return [
      ...(allowed === undefined || allowed.includes(kid.standardRole) ? [] : [`${place} holds ${kid.standardRole}, expected ${allowed.join(' or ')}`]),
      ...(parents === undefined || parents.includes(element.standardRole) ? [] : [`${place} holds ${kid.standardRole}, which belongs under ${parents.join(' or ')}`])
    ]
  })
}

function elementFaults(element: StructureElement): string[] {
  const place = `Element ${element.reference} (${element.standardRole})`
  const faults = kidFaults(element)
  if (element.standardRole === 'Figure') {
    if ((element.alt ?? element.actualText ?? '').trim() === '') faults.push(`${place} has no alternative text`)
    if (!element.attributes.has('Layout/BBox')) faults.push(`${place} has no BBox`)
  }
  if (element.standardRole === 'TH' && !element.attributes.has('Table/Scope')) faults.push(`${place} has no Scope`)
  if (element.standardRole === 'Note' && element.id === undefined) faults.push(`${place} has no ID`)
  return faults
}

function skippedLevels(reading: PdfReading): string[] {
  let before = 0
  return taggedHeadings(reading).flatMap(({level, title}) => {
    const skipped = level > before + 1
    const expected = before + 1
    before = level
    return skipped ? [`Heading ${JSON.stringify(title)} has level ${level}, expected at most ${expected}`] : []
  })
}

export const elementShapes: Invariant = (reading) =>
  [...[...everyElement(reading.structure.elements)].flatMap(elementFaults), ...skippedLevels(reading)]
