// Review: texts of other programs as plain text, in which nothing is hidden.

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' '}
/** Controls, and marks that turn the direction of what stands around them. */
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** No comment that a person writes is longer. */
const mostCharacters = 20_000

/** Text with line feeds as its only controls, without spaces at the ends of lines and of the whole. */
export function plainText(text: string): string {
  const plain = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(hidden, '').replace(/\t|\u00a0/g, ' ').replace(/ +\n/g, '\n').trim()
  return plain.length > mostCharacters ? `${plain.slice(0, mostCharacters)}…` : plain
}

/** Text of rich text (ISO 32000-1, 12.7.3.4: XHTML), a line for each paragraph. */
export function richText(xhtml: string): string {
  const lines = xhtml.replace(/<(?:\/p|\/div|\/li|br)\b[^>]*>/gi, '\n').replace(/<\?[^>]*\?>|<!--.*?-->|<(?:style|script)\b.*?<\/(?:style|script)>/gis, '')
  const bare = lines.replace(/<[^>]*>/g, '')
  return plainText(bare.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole))
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()]
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
