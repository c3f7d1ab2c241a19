// Render: an id that survives the way through HTML into the names of a PDF's destinations.

/** Letters without their accents; what has no place in ASCII is left out. `heading` when nothing is left. */
export function asciiSlug(slug: string): string {
  const ascii = slug.normalize('NFKD').replace(/[^A-Za-z0-9_-]/g, '')
  return ascii.replace(/^-+|-+$/g, '') || 'heading'
}
