// Read: Markdown paths as the folders they stand in.

/** A folder that holds Markdown, itself or in a folder below it. */
export interface MarkdownFolder {
  /** Relative to the book's folder, without a slash at its end; empty for the book's folder itself. */
  readonly path: string
  readonly name: string
  /** Its `index.md` (or `_index.md`), else its `README.md`, else the file beside it that has its name. */
  readonly opening?: string
  /** Everything else, files by their path, in natural order; an `index.md` or `README.md` that is not the opening comes first. */
  readonly entries: readonly (string | MarkdownFolder)[]
}

/** True for `.md` and `.markdown`. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path)
}

/** Last part of a path without its Markdown ending. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '')
}

/** Folder at `path` with those of `paths` (in natural order) that are Markdown and lie in it. */
export function markdownFolder(paths: readonly string[], path: string): MarkdownFolder {
  const prefix = path === '' ? '' : `${path}/`
  const inside = paths.filter(each => each.startsWith(prefix) && isMarkdown(each))
  const names = new Set(inside.map(each => each.slice(prefix.length).split('/')[0]!))
  const files = inside.filter(each => !each.includes('/', prefix.length))
  const fileSet = new Set(files)
  const opening = ['index', '_index', 'readme'].map(name => files.find(each => isNamed(each, name))).find(each => each !== undefined)
  const folders = new Map<string, MarkdownFolder>()
  for (const name of names) if (!fileSet.has(prefix + name)) folders.set(name, openedBy(files, markdownFolder(inside, prefix + name)))
  const openings = new Set([opening, ...[...folders.values()].map(folder => folder.opening)])
  const entries: (string | MarkdownFolder)[] = []
  for (const name of names) {
    const entry = folders.get(name) ?? prefix + name
    if (typeof entry === 'string' && openings.has(entry)) continue
    if (typeof entry === 'string' && isNamed(entry, 'readme')) entries.unshift(entry)
    else entries.push(entry)
  }
  return {path, name: path.slice(path.lastIndexOf('/') + 1), ...(opening === undefined ? {} : {opening}), entries}
}

/** Where a folder has no opening of its own, `outreach.md` beside the folder `outreach` opens it. */
function openedBy(files: readonly string[], folder: MarkdownFolder): MarkdownFolder {
  const opening = folder.opening ?? files.find(file => stemOf(file) === folder.name)
  return opening === undefined ? folder : {...folder, opening}
}

/** Paths of all files in the folder, in order. */
export function filesOf(folder: MarkdownFolder): string[] {
  const below = folder.entries.flatMap(entry => (typeof entry === 'string' ? [entry] : filesOf(entry)))
  return folder.opening === undefined ? below : [folder.opening, ...below]
}

function isNamed(path: string, name: string): boolean {
  return stemOf(path).toLowerCase() === name
}
