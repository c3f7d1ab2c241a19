// Model 2: text strings (ISO 32000-1, 7.9.2.2), which are UTF-16BE behind a mark, or else PDFDocEncoding.

/** Bytes of a text string, in Latin-1, as text. Above ASCII, PDFDocEncoding is read as Latin-1, which is where Skia uses it. */
export function decodeText(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes
  let text = ''
  for (let i = 2; i + 1 < bytes.length; i += 2) text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1))
  return text
}

/** Codes of PDFDocEncoding (Annex D.2) that are not those of Latin-1: accents, then signs. */
const accents = '\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'
const signs = '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e'

/** Text of a string that any program may have written: UTF-16 of either order or UTF-8 behind their marks, else PDFDocEncoding. Marks of language (7.9.2.2) are left out. */
export function decodeAnyText(bytes: string): string {
  const whole = Buffer.from(bytes, 'latin1')
  if (bytes.startsWith('\xfe\xff') || bytes.startsWith('\xff\xfe')) {
    return new TextDecoder(bytes.startsWith('\xfe') ? 'utf-16be' : 'utf-16le').decode(whole).replace(/\u001b[a-zA-Z-]{2,7}\u001b/g, '')
  }
  if (bytes.startsWith('\xef\xbb\xbf')) return new TextDecoder().decode(whole)
  return bytes.replace(/[\x18-\x1f]/g, code => accents[code.charCodeAt(0) - 0x18]!).replace(/[\x80-\x9e]/g, code => signs[code.charCodeAt(0) - 0x80]!).replace(/\xa0/g, '\u20ac')
}
