// Between render and assemble: what an HTML element tells the structure element that Chromium makes of it.
//
// Chromium writes an element's `lang` into its structure element as it stands (seen in 156 for every element but b, i, q, cite, kbd and
// span without id). BCP 47 leaves everything after `-x-` to private use, so `lang="en-x-aside-1a"` carries the language, the role
// the element shall have, and the key of its block, through the print. Assembly takes the private part off again.

/** Roles that HTML cannot ask Chromium for; `as` leaves the role as printed and only carries a block's key. */
export const structureRoles = {
  as: undefined,
  sect: 'Sect',
  art: 'Art',
  aside: 'Aside',
  note: 'Note',
  ref: 'Reference',
  toc: 'TOC',
  toci: 'TOCI',
  lbody: 'LBody',
  lbl: 'Lbl',
  l: 'L',
  li: 'LI',
  span: 'Span',
  div: 'Div',
  caption: 'Caption',
  thead: 'THead',
  tbody: 'TBody',
  form: 'Form',
  index: 'Index',
  quote: 'BlockQuote',
  para: 'P',
  /** The labels below a title, which stay with it. */
  labels: 'P',
  /** The name of a block, printed beside its start; a paragraph of its own before it, so that it can be reached and skipped. */
  blockid: 'P',
  /** Words that were put in or taken out since an earlier round. */
  ins: 'Ins',
  del: 'Del',
  /** An abbreviation with its expansion in `title`. */
  abbr: 'Span',
  artifact: 'Artifact',
  /** A page-number slot set flush with its start; digits fill it. */
  folio: 'Span',
  /** A page-number slot set flush with its end, as in the contents. */
  folioend: 'Span'
} as const

export type StructureCode = keyof typeof structureRoles

/** `lang` value that carries a code and, where there is one, a block's key (`[0-9a-z]{1,8}`). */
export function structureKey(language: string, code: StructureCode, key?: string): string {
  return `${language}-x-${code}${key === undefined ? '' : `-${key}`}`
}

/** Parts of a `lang` value as printed; `code` is absent when the value carries nothing of ours. */
export function parseStructureKey(lang: string): {language: string; code?: StructureCode; key?: string} {
  const at = lang.indexOf('-x-')
  if (at < 0) return {language: lang}
  const language = lang.slice(0, at)
  const [code = '', key] = lang.slice(at + 3).split('-')
  if (!(code in structureRoles)) return {language: lang}
  return {language, code: code as StructureCode, ...(key === undefined ? {} : {key})}
}
