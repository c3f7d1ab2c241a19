// Edition: which profiles are meant by what was asked for.

/** Stands for every edition, or every profile. */
export const every = 'all'

/** The profile of drafts for reviewers, which is no product of its own. */
const ofReviews = 'draft'

/** Names that a list with commas asks for, each once; `all` stands for every profile that readers get, the usual one first. */
export function profileNames(asked: string, known: readonly string[]): string[] {
  if (asked !== every) return [...new Set(asked.split(',').map(name => name.trim()))]
  return known.filter(name => name !== ofReviews).sort((a, b) => Number(b === usualProfile) - Number(a === usualProfile))
}

/** The profile of the PDF that has the book's name alone. */
export const usualProfile = 'print'
