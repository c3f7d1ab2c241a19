// Read: what the products are called.

import {slugOf} from './slug.ts'

const longestFileName = 40

/** Name for the products' files: the words of `title` as far as they fit, with hyphens; `book` when there is none. */
export function fileName(title: string): string {
  const slug = slugOf(title).replace(/[-_]+/g, '-').replace(/^-|-$/g, '')
  if (slug.length <= longestFileName) return slug || 'book'
  return slug
    .slice(0, longestFileName + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, longestFileName)
}

/** Last part of an absolute path. */
export function folderName(folder: string): string {
  return folder.split(/[/\\]/).findLast(part => part !== '') ?? ''
}
