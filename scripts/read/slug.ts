// Read: ids and names made of titles and file names.

/**
 * Small ASCII letters, digits, `_` and single hyphens: accents are taken off, letters that ASCII cannot spell become their code point
 * (`u65e5`). Never two hyphens together, which part a section's id from a heading's. Empty when there is no letter or digit.
 */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/['’]/g, '')
    .replace(/[^\0-\x7f]/gu, character => (/[\p{L}\p{N}]/u.test(character) ? `-u${character.codePointAt(0)!.toString(16)}-` : '-'))
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Words for a title from a file's or folder's name: no ordering number in front, a capital first. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/^\d{1,3}[-_. ]+(?=\S)/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1) || name
}
