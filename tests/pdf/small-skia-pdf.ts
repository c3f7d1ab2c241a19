// Test support: files of the shape that Skia writes, around objects of a test's own.

/** A file of these objects, numbered from 1, of which the first is the catalog; `trailer` is the inside of its trailer. */
export function smallSkiaPdf(objects: readonly string[], trailer = '/Root 1 0 R'): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<<${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table, 'latin1')
}

/** A stream object without a filter; `dict` is the inside of its dictionary. */
export function smallStream(dict: string, content: string): string {
  return `<<${dict}/Length ${content.length}>>\nstream\n${content}\nendstream`
}
