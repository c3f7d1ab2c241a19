// Model 2: PDF objects as they are written in a file (ISO 32000-1, 7.3).

import {Name, type PdfObject, PdfString, Ref, Stream} from './objects.ts'

/** A number with at most five decimals and no exponent, as a PDF reader expects it. Throws when there is no such number. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return String(value)
  if (!Number.isFinite(value)) throw new Error(`Unexpected \`${value}\`, expected a finite number`)
  const rounded = Math.round(value * 1e5) / 1e5
  return Math.abs(rounded) < 1e-5 ? '0' : String(rounded)
}

/** A name with its slash; anything but plain characters escaped (7.3.5). */
export function formatName(value: string): string {
  return '/' + value.replace(/[^A-Za-z0-9_.:+-]/g, c => '#' + c.charCodeAt(0).toString(16).padStart(2, '0'))
}

/** A literal string from bytes in Latin-1 (7.3.4.2). */
export function formatBytes(bytes: string): string {
  return '(' + bytes.replace(/[\\()\r\n]/g, c => (c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\' + c)) + ')'
}

/** A text string (7.9.2.2): as it stands when it is printable ASCII, else in UTF-16BE with its mark. */
export function formatText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return formatBytes(text)
  let hex = '<FEFF'
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')
  return hex + '>'
}

/** An object as file text; `reference` writes references, so that a caller can renumber them. Streams have no text of their own. */
export function formatObject(object: PdfObject, reference: (ref: Ref) => string): string {
  if (object === null) return 'null'
  if (typeof object === 'boolean') return String(object)
  if (typeof object === 'number') return formatNumber(object)
  if (object instanceof Name) return formatName(object.value)
  if (object instanceof Ref) return reference(object)
  if (object instanceof PdfString) return formatBytes(object.bytes)
  if (object instanceof Stream) throw new Error('A stream cannot stand inside another object')
  if (object instanceof Map) {
    let text = '<<'
    for (const [key, value] of object) text += formatName(key) + ' ' + formatObject(value, reference)
    return text + '>>'
  }
  return '[' + object.map(entry => formatObject(entry, reference)).join(' ') + ']'
}

/** An object that holds no references, as file text; throws when it holds one. */
export function formatDirect(object: PdfObject): string {
  return formatObject(object, ref => {
    throw new Error(`Unexpected reference to object ${ref.number}, expected a direct object`)
  })
}
