// Io: the files of one book's folder, and nothing outside it. Read is the first to use them; render asks for figures.

import {readdirSync, readFileSync, realpathSync, statSync, type Dirent, type Stats} from 'node:fs'
import {join, resolve, sep} from 'node:path'
import {FileRefused, type RefusalReason} from '../diagnostics/file-refused.ts'
import {sortNaturally} from './natural-order.ts'

/** A book's folder. Paths are relative to it, with forward slashes. */
export interface BookFiles {
  /** Absolute path. */
  readonly folder: string
  /**
   * Every file in natural order, without names that begin with a dot, `node_modules`, a `dist` at the top, and the `reviews` of the book. A folder that cannot be
   * entered (its link leads out of the book, or the system forbids it) is listed as its path and a slash; reading it says why.
   */
  list(): readonly string[]
  /** The bytes of a file; throws `FileRefused` when it is missing, not an ordinary file, unreadable, outside the folder or too large. */
  read(path: string): Uint8Array
}

/** No text or figure of a book is larger than this. */
const maximumBytes = 64 * 1024 * 1024

/** Opens a folder; throws `FileRefused` when it is missing, unreadable, or not a folder. Never writes. */
export function openBookFiles(folder: string): BookFiles {
  const root = realPath(resolve(folder), folder)
  if (!stat(root, folder).isDirectory()) throw new FileRefused('not-a-folder', folder)
  let listed: readonly string[] | undefined
  return {
    folder: root,
    list: () => (listed ??= sortNaturally(listFolder(root, '', root, []))),
    read: path => readInside(root, path)
  }
}

/** `entered` are the folders in which the links stand that led here. */
function* listFolder(folder: string, prefix: string, root: string, entered: readonly string[]): Iterable<string> {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, {withFileTypes: true})
  } catch {
    yield prefix
    return
  }
  for (const entry of entries) {
    if (isSkipped(entry.name, prefix) || (prefix === '' && entry.name === 'reviews' && isReviews(join(folder, 'reviews')))) continue
    const path = prefix + entry.name
    if (entry.isDirectory()) yield* listFolder(join(folder, entry.name), `${path}/`, root, entered)
    else if (entry.isSymbolicLink()) yield* listLink(folder, entry.name, path, root, entered)
    else yield path
  }
}

/** A link to a folder inside the book is followed, unless that would lead round in a circle. */
function* listLink(folder: string, name: string, path: string, root: string, entered: readonly string[]): Iterable<string> {
  const target = folderBehind(join(folder, name))
  if (target === undefined) yield path
  else if (target !== root && !isInside(target, root)) yield `${path}/`
  else if (![folder, ...entered].some(above => above === target || isInside(above, target))) {
    yield* listFolder(target, `${path}/`, root, [folder, ...entered])
  }
}

/** Real path of the folder that a link leads to; nothing when it leads to a file or nowhere. */
function folderBehind(link: string): string | undefined {
  try {
    const target = realpathSync.native(link)
    return statSync(target).isDirectory() ? target : undefined
  } catch {
    return undefined
  }
}

function isSkipped(name: string, prefix: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || (name === 'dist' && prefix === '')
}

/** What people said of the book, with frozen copies of it, is no part of it; another folder of that name may be. */
function isReviews(folder: string): boolean {
  return statSync(join(folder, 'blocks.yaml'), {throwIfNoEntry: false})?.isFile() ?? false
}

function readInside(root: string, path: string): Uint8Array {
  const asked = resolve(root, path)
  if (path.includes('\0') || !isInside(asked, root)) throw new FileRefused('outside', path)
  const real = realPath(asked, path)
  if (!isInside(real, root)) throw new FileRefused('outside', path)
  const found = stat(real, path)
  if (!found.isFile()) throw new FileRefused('not-a-file', path)
  if (found.size > maximumBytes) throw new FileRefused('too-large', path)
  try {
    return readFileSync(real)
  } catch (error) {
    throw refusal(error, path)
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function realPath(path: string, asked: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    throw refusal(error, asked)
  }
}

function stat(path: string, asked: string): Stats {
  try {
    return statSync(path)
  } catch (error) {
    throw refusal(error, asked)
  }
}

function refusal(error: unknown, path: string): FileRefused {
  const code = (error as NodeJS.ErrnoException).code
  const reason: RefusalReason = code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable'
  return new FileRefused(reason, path, {cause: error})
}
