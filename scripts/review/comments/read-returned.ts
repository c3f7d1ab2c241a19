// Review: a returned file, whatever it is, as marks.

import type {PdfFile} from '../../pdf/open-pdf.ts'
import type {ReturnedFile} from './mark.ts'

/** A returned file, and what it says about where it belongs. */
export interface Returned extends ReturnedFile {
  /** The opened PDF that the marks lie on. */
  readonly pdf?: PdfFile
  /** Of an export of the review HTML. */
  readonly head?: {readonly book: string; readonly round: number; readonly hash: string; readonly reviewer?: string}
}

/** Why nothing of a file could be read, in words that follow "Unexpected". */
export interface Unreadable {
  readonly reason: string
  readonly hint: string
}

/** Bytes of text that are looked at; a table or export that people made is far shorter. */
const mostTextBytes = 64 * 2 ** 20

/** Tells what a file is by what is in it, since names of files are changed on the way. */
export async function readReturned(bytes: Uint8Array): Promise<Returned | Unreadable> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).toString('latin1')
  if (bytes.length === 0) return {reason: 'empty file', hint: 'ask for it again: it was cut off on the way'}
  if (head.includes('%PDF-')) return readPdfBytes(bytes)
  if (head.includes('%FDF-')) return readFdfBytes(bytes)
  if (bytes.length > mostTextBytes) return {reason: 'file of more than 64 MB that is no PDF', hint: 'send what the reviewer’s program saved or exported'}
  const text = decode(bytes)
  if (/^\s*</.test(text)) return readXml(text)
  if (/^\s*[[{]/.test(text)) return readJson(text)
  const {isTable, readTable} = await import('./read-table.ts')
  return isTable(text) ? readTable(text) : unknown()
}

async function readPdfBytes(bytes: Uint8Array): Promise<Returned | Unreadable> {
  const [{openPdf}, {readPdf}] = await Promise.all([import('../../pdf/open-pdf.ts'), import('./read-pdf.ts')])
  try {
    const pdf = await openPdf(bytes)
    const read = readPdf(pdf)
    return {...read, pdf}
  } catch (error) {
    const isLocked = /password|encrypt/i.test((error as Error).message)
    if (isLocked) return {reason: 'PDF with a password', hint: 'ask for a copy without one, or print it into a new PDF'}
    return {reason: 'PDF that cannot be read', hint: 'open it in a PDF program and save it anew, or ask for it again'}
  }
}

async function readFdfBytes(bytes: Uint8Array): Promise<Returned | Unreadable> {
  const [{openPdf}, {readFdf}] = await Promise.all([import('../../pdf/open-pdf.ts'), import('./read-fdf.ts')])
  const copy = Buffer.from(bytes)
  // The syntax is the same, and the library asks for no more than the name.
  copy.write('%PDF-1.7', copy.indexOf('%FDF-'), 'latin1')
  try {
    return readFdf(await openPdf(copy))
  } catch {
    return {reason: 'FDF file that cannot be read', hint: 'export the comments again, best as XFDF'}
  }
}

async function readXml(text: string): Promise<Returned | Unreadable> {
  if (!/<xfdf\b/.test(text)) {
    return /<html\b|<!doctype html/i.test(text.slice(0, 2000))
      ? {reason: 'HTML page', hint: 'comments are in the file that “Save my comments” on the page makes, not in the page'}
      : unknown()
  }
  const {readXfdf} = await import('./read-xfdf.ts')
  return readXfdf(text)
}

async function readJson(text: string): Promise<Returned | Unreadable> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {reason: 'JSON that breaks off', hint: 'ask for the file again: it was cut off on the way'}
  }
  if (isObject(value) && value['format'] === 'space-hacks-comments') {
    const {readExport} = await import('./read-export.ts')
    const {marks, losses, ...head} = readExport(value)
    return {marks, losses, head}
  }
  const {isHypothesis, readHypothesis} = await import('./read-hypothesis.ts')
  return isHypothesis(value) ? readHypothesis(value) : unknown()
}

function unknown(): Unreadable {
  return {
    reason: 'file that holds no comments we can read',
    hint: 'a PDF with annotations, XFDF, FDF, what the review page saves, Hypothesis JSON, or a CSV table with a column `Comment` can be collected'
  }
}

/** Spreadsheets write UTF-8, UTF-16 or, in old ones, the Windows code page. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
