// Model 2: text strings (ISO 32000-1, 7.9.2.2), which are UTF-16BE behind a mark, or else PDFDocEncoding.

/** Bytes of a text string, in Latin-1, as text. Above ASCII, PDFDocEncoding is read as Latin-1, which is where Skia uses it. */
export function decodeText(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes
  let text = ''
  for (let i = 2; i + 1 < bytes.length; i += 2) text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1))
  return text
}
