// Review: the registry of block ids, `reviews/blocks.yaml`, as it is read and written. A line is a block, so that git merges what two people do.

import {blockIdPattern} from './manifest.ts'

/** A block as it was when a round was last opened. */
export interface RegisteredBlock {
  readonly id: string
  readonly kind: string
  /** Its words, which it is recognised by. */
  readonly text: string
}

export interface RegisteredFile {
  /** Relative to the book's folder. */
  readonly file: string
  /** Begins the ids of new blocks. */
  readonly code: string
  /** In reading order. */
  readonly blocks: readonly RegisteredBlock[]
  /** Blocks that left the text, whose ids nothing else will have; by number. */
  readonly gone: readonly RegisteredBlock[]
}

/** Files by path. */
export type Registry = readonly RegisteredFile[]

const opening = `# The ids of this book's blocks. "space-hacks review open" writes this file: a line is a block, in the order of the text.
# Ids that are gone stay here, so that no other block ever gets them. Merge it like text; keep both sides' lines.
`

/** The registry as YAML, of which every block is one line. */
export function writeRegistry(registry: Registry): string {
  const line = ({id, kind, text}: RegisteredBlock) => `    - ${JSON.stringify({id, kind, text})}\n`
  const list = (name: string, blocks: readonly RegisteredBlock[]) => (blocks.length === 0 ? '' : `  ${name}:\n${blocks.map(line).join('')}`)
  const files = [...registry].sort((a, b) => (a.file < b.file ? -1 : 1))
  return opening + files.map(({file, code, blocks, gone}) => `${JSON.stringify(file)}:\n  code: ${code}\n${list('blocks', blocks)}${list('gone', gone)}`).join('')
}

/** What is wrong with a line of the registry, in words of a diagnostic. */
export interface RegistryFault {
  readonly line: number
  readonly reason: string
  readonly note: string
}

export type RegistryReading = {readonly registry: Registry} | {readonly fault: RegistryFault}

interface OpenFile {
  readonly file: string
  code: string
  readonly blocks: RegisteredBlock[]
  readonly gone: RegisteredBlock[]
}

/** The registry in a text that was written by `writeRegistry` and merged by git or by hand, or the first fault in it. */
export function readRegistry(text: string): RegistryReading {
  const files = new Map<string, OpenFile>()
  const seen = new Map<string, number>()
  let open: OpenFile | undefined
  let list: RegisteredBlock[] | undefined
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const line = index + 1
    if (content.trim() === '' || content.startsWith('#')) continue
    if (/^(<{7}|={7}|>{7})/.test(content)) return fault(line, 'Unexpected conflict of git, expected lines of blocks', 'keep the lines of both sides, and delete the marks')
    const entry = /^ {4}- (\{.*\})$/s.exec(content)
    const name = /^(".*"):$/.exec(content)
    const code = /^ {2}code: ([A-Z][A-Z0-9]{0,5})$/.exec(content)
    if (name && parseJson(name[1]!) !== undefined) {
      const file = String(parseJson(name[1]!))
      if (files.has(file)) return fault(line, `Unexpected second \`${file}\`, expected each file once`, 'move its lines to the first one')
      files.set(file, (open = {file, code: '', blocks: [], gone: []}))
      list = undefined
    } else if (open && code) open.code = code[1]!
    else if (open && content === '  blocks:') list = open.blocks
    else if (open && content === '  gone:') list = open.gone
    else if (list && entry) {
      const block = parseJson(entry[1]!)
      if (!isBlock(block)) return fault(line, 'Unexpected block, expected `id`, `kind` and `text`', asWritten)
      const first = seen.get(block.id)
      if (first !== undefined) return fault(line, `Unexpected second \`${block.id}\`, expected each id once`, `line ${first} has it already; give one of the two the next free number, if no draft was issued with it`)
      seen.set(block.id, line)
      list.push(block)
    } else return fault(line, 'Unexpected line, expected one as `review open` writes it', asWritten)
  }
  const nameless = [...files.values()].find(({code}) => code === '')
  if (nameless) return fault(1, `Unexpected \`${nameless.file}\` without a code, expected a line \`code: …\``, asWritten)
  return {registry: [...files.values()]}
}

const asWritten = 'take the line from an earlier version of the file'

function fault(line: number, reason: string, note: string): RegistryReading {
  return {fault: {line, reason, note}}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isBlock(value: unknown): value is RegisteredBlock {
  if (typeof value !== 'object' || value === null) return false
  const {id, kind, text} = value as Record<string, unknown>
  return typeof id === 'string' && blockIdPattern.test(id) && typeof kind === 'string' && typeof text === 'string'
}
