// Render: whether a path that a link names is there, without reading what is not shown.

import type {FigureSource} from './figure-shelf.ts'

/** Knows files and folders by their path below the book's folder; lists them when first asked. */
export function fileFinder(source: Pick<FigureSource, 'list'>): (path: string) => boolean {
  let known: Set<string> | undefined
  return path => {
    known ??= withFolders(source.list())
    return known.has(path.replace(/\/+$/, ''))
  }
}

function withFolders(files: readonly string[]): Set<string> {
  const paths = new Set<string>(['', '.'])
  for (const file of files) addWithFolders(file.replace(/\/$/, ''), paths)
  return paths
}

function addWithFolders(path: string, paths: Set<string>): void {
  if (paths.has(path)) return
  paths.add(path)
  addWithFolders(path.slice(0, Math.max(0, path.lastIndexOf('/'))), paths)
}
