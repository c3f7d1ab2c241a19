// Review: what a round's product says of itself, so that a returned file is enough to place the comments in it.

/** What a manifest travels in: inside the draft, the changes and the paper form as the embedded file `round.json`, in the review HTML as JSON. */
export const manifestName = 'round.json'

/**
 * A round's manifest. It tells of the book and of the text as it was frozen, and nothing of the person who has the copy but a code.
 * Lists are in reading order. It is the same for all copies of a product but for `reviewer`.
 */
export interface RoundManifest {
  readonly format: 'space-hacks-round'
  readonly version: 1
  /** `Book.name`. */
  readonly book: string
  readonly title: string
  readonly round: number
  /** Round whose text the changes are marked against. */
  readonly base?: number
  /** Last day for comments, `YYYY-MM-DD`. */
  readonly due?: string
  /** Day on which the round was opened, `YYYY-MM-DD`. */
  readonly date: string
  /** Content hash of the frozen manuscript, hexadecimal. Files of one round have the same. */
  readonly hash: string
  /** Code of the one reviewer whom this copy was made for. */
  readonly reviewer?: string
  readonly product: 'draft' | 'changes' | 'html' | 'paper'
  /** Pages of the PDF. A returned file with another count had pages taken out or put in. */
  readonly pages?: number
  readonly sections: readonly ManifestSection[]
  readonly blocks: readonly ManifestBlock[]
}

export interface ManifestSection {
  readonly id: string
  readonly code: string
  readonly title: string
}

/** What a reviewer can point at. */
export interface ManifestBlock {
  /** Spoken form, such as `CB-12`; in a PDF also the name of a destination. */
  readonly id: string
  /** `Block['kind']` of the model. */
  readonly kind: string
  /** Id of its section. */
  readonly section: string
  /** Markdown file, relative to the frozen manuscript, which has the paths of the book's folder. */
  readonly file: string
  /** One-based, in the frozen file. */
  readonly line: number
  /** As printed, white space as single spaces, without the text of blocks inside it that have ids of their own. */
  readonly text: string
  /** The block is gone from the text, and only the changes still show it: `file` and `line` are those of the base. */
  readonly isRemoved?: boolean
  /**
   * In PDFs, where the block is printed. A block has several where it goes over a page or a column; none of them covers the text of a
   * block inside it. What stands beside a rectangle at its height, in the margin, belongs to it as well.
   */
  readonly places?: readonly BlockPlace[]
}

/** A rectangle in points, in the space of the unrotated page, whose origin is the lower left corner of its MediaBox. */
export interface BlockPlace {
  /** Zero-based place in the file. */
  readonly page: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** A section's code and a number: `CB-12`. */
export const blockIdPattern = /^[A-Z][A-Z0-9]{0,5}-[1-9]\d*$/

/** The manifest as JSON; the same manifest always gives the same text. */
export function writeManifest(manifest: RoundManifest): string {
  const {sections, blocks, ...head} = manifest
  const lines = (list: readonly object[]) => `[\n${list.map(each => JSON.stringify(each)).join(',\n')}\n]`
  return `${JSON.stringify(head).slice(0, -1)},\n"sections":${lines(sections)},\n"blocks":${lines(blocks)}}\n`
}

export type ManifestReading = {readonly manifest: RoundManifest} | {readonly fault: string}

/** A manifest from JSON that anybody may have changed on the way; `fault` says, in words that follow "Unexpected", what is wrong with it. */
export function readManifest(json: string): ManifestReading {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return {fault: 'manifest that is not JSON'}
  }
  if (!isObject(value) || value['format'] !== 'space-hacks-round') return {fault: 'file that is no manifest of a review round'}
  if (value['version'] !== 1) return {fault: `version \`${String(value['version'])}\` of the manifest, expected 1`}
  const wrong = faultIn(value, manifestShape)
  if (wrong !== undefined) return {fault: `value of \`${wrong}\` in the manifest`}
  const manifest = value as unknown as RoundManifest
  const ids = new Set<string>()
  for (const {id} of manifest.blocks) {
    if (ids.has(id)) return {fault: `second block \`${id}\` in the manifest`}
    ids.add(id)
  }
  return {manifest}
}

type Test = (value: unknown) => string | undefined

/** Nothing that a terminal or a page takes for more than text: controls, and marks that turn the direction of what stands around them. */
const unsafe = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
const text: Test = value => (typeof value === 'string' && !unsafe.test(value) ? undefined : '')
const path: Test = value => (typeof value === 'string' && !unsafe.test(value) && !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(value) ? undefined : '')
const number: Test = value => (typeof value === 'number' && Number.isFinite(value) ? undefined : '')
const count: Test = value => (Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : '')
const flag: Test = value => (typeof value === 'boolean' ? undefined : '')
const oneOf = (...allowed: readonly string[]): Test => value => (allowed.includes(value as string) ? undefined : '')
const matching = (pattern: RegExp): Test => value => (typeof value === 'string' && pattern.test(value) ? undefined : '')
const optional = (test: Test): Test => value => (value === undefined ? undefined : test(value))
const object = (shape: Readonly<Record<string, Test>>): Test => value => (isObject(value) ? faultIn(value, shape) : '')
const list = (test: Test): Test => value => {
  if (!Array.isArray(value)) return ''
  for (const [index, each] of value.entries()) {
    const fault = test(each)
    if (fault !== undefined) return `[${index}]${fault === '' ? '' : `.${fault}`}`
  }
  return undefined
}

const day = matching(/^\d{4}-\d{2}-\d{2}$/)
const placeShape = object({page: count, left: number, bottom: number, right: number, top: number})

const manifestShape: Readonly<Record<string, Test>> = {
  book: text,
  title: text,
  round: count,
  base: optional(count),
  due: optional(day),
  date: day,
  hash: matching(/^[0-9a-f]{8,64}$/),
  reviewer: optional(text),
  product: oneOf('draft', 'changes', 'html', 'paper'),
  pages: optional(count),
  sections: list(object({id: text, code: text, title: text})),
  blocks: list(object({id: matching(blockIdPattern), kind: text, section: text, file: path, line: count, text, isRemoved: optional(flag), places: optional(list(placeShape))}))
}

/** Path of the first thing in `value` that has not the shape; nothing when all has. */
function faultIn(value: Readonly<Record<string, unknown>>, shape: Readonly<Record<string, Test>>): string | undefined {
  for (const [name, test] of Object.entries(shape)) {
    const fault = test(value[name])
    if (fault !== undefined) return `${name}${fault.startsWith('[') || fault === '' ? fault : `.${fault}`}`
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
