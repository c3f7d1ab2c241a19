// Invariant: every role is a standard one of PDF 1.7, or the RoleMap leads to one (ISO 32000-1, 14.8.4); none is remapped.

import {everyElement} from '../structure.ts'
import type {Invariant} from './invariant.ts'

const standardRoles = new Set(
  ('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form').split(' ')
)

export const roles: Invariant = ({structure}) => {
  const used = new Map<string, string>()
  for (const {role, standardRole} of everyElement(structure.elements)) used.set(role, standardRole)
  const unknown = [...used].filter(([, standardRole]) => !standardRoles.has(standardRole))
  const remapped = [...structure.roleMap.keys()].filter((role) => standardRoles.has(role))
  return [
    ...(structure.elements.length === 0 ? ['The file has no structure tree'] : []),
    ...unknown.map(([role]) => `Role ${role} is neither standard nor mapped to a standard role`),
    ...remapped.map((role) => `Role ${role} is standard, but the RoleMap changes it`)
  ]
}
