// Render: the book's pictures, each read once.

import {posix} from 'node:path'
import {FileRefused} from '../diagnostics/file-refused.ts'
import type {BookFiles} from '../io/files.ts'
import {assetUrl} from './asset-url.ts'
import {readImageHeader, type ImageHeader} from './image-header.ts'
import type {Asset} from './unit.ts'

/** Where pictures are read from: paths relative to the book's folder; `read` throws `FileRefused`. */
export type FigureSource = Pick<BookFiles, 'read' | 'list'>

/** A picture that the book can show. */
export interface Picture {
  /** Relative to the book's folder. */
  readonly path: string
  readonly url: string
  readonly header: ImageHeader
  readonly asset: Asset
}

/** Why there is no picture. */
export type PictureFault = 'missing' | 'outside' | 'format' | 'unreadable'

export class FigureShelf {
  private readonly known = new Map<string, Picture | PictureFault>()

  constructor(private readonly source: FigureSource) {}

  /** The picture that `src` means in a file: relative to that file, else to the book's folder. */
  find(src: string, file: string | undefined): Picture | PictureFault {
    const faults: PictureFault[] = []
    for (const path of pathsFor(src, file)) {
      const found = this.open(path)
      if (typeof found !== 'string') return found
      faults.push(found)
    }
    return faults.find(fault => fault !== 'missing') ?? 'missing'
  }

  private open(path: string): Picture | PictureFault {
    const known = this.known.get(path)
    if (known) return known
    const opened = openPicture(path, this.source)
    this.known.set(path, opened)
    return opened
  }
}

/** Candidates in the order in which they are tried, those out of the book's folder only when there is no other. A leading slash means that folder. */
function pathsFor(src: string, file: string | undefined): string[] {
  const plain = src.replace(/[?#].*$/s, '')
  const names = [...new Set([plain, decode(plain), src])]
  const folder = file === undefined ? '' : posix.dirname(file)
  const paths = names.flatMap(name => (name.startsWith('/') ? [name.slice(1)] : [posix.join(folder, name), posix.normalize(name)]))
  const inside = paths.filter(path => !isOutside(path))
  return [...new Set(inside.length > 0 ? inside : paths)]
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function openPicture(path: string, source: FigureSource): Picture | PictureFault {
  if (isOutside(path)) return 'outside'
  try {
    const bytes = source.read(path)
    const header = readImageHeader(bytes)
    if (!header) return 'format'
    return {path, url: assetUrl(bytes, header.extension), header, asset: {bytes, type: header.type}}
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    if (error.reason === 'missing' || error.reason === 'outside') return error.reason
    return 'unreadable'
  }
}
