// Site: the few words that the first page of a web site itself says, in the languages that the book's own words know.

export interface SiteWords {
  readonly onThisPage: string
  readonly readOrDownload: string
  readonly readHere: string
  readonly pages: (count: number) => string
  /** What a profile is for, by its name. */
  readonly profiles: Readonly<Record<string, string>>
}

const english: SiteWords = {
  onThisPage: 'On this page',
  readOrDownload: 'Read it or take it with you',
  readHere: 'Read on this screen',
  pages: count => (count === 1 ? '1 page' : `${count} pages`),
  profiles: {
    print: 'Print on both sides, to bind',
    screen: 'Keep on a phone or computer',
    grayscale: 'Print with little ink, in black',
    'large-print': 'Large print'
  }
}

const spanish: SiteWords = {
  onThisPage: 'En esta página',
  readOrDownload: 'Leer o descargar',
  readHere: 'Leer en esta pantalla',
  pages: count => (count === 1 ? '1 página' : `${count} páginas`),
  profiles: {
    print: 'Imprimir por las dos caras, para encuadernar',
    screen: 'Guardar en un teléfono o una computadora',
    grayscale: 'Imprimir con poca tinta, en negro',
    'large-print': 'Letra grande'
  }
}

/** Words for a BCP 47 tag by its first part; English where the language is not known. */
export function siteWords(language: string): SiteWords {
  return language.toLowerCase().split('-')[0] === 'es' ? spanish : english
}
