// Commands: `space-hacks describe`, what a PDF holds for those who do not see its pages.

import {readFileSync} from 'node:fs'
import {exitCodes, type ExitCode} from './exit-code.ts'
import type {Terminal} from './terminal.ts'
import {UsageError} from './usage-error.ts'

/** Options as the command line gives them. */
export interface DescribeArguments {
  /** What a screen reader says, instead of the description. */
  readonly speak?: boolean
}

/** Describes any PDF. Rejects with `UsageError` when the file cannot be read, or is no PDF. */
export async function describe(path: string, args: DescribeArguments, terminal: Terminal): Promise<ExitCode> {
  const bytes = readBytes(path)
  // Loading what reads any PDF takes a moment, which other commands shall not pay for.
  const [{openPdf}, {readDocument}] = await Promise.all([import('../pdf/open-pdf.ts'), import('../describe/read-document.ts')])
  const document = readDocument(await openPdf(bytes).catch((cause: unknown) => refuse(path, 'expected a PDF that can be opened', cause)))
  if (args.speak) {
    const {speak} = await import('../describe/speak.ts')
    terminal.out(`${speak(document).join('\n')}\n`)
    return exitCodes.clean
  }
  const {describe} = await import('../describe/describe.ts')
  const {pages, tags, outline, text} = describe(document)
  const facts = `PDF ${document.version}, ${document.pages.length} pages, ${document.isTagged ? 'tagged' : 'not tagged'}\ntitle: ${document.title ?? 'none'}\nauthor: ${document.author ?? 'none'}\nlanguage: ${document.language ?? 'none'}\n`
  terminal.out([facts, `Pages\n${pages}`, outline, `Tags\n${tags}`, `Text through the tags\n${text}`].join('\n'))
  return exitCodes.clean
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    return refuse(path, 'expected a file that can be read', cause)
  }
}

function refuse(path: string, expected: string, cause: unknown): never {
  throw new UsageError(`Unexpected \`${path}\`, ${expected}`, 'name a PDF, such as `space-hacks describe dist/space-hacks.pdf`', {cause})
}
