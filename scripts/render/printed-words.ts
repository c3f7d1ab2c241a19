// Render: the few words that the pipeline itself prints, in the languages it knows.

/** Words of one language. Where a number goes, the word is a function of it. */
export interface PrintedWords {
  readonly contents: string
  readonly page: string
  readonly notes: string
  /** On the link from a note back to the text. */
  readonly back: string
  /** What a link to a note is called, and the link back from it, of which `label` is what is seen. */
  readonly noteLink: (note: number) => string
  readonly backLink: (label: string, note: number) => string
  readonly callouts: Readonly<Record<CalloutKind, string>>
  readonly tickBox: string
  readonly tickedBox: string
  readonly blank: (label: string) => string
  readonly lines: (count: number) => string
  /** What a dot of a plot stands for, and a full row of them. */
  readonly eachDot: (dot: number, row: number) => string
  readonly qrCode: (address: string) => string
  readonly madeWith: (program: string, chromium: string | undefined) => string
  readonly fonts: string
  readonly missing: string
  /** In a list that holds nothing. */
  readonly none: string
  /** Head of the column that says where something is. */
  readonly whereFound: string
  /** Sends readers of the index on to other entries; `isAlone` where there is nothing else. */
  readonly see: (entries: string, isAlone: boolean) => string
  readonly skipLink: string
  /** To the first page of a site. */
  readonly wayHome: string
  readonly search: string
  /** With `0` where the number goes. */
  readonly found: string
  readonly nothingFound: string
  readonly titlePage: string
  readonly imprint: string
  readonly publishedBy: string
  readonly fundedBy: string
  readonly edition: string
  readonly date: string
}

export const calloutKinds = ['note', 'tip', 'caution', 'try-saying', 'pitfall'] as const
export type CalloutKind = (typeof calloutKinds)[number]

const english: PrintedWords = {
  contents: 'Contents',
  page: 'page',
  notes: 'Notes',
  back: 'Back',
  noteLink: note => `Note ${note}`,
  backLink: (label, note) => `${label} to the text, note ${note}`,
  callouts: {note: 'Note', tip: 'Tip', caution: 'Caution', 'try-saying': 'Try saying', pitfall: 'Pitfall'},
  tickBox: 'tick box',
  tickedBox: 'ticked box',
  blank: label => (label === '' ? 'blank to fill in' : `${label}: blank to fill in`),
  lines: count => (count === 1 ? '1 line to fill in' : `${count} lines to fill in`),
  eachDot: (dot, row) => `Each dot stands for ${dot === 1 ? 'one' : dot}, a full row for ${row}.`,
  qrCode: address => `QR code for ${address}`,
  madeWith: (program, chromium) => `Made with Space Hacks ${program}${chromium === undefined ? '' : `, and set by Chromium ${chromium}`}.`,
  fonts: 'Fonts',
  missing: 'Missing',
  none: 'None yet',
  whereFound: 'Where to find it',
  see: (entries, isAlone) => `${isAlone ? 'See' : 'See also'} ${entries}`,
  skipLink: 'Skip to the text',
  wayHome: 'All editions and downloads',
  search: 'Search this book',
  found: 'Places found: 0',
  nothingFound: 'Found nowhere',
  titlePage: 'Title page',
  imprint: 'About this publication',
  publishedBy: 'Published by',
  fundedBy: 'Funded by',
  edition: 'Edition',
  date: 'Date'
}

const spanish: PrintedWords = {
  contents: 'Índice',
  page: 'página',
  notes: 'Notas',
  back: 'Volver',
  noteLink: note => `Nota ${note}`,
  backLink: (label, note) => `${label} al texto, nota ${note}`,
  callouts: {note: 'Nota', tip: 'Consejo', caution: 'Cuidado', 'try-saying': 'Puedes decir', pitfall: 'Error común'},
  tickBox: 'casilla',
  tickedBox: 'casilla marcada',
  blank: label => (label === '' ? 'espacio para rellenar' : `${label}: espacio para rellenar`),
  lines: count => (count === 1 ? '1 línea para rellenar' : `${count} líneas para rellenar`),
  eachDot: (dot, row) => `Cada punto vale ${dot === 1 ? 'uno' : dot}; una fila entera, ${row}.`,
  qrCode: address => `Código QR de ${address}`,
  madeWith: (program, chromium) => `Hecho con Space Hacks ${program}${chromium === undefined ? '' : ` y compuesto por Chromium ${chromium}`}.`,
  fonts: 'Tipos de letra',
  missing: 'Falta',
  none: 'Todavía nada',
  whereFound: 'Dónde encontrarlo',
  see: (entries, isAlone) => `${isAlone ? 'Véase' : 'Véase también'} ${entries}`,
  skipLink: 'Ir al texto',
  wayHome: 'Todas las ediciones y descargas',
  search: 'Buscar en este libro',
  found: 'Lugares encontrados: 0',
  nothingFound: 'No se encontró nada',
  titlePage: 'Portada',
  imprint: 'Sobre esta publicación',
  publishedBy: 'Publicado por',
  fundedBy: 'Financiado por',
  edition: 'Edición',
  date: 'Fecha'
}

const wordsByLanguage = new Map<string, PrintedWords>([
  ['en', english],
  ['es', spanish]
])

/** Words for a BCP 47 tag by its first part; English where the language is not known. */
export function printedWords(language: string): PrintedWords {
  return wordsByLanguage.get(language.toLowerCase().split('-')[0]!) ?? english
}
