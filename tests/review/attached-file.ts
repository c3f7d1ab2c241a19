// Tests of review: a file that travels in a PDF, as pdf.js hands it to its readers.

import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Its text; throws when there is none of that name. */
export async function attachedFile(pdf: Uint8Array, name: string): Promise<string> {
  const loading = getDocument({data: new Uint8Array(pdf), verbosity: 0})
  const document = await loading.promise
  const files = (await document.getAttachments()) as Record<string, {filename: string; content: Uint8Array}> | null
  await loading.destroy()
  const file = Object.values(files ?? {}).find(({filename}) => filename === name)
  if (!file) throw new Error(`no ${name} in the PDF`)
  return Buffer.from(file.content).toString('utf8')
}
