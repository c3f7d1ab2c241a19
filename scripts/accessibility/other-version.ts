// Accessibility: the HTML file of a book, as the version for those whom its PDF does not serve.

/** What the HTML file says in headings, and in place of pictures. */
export interface OtherVersion {
  readonly fileName: string
  readonly headings: ReadonlySet<string>
  readonly alternatives: ReadonlySet<string>
}

/** Reads an HTML file of ours. */
export function readOtherVersion(fileName: string, html: string): OtherVersion {
  const headings = [...html.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gs)].map(([, , inner = '']) => plainText(inner))
  const alternatives = [...html.matchAll(/ (?:alt|aria-label)="([^"]*)"/g)].map(([, text = '']) => plainText(text))
  return {fileName, headings: new Set(headings), alternatives: new Set(alternatives)}
}

function plainText(html: string): string {
  const bare = html.replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]*>/g, '')
  const text = bare.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (_, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)) : {lt: '<', gt: '>', quot: '"', apos: "'", amp: '&'}[name.toLowerCase()]!
  )
  return oneLine(text)
}

/** The text as it is compared: soft hyphens and kinds of spaces do not count. */
export function oneLine(text: string): string {
  return text.replace(/\u00ad/g, '').replace(/\s+/gu, ' ').trim()
}
