// Read: a file of the manuscript as text, or the message that says why there is none.

import {diagnose, type Diagnostic} from '../diagnostics/diagnose.ts'
import {FileRefused} from '../diagnostics/file-refused.ts'
import type {BookFiles} from '../io/files.ts'
import {decodeText} from './decode-text.ts'

/** Takes the messages of a reader as they come. */
export type Report = (diagnostic: Diagnostic) => void

/** A section of a thousand printed pages is smaller. */
const maximumTextBytes = 4 * 1024 * 1024

/** Text of a file; nothing, and a message, when it cannot be read. Bytes that are no text become U+FFFD, with a message. */
export function readText(files: BookFiles, path: string, report: Report): string | undefined {
  const bytes = readBytes(files, path, report)
  if (!bytes) return undefined
  if (bytes.length > maximumTextBytes) {
    report(tooLarge(path, `${(bytes.length / 1024 / 1024).toFixed(1)} MiB of text`, '4 MiB'))
    return undefined
  }
  const {text, fault} = decodeText(bytes)
  if (fault) report(diagnose('file-encoding', fault.reason, {file: path, place: {line: fault.line, column: fault.column}}, fault.note))
  return text
}

function readBytes(files: BookFiles, path: string, report: Report): Uint8Array | undefined {
  try {
    return files.read(path)
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    report(refusalOf(error, path))
    return undefined
  }
}

/** The message for a file that was refused; `path` is that of the file. */
export function refusalOf(refused: FileRefused, path: string): Diagnostic {
  switch (refused.reason) {
    case 'outside':
      return diagnose(
        'file-outside',
        'Unexpected link out of the book’s folder, expected a file inside it',
        {file: path},
        'copy what it leads to into the folder'
      )
    case 'missing':
      return diagnose(
        'file-missing',
        'Unexpected link to nothing, expected a file',
        {file: path},
        'delete the link, or put the file where it leads'
      )
    case 'too-large':
      return tooLarge(path, 'size', '64 MiB')
    case 'not-a-file':
    case 'not-a-folder':
      return diagnose(
        'file-unreadable',
        'Unexpected folder, pipe or device, expected a file',
        {file: path},
        'rename it, or move it out of the book’s folder'
      )
    case 'unreadable':
      return diagnose(
        'file-unreadable',
        'Unexpected refusal by the system, expected a file to read',
        {file: path},
        'look at the file’s permissions'
      )
  }
}

function tooLarge(path: string, what: string, limit: string): Diagnostic {
  return diagnose('file-too-large', `Unexpected ${what}, expected at most ${limit}`, {file: path}, 'split the file')
}
