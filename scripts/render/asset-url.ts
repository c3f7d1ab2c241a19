// Render: the address under which a unit asks for a font or a figure; it changes with the content.

import {createHash} from 'node:crypto'

/** Everything that a unit may ask for, and every place in the book that it may link to, has an address that begins so. */
const bookOrigin = 'https://book.invalid/'

/** `https://book.invalid/asset/<hash>.<extension>`. */
export function assetUrl(bytes: Uint8Array, extension: string): string {
  return `${bookOrigin}asset/${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}.${extension}`
}

/** Where a link to an anchor of the book leads in print. */
export function anchorUrl(anchor: string): string {
  return `${bookOrigin}#${anchor}`
}

/** The file itself as an address, for a document that stands alone. */
export function dataUri(bytes: Uint8Array, type: string): string {
  return `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`
}
