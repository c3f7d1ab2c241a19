// Read: what the products are called.

import {slugOf} from './slug.ts'

const longestFileName = 40

/**
 * Name for the products' files: the words of the first of `titles` that ASCII can spell, as far as they fit, with hyphens; `book` when it can spell none. Words
 * that it cannot spell are left out: as code points nobody could read them.
 */
export function fileName(...titles: string[]): string {
  const slug = titles.map(title => slugOf(title.replace(/[\p{L}\p{M}\p{N}]+/gu, spelled)).replace(/[-_]+/g, '-').replace(/^-|-$/g, '')).find(each => each !== '') ?? 'book'
  if (slug.length <= longestFileName) return slug
  return slug
    .slice(0, longestFileName + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, longestFileName)
}

function spelled(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('ß', 'ss')
  return /[^\0-\x7f]/.test(bare) ? ' ' : bare
}

/** Last part of an absolute path. */
export function folderName(folder: string): string {
  return folder.split(/[/\\]/).findLast(part => part !== '') ?? ''
}
