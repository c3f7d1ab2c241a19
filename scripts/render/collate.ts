// Render: the order of words in a list, the same on every computer.

/** Below zero when `a` stands before `b`: by letters and digits without regard to accents, capitals and marks, and where these are the same, by all of it. */
export function collate(a: string, b: string): number {
  return compare(letters(a), letters(b)) || compare(a, b)
}

/** Letters and digits with single spaces between words, accents taken off. */
export function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
