// Bench: the length of a bare print.

/** Pages of a PDF of Chromium's, from the count in its page tree's root. */
export function countPages(pdf: Buffer): number {
  return Math.max(...[...pdf.toString('latin1').matchAll(/\/Type \/Pages[^>]*?\/Count (\d+)/g)].map(([, count]) => Number(count)))
}
